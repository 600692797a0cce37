"""Case numbers: `2026-000123`, from blocks that each process leases; a gap is no loss."""

import asyncio
from typing import Any

from shared.storage.client import mongodb_failures

BLOCK = 100
SKIPPED = 10_000


class CaseNumbers:
    """Hands out case numbers, each once over all processes; a number not used leaves a gap.

    `reserve` may wait for the database, `take` never does.
    """

    def __init__(self, database: Any, *, block: int = BLOCK) -> None:
        self._collection = database["case_numbers"]
        self._block = block
        self._left: dict[int, list[int]] = {}
        self._leasing = asyncio.Lock()

    async def reserve(self, year: int, count: int) -> None:
        """Make sure that `take` can be called this many times."""
        while len(self._left.get(year, ())) < count:
            async with self._leasing:
                if len(self._left.get(year, ())) < count:
                    await self._lease(year)

    def take(self, year: int) -> str:
        """The next number; another block must have been reserved."""
        return f"{year}-{self._left[year].pop():06d}"

    async def skip(self, count: int = SKIPPED) -> None:
        """After a restored backup: numbers given out since may stand on receipts, and are not given again."""
        with mongodb_failures():
            await self._collection.update_many({}, {"$inc": {"last": count}})

    async def _lease(self, year: int) -> None:
        with mongodb_failures():
            row = await self._collection.find_one_and_update(
                {"_id": year},
                {"$inc": {"last": self._block}},
                upsert=True,
                return_document=True,
            )
        # Taken from the end: the new, higher block goes in front of what is left of the old one.
        fresh = list(range(row["last"], row["last"] - self._block, -1))
        self._left[year] = fresh + self._left.get(year, [])
