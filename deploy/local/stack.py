import json
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path
from types import TracebackType
from typing import Self

from deploy.local import environment, parts, ports, topics
from deploy.local.gateway import Gateway
from deploy.local.kafka import Kafka
from deploy.local.login import Login
from deploy.local.mail import MailClient, MailSink
from deploy.local.mongodb import MongoDB
from deploy.local.parts import Part
from deploy.local.processes import Process
from deploy.local.secrets import Secrets
from deploy.local.services import Service
from deploy.local.tools import Say, prepare, silence

SERVICES = ("intake", "meetings", "notify", "escalation")
PEOPLE = Path(__file__).resolve().parents[1] / "demo" / "roster" / "cast.json"


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
        self._replicas = {name: (replicas or {}).get(name, 1) for name in services}
        self._fixed_ports = fixed_ports
        self._people = people
        self._extra_env = dict(extra_env or {})
        self._say = say
        self._outside = environment.outside() if profile == "demo" else frozenset()
        self._started: dict[str, Part] = {}

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
            services = self._build()
            made = {field.name: getattr(self._made, field.name) for field in fields(self._made)}
            self._start_together({name: made[name] for name in made if name not in self._outside})
            if "kafka" not in self._outside:
                self._timed("topics", lambda: topics.provision(self.kafka))
            self._start_together(services)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop everything, the services first so that they can finish what they hold."""
        services = [part for part in self._started.values() if isinstance(part, Service)]
        others = [part for part in self._started.values() if not isinstance(part, Service)]
        for together in (services, others):
            with ThreadPoolExecutor(max(1, len(together))) as pool:
                list(pool.map(lambda part: part.stop(), together))

    def restart(self, part: str, replica: int = 0) -> None:
        """Stop a part, or a service's replica, and start it again on the same address and data."""
        self.stop_part(part, replica)
        self.start_part(part, replica)

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
    def mongodb(self) -> MongoDB:
        return self._made.mongodb

    @property
    def kafka(self) -> Kafka:
        return self._made.kafka

    @property
    def mail_sink(self) -> MailSink:
        return self._made.mail

    @property
    def mail(self) -> MailClient:
        return self._made.mail.client

    @property
    def login(self) -> Login:
        return self._made.login

    @property
    def gateway(self) -> Gateway:
        return self._made.gateway

    @property
    def base_url(self) -> str:
        """The one address of the product."""
        return self._made.gateway.base_url

    @property
    def kafka_bootstrap(self) -> str:
        return self._made.kafka.bootstrap

    def kafka_credentials(self, user: str) -> tuple[str, str]:
        """Return name and password of `admin` or of a service (SASL_PLAINTEXT, SCRAM-SHA-256)."""
        return self._made.kafka.credentials(user)

    def mongodb_url(self, database: str) -> str:
        """Return how a service reaches `<service>` or `<service>_keys`, and only that."""
        return self._made.mongodb.url(database)

    def mongodb_admin_url(self, database: str = "admin") -> str:
        """Return how to reach any database, for tests that need one of their own."""
        return self._made.mongodb.admin_url(database)

    def env_for(self, service: str) -> dict[str, str]:
        """Return the environment this service is started with (its port is added at the start)."""
        outside = environment.from_outside(service) if self._outside else {}
        return {**environment.of(self, service), **outside, **self._extra_env}

    def service_url(self, service: str, replica: int = 0) -> str:
        """Return the replica's own address, past the gateway."""
        part = self._named(service, replica)
        assert isinstance(part, Service)
        return part.url

    def log(self, part: str) -> Path:
        """Return the log file of a part."""
        return self.folder / "logs" / f"{part}.log"

    @property
    def processes(self) -> dict[str, Process]:
        """Every started part's process, by the part's name."""
        return {name: part.process for name, part in self._started.items()}

    def _build(self) -> dict[str, Part]:
        """Make the parts; return the services."""
        (self.folder / "logs").mkdir(parents=True, exist_ok=True)
        if not self.clock_file.exists():
            self.set_clock(0)
        self.secrets = Secrets(self.folder / "secrets")
        chosen = ports.choose(fixed=self._fixed_ports, services=sum(self._replicas.values()))
        spare = iter(chosen.services)
        upstreams = {name: [next(spare) for _ in range(count)] for name, count in self._replicas.items()}
        self._made = parts.build(
            self.folder,
            tools=prepare(self._say),
            at=chosen,
            upstreams=upstreams,
            people=self._people,
            secrets=self.secrets,
        )
        return {
            f"{name}-{replica}": Service(
                name, replica=replica, port=port, env=self.env_for(name), log=self.log(f"{name}-{replica}")
            )
            for name, taken in upstreams.items()
            for replica, port in enumerate(taken)
        }

    def _start_together(self, together: Mapping[str, Part]) -> None:
        if not together:
            return
        self._say(f"Starting {', '.join(together)}")
        self._started |= together
        with ThreadPoolExecutor(len(together)) as pool:
            list(pool.map(lambda name: self._timed(name, together[name].start), together))

    def _timed(self, name: str, work: Callable[[], None]) -> None:
        began = time.monotonic()
        work()
        self.timings[name] = round(time.monotonic() - began, 2)

    def _named(self, part: str, replica: int) -> Part:
        return self._started[part] if part in self._started else self._started[f"{part}-{replica}"]
