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
        oldest: dict[str, int] = {}
        for record in records:
            self._heard[TopicPartition(record.topic, record.partition)] = record.offset + 1
            oldest[record.topic] = min(record.timestamp, oldest.get(record.topic, record.timestamp))
        for topic, told_ms in oldest.items():
            EVENT_AGE_SECONDS.labels(topic).observe(max(0.0, time.time() - told_ms / 1000))
        behind: dict[str, int] = defaultdict(int)
        mine = consumer.assignment()
        self._heard = {place: heard for place, heard in self._heard.items() if place in mine}
        for place, heard in self._heard.items():
            behind[place.topic] += max(0, (consumer.highwater(place) or 0) - heard)
        for topic, count in behind.items():
            CONSUMER_LAG.labels(topic).set(count)
