"""Everything that stands on the topics, read from the first record to the last."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from confluent_kafka import Consumer, ConsumerGroupTopicPartitions, TopicPartition

from deploy.local import Stack
from shared.contracts.topics import DEAD_LETTERS, TOPICS
from shared.messaging.broker import SESSION_TIMEOUT_MS

_LAID_ASIDE = {topic.name for topic in DEAD_LETTERS.values()}
_NAMES = [topic.name for topic in TOPICS if topic.name not in _LAID_ASIDE]


@dataclass(frozen=True, slots=True)
class Said:
    """One record: which aggregate said it, as its how-manieth, and where it lies."""

    topic: str
    partition: int
    offset: int
    type: str
    id: str
    source: str
    seq: int
    value: bytes

    @property
    def case_id(self) -> str | None:
        """The case it is about, as the record says in clear."""
        told: str | None = json.loads(self.value).get("case_id") if self.value else None
        return told


def everything_said(stack: Stack) -> list[Said]:
    """All records of all topics, those of a partition in their order."""
    consumer = _consumer(stack)
    try:
        return list(_read(consumer))
    finally:
        consumer.close()


def behind(stack: Stack, services: Sequence[str]) -> int:
    """How many records these services have not committed yet; at least 1 for each where that is unknown."""
    admin, consumer = stack.kafka.client("admin"), _consumer(stack)
    try:
        waiting = 0
        for service in services:
            asked = admin.list_consumer_group_offsets([ConsumerGroupTopicPartitions(service)])
            places = asked[service].result(10).topic_partitions
            for place in places or []:
                end = consumer.get_watermark_offsets(TopicPartition(place.topic, place.partition), 10)[1]
                waiting += max(0, end - max(0, place.offset))
            waiting += not places
        return waiting
    finally:
        consumer.close()


def _consumer(stack: Stack) -> Consumer:
    name, password = stack.kafka.credentials("admin")
    return Consumer(
        {
            "bootstrap.servers": stack.kafka_bootstrap,
            "security.protocol": "SASL_PLAINTEXT",
            "sasl.mechanism": "SCRAM-SHA-256",
            "sasl.username": name,
            "sasl.password": password,
            "group.id": "onlooker",
            "session.timeout.ms": SESSION_TIMEOUT_MS,
            "enable.auto.commit": False,
            "auto.offset.reset": "earliest",
            "log_level": 0,
        }
    )


def _read(consumer: Consumer) -> Iterator[Said]:
    ends: dict[tuple[str, int], int] = {}
    topics = consumer.list_topics(timeout=10).topics
    for name in _NAMES:
        for partition in topics[name].partitions:
            low, high = consumer.get_watermark_offsets(TopicPartition(name, partition), 10)
            if high > low:
                ends[name, partition] = high
    consumer.assign([TopicPartition(name, partition, 0) for name, partition in ends])
    while ends:
        for message in consumer.consume(1000, timeout=10):
            topic, partition, offset = message.topic(), message.partition(), message.offset()
            assert topic is not None
            assert partition is not None
            assert offset is not None
            said: dict[str, bytes] = dict(message.headers() or [])  # type: ignore[arg-type]
            yield Said(
                topic,
                partition,
                offset,
                said["ce_type"].decode(),
                said["ce_id"].decode(),
                said["ce_subject"].decode(),
                int(said["ce_sequence"]),
                message.value() or b"",
            )
            if offset + 1 >= ends.get((topic, partition), 1 << 62):
                del ends[topic, partition]
