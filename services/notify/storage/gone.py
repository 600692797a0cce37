"""Letters that went out after the moment a restored backup is of: their ids, kept so that none goes twice."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shared.storage.client import mongodb_failures


class GoneBefore:
    """Empty in every installation that never had to restore. Read once, before anything is sent."""

    def __init__(self, database: Any) -> None:
        self._collection = database["gone_before_restore"]
        self._ids: frozenset[str] = frozenset()

    def __contains__(self, letter_id: str) -> bool:
        return letter_id in self._ids

    async def prepare(self) -> None:
        with mongodb_failures():
            self._ids = frozenset([row["_id"] async for row in self._collection.find({}, {"_id": 1})])

    async def add(self, sent: Mapping[str, datetime]) -> None:
        """These went; twice is once."""
        with mongodb_failures():
            for letter_id, at in sent.items():
                await self._collection.update_one({"_id": letter_id}, {"$set": {"at": at}}, upsert=True)
        await self.prepare()
