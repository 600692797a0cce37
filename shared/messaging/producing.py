"""The Kafka producer of a service: idempotent, awaited, with its failures named."""

import ssl
from dataclasses import dataclass, field
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from shared.errors import Unavailable


@dataclass(frozen=True)
class KafkaAddress:
    """Where Kafka is and who we are there. The password never shows in a representation."""

    bootstrap: str
    security_protocol: str = "PLAINTEXT"
    mechanism: str = "SCRAM-SHA-256"
    username: str | None = None
    password: str | None = field(default=None, repr=False)

    def options(self) -> dict[str, Any]:
        """The connection's settings as aiokafka takes them."""
        found: dict[str, Any] = {
            "bootstrap_servers": self.bootstrap,
            "security_protocol": self.security_protocol,
        }
        if self.security_protocol.startswith("SASL"):
            found.update(
                sasl_mechanism=self.mechanism,
                sasl_plain_username=self.username,
                sasl_plain_password=self.password,
            )
        if self.security_protocol.endswith("SSL"):
            found["ssl_context"] = ssl.create_default_context()
        return found


async def start_producer(address: KafkaAddress, *, client_id: str) -> AIOKafkaProducer:
    """A started producer; raises `Unavailable` while Kafka does not answer."""
    producer = AIOKafkaProducer(
        client_id=client_id,
        enable_idempotence=True,
        acks="all",
        linger_ms=0,
        max_batch_size=131072,
        request_timeout_ms=10000,
        **address.options(),
    )
    try:
        await producer.start()
    except (KafkaError, OSError) as down:
        await producer.stop()
        raise Unavailable("kafka") from down
    return producer
