"""Which processes send letters just now: each keeps a lease, and its letters are its own while it holds.

A letter names its sender. Another process takes it over only when that sender's lease has run out by the
database's own clock; a sender stops a little earlier, by its own monotonic clock, and forgets what it had
in hand whenever its lease had a gap.
"""

import asyncio
import time
from typing import Any

from shared.errors import Unavailable
from shared.identifiers import new_id
from shared.storage.client import mongodb_failures

LEASE_S = 4.0
RENEW_S = 1.0
MARGIN_S = 1.0
FORGET_AFTER_S = 3600


class SenderLease:
    """The right of this process to send what it has in hand. `turn` grows with every gap in the lease."""

    def __init__(self, database: Any) -> None:
        self._collection = database["senders"]
        self.name = new_id("sender")
        self.turn = 0
        self._until = 0.0
        self._began = 0.0

    def held(self) -> bool:
        return time.monotonic() < self._until

    def settled(self) -> bool:
        """Whether it has held long enough for every other living sender to have renewed its own."""
        return self.held() and time.monotonic() - self._began > LEASE_S

    async def keep(self) -> None:
        """Renew it until cancelled; then let others take over at once."""
        try:
            while True:
                try:
                    await self.renew()
                except Unavailable:
                    await asyncio.sleep(RENEW_S / 4)
                    continue
                await asyncio.sleep(RENEW_S)
        finally:
            self._until = 0.0
            await asyncio.shield(self._release())

    async def renew(self) -> None:
        asked = time.monotonic()
        until = {"$add": ["$$NOW", int(LEASE_S * 1000)]}
        with mongodb_failures():
            await self._collection.update_one({"_id": self.name}, [{"$set": {"until": until}}], upsert=True)
        if not self.held():
            self.turn += 1
            self._began = time.monotonic()
        self._until = asked + LEASE_S - MARGIN_S

    async def others(self) -> list[str]:
        """The other senders whose letters are not to be touched."""
        alive = {"_id": {"$ne": self.name}, "$expr": {"$gt": ["$until", "$$NOW"]}}
        with mongodb_failures():
            rows = await self._collection.find(alive, {"_id": 1}).to_list(None)
        return [row["_id"] for row in rows]

    async def prepare(self) -> None:
        with mongodb_failures():
            await self._collection.create_index("until", expireAfterSeconds=FORGET_AFTER_S)

    async def _release(self) -> None:
        try:
            with mongodb_failures():
                await self._collection.delete_one({"_id": self.name})
        except Unavailable:
            return
