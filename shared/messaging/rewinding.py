"""Hearing again what was said since a moment: for a service whose database was put back to that moment."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.errors import KafkaError

from shared.contracts.topics import TOPICS, Service, Topic
from shared.errors import Unavailable
from shared.messaging.producing import KafkaAddress

OVERLAP = timedelta(minutes=5)
"""A document may have been read into the backup that much before its last event was told."""
WAIT_MS = 2000


async def rewind(address: KafkaAddress, service: Service, to: datetime) -> int:
    """Let the service go on hearing from that moment, and state from its beginning; the partitions moved.

    Raises `Unavailable` when the broker does not answer, or while a process of the service is running.
    """
    heard = [topic for topic in TOPICS if service in topic.readers]
    async with _consumer(address, group=service) as consumer:
        offsets = await _offsets(consumer, heard, to)
        try:
            await consumer.commit(offsets)
        except KafkaError as refused:
            raise Unavailable("kafka") from refused
    return len(offsets)


async def said_since(
    address: KafkaAddress, topic: Topic, since: datetime
) -> AsyncIterator[ConsumerRecord[bytes, bytes]]:
    """Every record of the topic from that moment (of a state topic: all) up to its present end."""
    # A group of nobody: reading along must not move where the service itself is.
    async with _consumer(address, group=None) as consumer:
        starts = await _offsets(consumer, [topic], since)
        ends: Mapping[TopicPartition, int] = await consumer.end_offsets(list(starts))
        left = {place for place, start in starts.items() if start < ends[place]}
        for place, start in starts.items():
            consumer.seek(place, start)
        while left:
            batch = await consumer.getmany(*left, timeout_ms=WAIT_MS)
            for place, records in batch.items():
                for record in records:
                    if record.offset < ends[place]:
                        yield record
            # Asked of the consumer: a compacted topic's last offsets may hold no record.
            left = {place for place in left if await consumer.position(place) < ends[place]}


async def _offsets(
    consumer: AIOKafkaConsumer, topics: Iterable[Topic], to: datetime
) -> dict[TopicPartition, int]:
    """Where each partition stood then; where nothing has come since, its end."""
    found: dict[TopicPartition, int] = {}
    moment = int((to - OVERLAP).timestamp() * 1000)
    parts = {topic: [TopicPartition(topic.name, one) for one in range(topic.partitions)] for topic in topics}
    # Once, and all of them: a consumer of a group does not bear to be assigned anew.
    consumer.assign([place for places in parts.values() for place in places])
    for topic, places in parts.items():
        if topic.state:
            found |= await consumer.beginning_offsets(places)
            continue
        later = await consumer.offsets_for_times(dict.fromkeys(places, moment))
        ends = await consumer.end_offsets(places)
        found |= {place: later[place].offset if later.get(place) else ends[place] for place in places}
    return found


@asynccontextmanager
async def _consumer(address: KafkaAddress, *, group: str | None) -> AsyncIterator[AIOKafkaConsumer]:
    consumer = AIOKafkaConsumer(
        group_id=group,
        client_id=f"restore-{uuid.uuid4().hex[:8]}",
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        **address.options(),
    )
    try:
        async with asyncio.timeout(30):
            await consumer.start()
    except (KafkaError, OSError, TimeoutError) as down:
        await consumer.stop()
        raise Unavailable("kafka") from down
    try:
        yield consumer
    finally:
        await consumer.stop()


def headers(record: ConsumerRecord[bytes, bytes]) -> dict[str, bytes]:
    pairs: Sequence[tuple[str, bytes]] = record.headers
    return dict(pairs)
