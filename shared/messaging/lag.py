"""How far behind a worker is: records it has not heard yet, and the age of what it has just heard."""

import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from aiokafka import ConsumerRecord, TopicPartition

from shared.observability.metrics import CONSUMER_LAG, EVENT_AGE_SECONDS


class Lag:
    """Measures once per batch. Costs some microseconds, asks the broker nothing."""

    def __init__(self) -> None:
        self._heard: dict[TopicPartition, int] = {}

    def note(self, records: Sequence[ConsumerRecord[bytes, bytes]], consumer: Any) -> None:
        """Take note of a batch that has had its effect; `consumer` knows how long the partitions are."""
        # Within a partition the first is the oldest and the last the furthest: no work for each record.
        for topic, told_ms in _oldest(records).items():
            EVENT_AGE_SECONDS.labels(topic).observe(max(0.0, time.time() - told_ms / 1000))
        last = {(record.topic, record.partition): record.offset for record in records}
        self._heard |= {TopicPartition(*place): offset + 1 for place, offset in last.items()}
        behind: dict[str, int] = defaultdict(int)
        mine = consumer.assignment()
        self._heard = {place: heard for place, heard in self._heard.items() if place in mine}
        for place, heard in self._heard.items():
            behind[place.topic] += max(0, (consumer.highwater(place) or 0) - heard)
        for topic, count in behind.items():
            CONSUMER_LAG.labels(topic).set(count)


def _oldest(records: Sequence[ConsumerRecord[bytes, bytes]]) -> dict[str, int]:
    """When the oldest record of each topic was told, in milliseconds since 1970."""
    first = {(record.topic, record.partition): record.timestamp for record in reversed(records)}
    oldest: dict[str, int] = {}
    for (topic, _), told_ms in first.items():
        oldest[topic] = min(told_ms, oldest.get(topic, told_ms))
    return oldest
