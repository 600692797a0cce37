import json
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from deploy.local import environment, ports, topics
from deploy.local.gateway import Gateway
from deploy.local.kafka import Kafka
from deploy.local.login import Login
from deploy.local.mail import MailClient, MailSink
from deploy.local.mongodb import MongoDB
from deploy.local.processes import Process
from deploy.local.secrets import Secrets
from deploy.local.services import Service
from deploy.local.tools import Say, prepare, silence

SERVICES = ("intake", "meetings", "notify", "escalation")
PEOPLE = Path(__file__).resolve().parents[1] / "demo" / "people.json"


class Part(Protocol):
    process: Process

    def start(self) -> None: ...
    def stop(self) -> None: ...


class Stack:
    """Real parts and the services asked for, on loopback, in one folder that holds all they write.

    `with Stack(folder) as stack:` starts everything and stops it again, whatever happens; if we are killed,
    so are the parts. A part is named `mongodb`, `kafka`, `mail`, `login`, `gateway`, or `intake-0` and so on.
    """

    def __init__(
        self,
        folder: Path,
        profile: str = "test",
        services: Sequence[str] = SERVICES,
        replicas: Mapping[str, int] | None = None,
        *,
        fixed_ports: bool = False,
        people: Path = PEOPLE,
        extra_env: Mapping[str, str] | None = None,
        say: Say = silence,
    ) -> None:
        self.folder = folder.absolute()
        self.profile = profile
        self.services = tuple(services)
        self.timings: dict[str, float] = {}
        self.clock_file = self.folder / "clock.json"
        self._replicas = dict(replicas or {})
        self._fixed_ports = fixed_ports
        self._people = people
        self._extra_env = dict(extra_env or {})
        self._say = say
        self._parts: dict[str, Part] = {}

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Return when everything is ready; on failure stop what was started and raise CannotRunError."""
        try:
            self._build()
            self._start_together([name for name in self._parts if not self._is_service(name)])
            self._timed("topics", lambda: topics.provision(self.kafka))
            self._start_together([name for name in self._parts if self._is_service(name)])
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop everything, the services first so that they can finish what they hold."""
        names = list(self._parts)
        with ThreadPoolExecutor(max(1, len(names))) as pool:
            list(pool.map(lambda n: self._parts[n].stop(), [n for n in names if self._is_service(n)]))
            list(pool.map(lambda n: self._parts[n].stop(), [n for n in names if not self._is_service(n)]))

    def restart(self, part: str) -> None:
        """Stop one part and start it again on the same address with the same data."""
        self._parts[part].stop()
        self._parts[part].start()

    def kill(self, part: str, replica: int = 0) -> None:
        """End a service's replica, or a part, as a power cut would (SIGKILL)."""
        self._named(part, replica).process.kill()

    def stop_part(self, part: str, replica: int = 0) -> None:
        """Stop a service's replica, or a part, in good order."""
        self._named(part, replica).stop()

    def start_part(self, part: str, replica: int = 0) -> None:
        """Start what was stopped or killed; returns when it is ready."""
        self._named(part, replica).start()

    def move_clock(self, seconds: float) -> None:
        """Move business time on by so many seconds, for every process of this stack."""
        self.set_clock(self.clock_offset + seconds)

    def set_clock(self, offset_s: float) -> None:
        """Set how far business time is ahead of the machine's."""
        with tempfile.NamedTemporaryFile("w", dir=self.folder, delete=False) as file:
            json.dump({"offset_s": offset_s}, file)
        # Readers see the old offset or the new one, never half a file.
        Path(file.name).replace(self.clock_file)

    @property
    def clock_offset(self) -> float:
        """How many seconds business time is ahead of the machine's."""
        return float(json.loads(self.clock_file.read_text())["offset_s"])

    @property
    def base_url(self) -> str:
        """The one address of the product."""
        return self.gateway.base_url

    @property
    def mail(self) -> MailClient:
        return self.mail_sink.client

    @property
    def kafka_bootstrap(self) -> str:
        return self.kafka.bootstrap

    def kafka_credentials(self, user: str) -> tuple[str, str]:
        """Return name and password of `admin` or of a service (SASL_PLAINTEXT, SCRAM-SHA-256)."""
        return self.kafka.credentials(user)

    def mongodb_url(self, database: str) -> str:
        """Return how a service reaches `<service>` or `<service>_keys`, and only that."""
        return self.mongodb.url(database)

    def mongodb_admin_url(self, database: str = "admin") -> str:
        """Return how to reach any database, for tests that need one of their own."""
        return self.mongodb.admin_url(database)

    def env_for(self, service: str) -> dict[str, str]:
        """Return the environment this service is started with (its port is added at the start)."""
        return {**environment.of(self, service), **self._extra_env}

    def service_url(self, service: str, replica: int = 0) -> str:
        """Return the replica's own address, past the gateway."""
        part = self._parts[f"{service}-{replica}"]
        assert isinstance(part, Service)
        return part.url

    def log(self, part: str) -> Path:
        """Return the log file of a part."""
        return self.folder / "logs" / f"{part}.log"

    @property
    def processes(self) -> dict[str, Process]:
        """Every part's process by the part's name."""
        return {name: part.process for name, part in self._parts.items()}

    def _build(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "logs").mkdir(exist_ok=True)
        if not self.clock_file.exists():
            self.set_clock(0)
        tools = prepare(self._say)
        at = ports.choose(fixed=self._fixed_ports)
        self.secrets = Secrets(self.folder / "secrets")
        counts = {service: self._replicas.get(service, 1) for service in self.services}
        spare = iter(ports.free(sum(counts.values()) + 1))
        upstreams = {service: [next(spare) for _ in range(count)] for service, count in counts.items()}

        self.mongodb = MongoDB(
            self.folder, mongod=tools.mongod, port=at.mongodb, log=self.log("mongodb"), secrets=self.secrets
        )
        self.kafka = Kafka(
            self.folder,
            java=tools.java,
            jars=tools.kafka_jars,
            ports=(at.kafka, at.kafka_controller),
            log=self.log("kafka"),
            secrets=self.secrets,
        )
        self.mail_sink = MailSink(
            self.folder,
            node=tools.node,
            modules=tools.node_modules,
            smtp_port=at.smtp,
            web_port=at.mail,
            log=self.log("mail"),
        )
        self.gateway = Gateway(
            self.folder, caddy=tools.caddy, port=at.gateway, upstreams=upstreams, log=self.log("gateway")
        )
        self.login = Login(
            self.folder,
            node=tools.node,
            modules=tools.node_modules,
            ports=(at.login_staff, at.login_family),
            base_url=self.gateway.base_url,
            people=self._people,
            log=self.log("login"),
            secrets=self.secrets,
        )
        self._parts = {
            "kafka": self.kafka,
            "mongodb": self.mongodb,
            "login": self.login,
            "mail": self.mail_sink,
            "gateway": self.gateway,
        }
        for service, taken in upstreams.items():
            for replica, port in enumerate(taken):
                name = f"{service}-{replica}"
                env = self.env_for(service)
                self._parts[name] = Service(service, replica=replica, port=port, env=env, log=self.log(name))

    def _start_together(self, names: Sequence[str]) -> None:
        if names:
            self._say(f"Starting {', '.join(names)}")
            with ThreadPoolExecutor(len(names)) as pool:
                list(pool.map(lambda name: self._timed(name, self._parts[name].start), names))

    def _timed(self, name: str, work: Callable[[], None]) -> None:
        began = time.monotonic()
        work()
        self.timings[name] = round(time.monotonic() - began, 2)

    def _named(self, part: str, replica: int) -> Part:
        return self._parts[part] if part in self._parts else self._parts[f"{part}-{replica}"]

    def _is_service(self, name: str) -> bool:
        return name.rpartition("-")[0] in SERVICES
