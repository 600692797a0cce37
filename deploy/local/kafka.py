import base64
import os
import subprocess
import uuid
from pathlib import Path

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

from deploy.local.failures import CannotRunError
from deploy.local.ports import is_open
from deploy.local.processes import Process
from deploy.local.secrets import Secrets

USERS = ("admin", "broker", "intake", "meetings", "notify", "escalation")

_SMALL_JVM = ("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
_LOGGING = ("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true")


class Kafka:
    """One Apache Kafka node, broker and controller in one; a user per service, and nothing without an ACL."""

    def __init__(
        self, folder: Path, *, java: Path, jars: Path, ports: tuple[int, int], log: Path, secrets: Secrets
    ) -> None:
        self._folder = folder / "kafka"
        self._port = ports[0]
        self._secrets = secrets
        self._java = [os.fspath(java), *_SMALL_JVM, *_LOGGING, "-cp", f"{jars}/*"]
        self._settings = self._folder / "server.properties"
        self._folder.mkdir(parents=True, exist_ok=True)
        self._settings.write_text(_properties(self._folder / "data", ports, secrets))
        self._settings.chmod(0o600)
        self.process = Process("Kafka", [*self._java, "kafka.Kafka", self._settings], log=log)

    @property
    def bootstrap(self) -> str:
        return f"127.0.0.1:{self._port}"

    def credentials(self, user: str) -> tuple[str, str]:
        """Return the user's name and password (SCRAM-SHA-256)."""
        return user, self._secrets.password(f"kafka-{user}")

    def start(self) -> None:
        """Return when the broker answers its administrator."""
        if not (self._folder / "data" / "meta.properties").exists():
            self._format()
        self.process.start()
        self.process.wait_until(lambda: is_open(self._port), within_s=90)
        admin = self.client("admin")
        self.process.wait_until(lambda: _answers(admin), within_s=60)

    def client(self, user: str) -> AdminClient:
        """Return a client that signs in as that user."""
        name, password = self.credentials(user)
        return AdminClient(
            {
                "bootstrap.servers": self.bootstrap,
                "security.protocol": "SASL_PLAINTEXT",
                "sasl.mechanism": "SCRAM-SHA-256",
                "sasl.username": name,
                "sasl.password": password,
                "reconnect.backoff.max.ms": 200,
                # A broker that is starting or gone is what the caller waits for, not news for the terminal.
                "log_level": 0,
            }
        )

    def stop(self) -> None:
        self.process.stop()

    def _format(self) -> None:
        # Kafka's own ids never begin with "-" either: its tool would take it for an option.
        cluster = "0" + base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")[1:]
        command: list[str | Path] = [
            *self._java,
            "kafka.tools.StorageTool",
            "format",
            "-t",
            cluster,
            "-c",
            self._settings,
        ]
        for user in USERS:
            name, password = self.credentials(user)
            command += ["--add-scram", f"SCRAM-SHA-256=[name={name},password={password}]"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise CannotRunError(f"Kafka could not prepare its folder: {(done.stderr or done.stdout)[-300:]}")


def _answers(admin: AdminClient) -> bool:
    try:
        return bool(admin.list_topics(timeout=1).brokers)
    except KafkaException:
        return False


def _properties(data: Path, ports: tuple[int, int], secrets: Secrets) -> str:
    clients, controller = ports
    broker, quorum = secrets.password("kafka-broker"), secrets.password("kafka-controller")
    scram = "org.apache.kafka.common.security.scram.ScramLoginModule"
    plain = "org.apache.kafka.common.security.plain.PlainLoginModule"
    settings = {
        "process.roles": "broker,controller",
        "node.id": 1,
        "controller.quorum.voters": f"1@127.0.0.1:{controller}",
        "listeners": f"CLIENTS://127.0.0.1:{clients},CONTROLLER://127.0.0.1:{controller}",
        "advertised.listeners": f"CLIENTS://127.0.0.1:{clients}",
        "listener.security.protocol.map": "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT",
        "controller.listener.names": "CONTROLLER",
        "inter.broker.listener.name": "CLIENTS",
        "sasl.enabled.mechanisms": "SCRAM-SHA-256",
        "sasl.mechanism.inter.broker.protocol": "SCRAM-SHA-256",
        "sasl.mechanism.controller.protocol": "PLAIN",
        "listener.name.clients.scram-sha-256.sasl.jaas.config": (
            f'{scram} required username="broker" password="{broker}";'
        ),
        "listener.name.controller.sasl.enabled.mechanisms": "PLAIN",
        "listener.name.controller.plain.sasl.jaas.config": (
            f'{plain} required username="controller" password="{quorum}" user_controller="{quorum}";'
        ),
        "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "allow.everyone.if.no.acl.found": "false",
        "super.users": "User:admin;User:broker;User:controller",
        "log.dirs": data,
        "auto.create.topics.enable": "false",
        "default.replication.factor": 1,
        "min.insync.replicas": 1,
        "offsets.topic.replication.factor": 1,
        "offsets.topic.num.partitions": 8,
        "transaction.state.log.replication.factor": 1,
        "transaction.state.log.min.isr": 1,
        "transaction.state.log.num.partitions": 4,
        "share.coordinator.state.topic.replication.factor": 1,
        "share.coordinator.state.topic.min.isr": 1,
        "group.initial.rebalance.delay.ms": 0,
        # After a kill the broker is let in again when its old session has run out: 3 s instead of 9.
        "broker.session.timeout.ms": 3000,
        "broker.heartbeat.interval.ms": 500,
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items())
