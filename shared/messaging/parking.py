"""Records that came before what they refer to: parked under the id they wait for, in order per aggregate.

Tried again about once a second; after 15 minutes a parked record becomes a dead letter, with an alarm.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from datetime import UTC, datetime, timedelta
from typing import Any

from aiokafka import ConsumerRecord

from shared.contracts.envelope import Heard
from shared.errors import NotYet, Refusal, Unavailable
from shared.messaging.dead_letters import DeadLetters, keepable, kept
from shared.observability.logs import get_logger
from shared.observability.metrics import PARKED
from shared.storage.client import mongodb_failures
from shared.storage.leases import Lease

log = get_logger()

PATIENCE = timedelta(minutes=15)
RETRY_S = 1.0


class Parking:
    """The parked records of one service; `lease` makes one process try them again."""

    def __init__(self, database: Any, *, lease: Lease, dead_letters: DeadLetters) -> None:
        self._collection = database["parked"]
        self._lease = lease
        self._dead_letters = dead_letters

    async def groups(self, sources: Collection[str]) -> set[str]:
        """Which of these aggregates have parked records, so that later ones must queue behind."""
        with mongodb_failures():
            # Nearly always nothing is parked at all, and that is a cheap question.
            if await self._collection.find_one({}, {"_id": 1}) is None:
                return set()
            rows = await self._collection.find({"group": {"$in": list(sources)}}, {"group": 1}).to_list(None)
        return {row["group"] for row in rows}

    async def park(self, record: ConsumerRecord[bytes, bytes], said: Heard[Any], *, awaited: str) -> None:
        row = {
            **keepable(record),
            "group": said.source,
            "seq": said.seq,
            "awaits": awaited,
            "since": datetime.now(UTC),
        }
        with mongodb_failures():
            await self._collection.update_one({"_id": said.id}, {"$setOnInsert": row}, upsert=True)
        log.info("event.parked", event_id=said.id, awaits=awaited)

    async def prepare(self) -> None:
        with mongodb_failures():
            await self._collection.create_index([("group", 1), ("seq", 1)])

    async def run(self, react: Callable[[ConsumerRecord[bytes, bytes]], Awaitable[None]]) -> None:
        """Try the parked records again while this process leads; runs until cancelled."""
        keeping = asyncio.ensure_future(self._lease.keep())
        try:
            while True:
                await asyncio.sleep(RETRY_S)
                if self._lease.held():
                    try:
                        await self.retry(react)
                    except Unavailable as down:
                        log.warning("parking.waits", neighbour=down.neighbour)
        finally:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)

    async def retry(self, react: Callable[[ConsumerRecord[bytes, bytes]], Awaitable[None]]) -> int:
        """Go through what is parked once, in order per aggregate; the number that could go on."""
        with mongodb_failures():
            rows = await self._collection.find().sort([("group", 1), ("seq", 1)]).to_list(None)
        PARKED.set(len(rows))
        done, still_waiting = 0, set()
        for row in rows:
            if row["group"] in still_waiting:
                continue
            if await self._retry(row, react):
                done += 1
            else:
                still_waiting.add(row["group"])
        return done

    async def _retry(
        self, row: dict[str, Any], react: Callable[[ConsumerRecord[bytes, bytes]], Awaitable[None]]
    ) -> bool:
        try:
            await react(kept(row))
        except NotYet:
            if row["since"] > datetime.now(UTC) - PATIENCE:
                return False
            log.error("event.waited-too-long", event_id=row["_id"], awaits=row["awaits"])  # noqa: TRY400
            await self._dead_letters.add(kept(row), "waited-too-long")
        except Refusal as refused:
            log.info("event.refused", event_id=row["_id"], code=refused.code)
        except Unavailable:
            raise
        except Exception as error:
            log.warning("event.failed", event_id=row["_id"], exc_info=error)
            await self._dead_letters.add(kept(row), f"failed-{type(error).__name__}")
        with mongodb_failures():
            await self._collection.delete_one({"_id": row["_id"]})
        return True
