"""The FastStream side: one batch subscriber for all topics a service hears, raw records, ours to decode."""

import asyncio
from collections.abc import Sequence
from typing import Any

from aiokafka import ConsumerRecord
from aiokafka.errors import KafkaError
from faststream import AckPolicy
from faststream.kafka import KafkaBroker, KafkaMessage
from faststream.kafka.message import KafkaAckableMessage
from faststream.security import BaseSecurity, SASLPlaintext, SASLScram256, SASLScram512

from shared.errors import Unavailable
from shared.messaging.consuming import Inbox
from shared.messaging.lag import Lag
from shared.messaging.producing import KafkaAddress

MAX_RECORDS = 500
SMALL_BATCH = 50
BATCH_TIMEOUT_MS = 10
SESSION_TIMEOUT_MS = 6000


async def _raw(message: KafkaMessage) -> Any:
    """Leave the records as they are: what cannot be parsed must not take its neighbours with it."""
    return message.raw_message


def broker_for(
    address: KafkaAddress, inbox: Inbox, *, service: str, group: str | None = None, rest_s: float = 0.0
) -> KafkaBroker:
    """A broker, not yet started, whose one subscriber feeds the inbox; the group is the service's name.

    After a batch of fewer than `SMALL_BATCH` records it rests `rest_s` seconds: an event heard alone costs
    several times what it costs among others.
    """
    broker = KafkaBroker(
        address.bootstrap.split(","),
        client_id=service,
        security=_security(address),
        apply_types=False,
        logger=None,
        allow_auto_create_topics=False,
        graceful_timeout=15.0,
    )

    async def parse(records: Any) -> KafkaAckableMessage:
        # FastStream's own parser decodes every header of every record first: dear, and one header that is
        # not text would stop the whole batch for ever.
        return KafkaAckableMessage(
            raw_message=records, body=b"", correlation_id="batch", consumer=subscriber.consumer
        )

    subscriber = broker.subscriber(
        *inbox.topics,
        batch=True,
        group_id=group or service,
        ack_policy=AckPolicy.NACK_ON_ERROR,
        parser=parse,
        decoder=_raw,
        auto_offset_reset="earliest",
        max_records=MAX_RECORDS,
        batch_timeout_ms=BATCH_TIMEOUT_MS,
        session_timeout_ms=SESSION_TIMEOUT_MS,
        heartbeat_interval_ms=1000,
        max_poll_interval_ms=600_000,
    )

    lag = Lag()

    @subscriber
    async def consume(records: Sequence[ConsumerRecord[bytes, bytes]]) -> None:
        await inbox.consume(records)
        lag.note(records, subscriber.consumer)
        if len(records) < SMALL_BATCH:
            await asyncio.sleep(rest_s)

    return broker


async def start_broker(broker: KafkaBroker) -> None:
    """Start consuming; raises `Unavailable` while Kafka does not answer."""
    try:
        await broker.start()
    except (KafkaError, OSError) as down:
        await broker.stop()
        raise Unavailable("kafka") from down


def _security(address: KafkaAddress) -> BaseSecurity | None:
    if not address.security_protocol.startswith("SASL"):
        return None
    kind = {"PLAIN": SASLPlaintext, "SCRAM-SHA-256": SASLScram256, "SCRAM-SHA-512": SASLScram512}[
        address.mechanism
    ]
    return kind(
        username=address.username or "",
        password=address.password or "",
        use_ssl=address.security_protocol.endswith("SSL"),
    )
