"""Records that could not be understood or handled: kept with the reason, listed, put back by a command."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aiokafka import ConsumerRecord

from shared.contracts.envelope import header
from shared.observability.logs import get_logger
from shared.observability.metrics import DEAD_LETTERS
from shared.storage.client import mongodb_failures

log = get_logger()


@dataclass(frozen=True)
class DeadLetter:
    """One dead letter, without its content."""

    id: str
    topic: str
    reason: str
    type: str
    since: datetime


class DeadLetters:
    """The dead letters of one service; a repeat of the same record is the same letter."""

    def __init__(self, database: Any) -> None:
        self._collection = database["dead_letters"]

    async def add(self, record: ConsumerRecord[bytes, bytes], reason: str) -> None:
        id_ = f"{record.topic}:{record.partition}:{record.offset}"
        row = {**keepable(record), "reason": reason, "since": datetime.now(UTC)}
        with mongodb_failures():
            await self._collection.update_one({"_id": id_}, {"$set": row}, upsert=True)
        DEAD_LETTERS.labels(record.topic, reason).inc()
        log.error("dead-letter.added", topic=record.topic, reason=reason, offset=record.offset)

    async def list(self) -> list[DeadLetter]:
        """All of them, in the order in which they stood in their topics."""
        with mongodb_failures():
            rows = (
                await self._collection.find()
                .sort([("topic", 1), ("partition", 1), ("offset", 1)])
                .to_list(None)
            )
        return [
            DeadLetter(
                id=row["_id"],
                topic=row["topic"],
                reason=row["reason"],
                type=header(_headers(row), "ce_type") or "",
                since=row["since"],
            )
            for row in rows
        ]

    async def put_back(
        self, react: Callable[[ConsumerRecord[bytes, bytes]], Awaitable[None]], *, only: str | None = None
    ) -> int:
        """React to them again in order, removing each that succeeds; the number that did.

        Stops at the first that fails again, so that order within an aggregate is kept.
        """
        done = 0
        for letter in await self.list():
            if only is not None and letter.id != only:
                continue
            with mongodb_failures():
                row = await self._collection.find_one({"_id": letter.id})
            if row is None:
                continue
            await react(kept(row))
            with mongodb_failures():
                await self._collection.delete_one({"_id": letter.id})
            done += 1
        return done


def keepable(record: ConsumerRecord[bytes, bytes]) -> dict[str, Any]:
    """A Kafka record as a document; its body holds codes and sealed words only."""
    return {
        "topic": record.topic,
        "partition": record.partition,
        "offset": record.offset,
        "key": record.key,
        "value": record.value,
        "headers": [[name, value] for name, value in record.headers],
    }


def kept(row: dict[str, Any]) -> ConsumerRecord[bytes, bytes]:
    """The Kafka record that `keepable` kept."""
    return ConsumerRecord(
        topic=row["topic"],
        partition=row["partition"],
        offset=row["offset"],
        timestamp=0,
        timestamp_type=0,
        key=row["key"],
        value=row["value"],
        checksum=None,
        serialized_key_size=0,
        serialized_value_size=0,
        headers=_headers(row),
    )


def _headers(row: dict[str, Any]) -> list[tuple[str, bytes]]:
    return [(name, bytes(value)) for name, value in row["headers"]]
