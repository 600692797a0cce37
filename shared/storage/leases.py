"""Leadership by lease: one process at a time drains the outbox, or fires the clocks, of a service."""

import asyncio
import os
import socket
import time
from datetime import UTC, datetime
from typing import Any

from pymongo.errors import DuplicateKeyError

from shared.errors import Unavailable
from shared.storage.client import mongodb_failures

LEASE_S = 3.0
RENEW_S = 1.0
EVER = datetime(1970, 1, 1, tzinfo=UTC)


class Lease:
    """One named lease in the service's database, valid for 3 s at a time by the server's own clock.

    `held()` must be asked before each piece of work; it turns False a little before the lease ends, by
    this process's monotonic clock, so a paused process stops before another may start. `epoch` grows with
    every change of holder.
    """

    def __init__(self, database: Any, name: str) -> None:
        self._collection = database["leases"]
        self._name = name
        self._holder = f"{socket.gethostname()}:{os.getpid()}:{os.urandom(4).hex()}"
        self._until = 0.0
        self.epoch = 0

    def held(self) -> bool:
        return time.monotonic() < self._until

    async def keep(self) -> None:
        """Take the lease when it is free, renew it while it is ours; runs until cancelled."""
        try:
            while True:
                try:
                    await self.acquire()
                except Unavailable:
                    self._until = 0.0
                await asyncio.sleep(RENEW_S if self.held() else RENEW_S / 4)
        finally:
            await self.release()

    async def acquire(self) -> bool:
        """One attempt; whether this process holds the lease now."""
        asked = time.monotonic()
        free = {"$lt": [{"$ifNull": ["$until", EVER]}, "$$NOW"]}
        ours = {"$eq": ["$holder", self._holder]}
        until = {"$add": ["$$NOW", int(LEASE_S * 1000)]}
        # An upsert may not ask `$expr`, so the whole decision is made inside the update.
        update = [
            {"$set": {"_take": {"$or": [ours, free]}, "_change": {"$and": [free, {"$not": [ours]}]}}},
            {
                "$set": {
                    "holder": {"$cond": ["$_take", self._holder, "$holder"]},
                    "until": {"$cond": ["$_take", until, "$until"]},
                    "epoch": {"$add": [{"$ifNull": ["$epoch", 0]}, {"$cond": ["$_change", 1, 0]}]},
                }
            },
            {"$unset": ["_take", "_change"]},
        ]
        with mongodb_failures():
            try:
                row = await self._collection.find_one_and_update(
                    {"_id": self._name}, update, upsert=True, return_document=True
                )
            except DuplicateKeyError:
                row = None
        if row is None or row["holder"] != self._holder:
            self._until = 0.0
            return False
        self._until = asked + LEASE_S - 0.5
        self.epoch = row["epoch"]
        return True

    async def release(self) -> None:
        """Let another take over at once; a lease that is not ours stays."""
        self._until = 0.0
        try:
            with mongodb_failures():
                await self._collection.update_one(
                    {"_id": self._name, "holder": self._holder}, [{"$set": {"until": "$$NOW"}}]
                )
        except Unavailable:
            return
