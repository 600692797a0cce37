"""How far behind a worker is shows in two metrics."""

import time

from aiokafka import ConsumerRecord, TopicPartition

from shared.messaging.lag import Lag
from shared.observability.metrics import CONSUMER_LAG, REGISTRY

FIRST, SECOND = TopicPartition("samspill.test.lag", 0), TopicPartition("samspill.test.lag", 1)


class Partitions:
    """What a consumer knows of its partitions."""

    def __init__(self, ends: dict[TopicPartition, int]) -> None:
        self._ends = ends

    def assignment(self) -> set[TopicPartition]:
        return set(self._ends)

    def highwater(self, place: TopicPartition) -> int | None:
        return self._ends[place]


def _record(place: TopicPartition, offset: int, *, age_s: float = 0) -> ConsumerRecord[bytes, bytes]:
    told = int((time.time() - age_s) * 1000)
    return ConsumerRecord(place.topic, place.partition, offset, told, 0, b"k", b"{}", None, 1, 2, ())


def _behind() -> float | None:
    return REGISTRY.get_sample_value("samspill_consumer_lag_records", {"topic": FIRST.topic})


def test_what_has_not_been_heard_is_counted_over_all_partitions() -> None:
    lag = Lag()
    both = Partitions({FIRST: 10, SECOND: 5})
    lag.note([_record(FIRST, 3), _record(FIRST, 4), _record(SECOND, 4)], both)
    assert _behind() == 5
    lag.note([_record(FIRST, 9)], both)
    assert _behind() == 0


def test_a_partition_that_another_process_has_taken_over_counts_no_more() -> None:
    lag = Lag()
    lag.note([_record(FIRST, 0), _record(SECOND, 0)], Partitions({FIRST: 100, SECOND: 2}))
    assert _behind() == 100
    lag.note([_record(SECOND, 1)], Partitions({SECOND: 2}))
    assert _behind() == 0


def test_the_oldest_record_of_a_batch_says_how_old_news_is() -> None:
    CONSUMER_LAG.clear()
    labels = {"topic": FIRST.topic}
    before = REGISTRY.get_sample_value("samspill_event_age_seconds_sum", labels) or 0.0
    Lag().note([_record(FIRST, 0, age_s=90), _record(FIRST, 1)], Partitions({FIRST: 2}))
    told = (REGISTRY.get_sample_value("samspill_event_age_seconds_sum", labels) or 0.0) - before
    assert 89 < told < 95
