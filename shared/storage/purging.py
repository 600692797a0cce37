"""Removing what a case has left in a service's database, wherever it lies, and remembering that it is gone.

The grave in the data's own database is asked before any event of a case is heard; the one in the key database
(`ScopeKeys`) refuses a new key. Either of them restores the other, so that a backup of one is not enough to
bring a case back.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from shared.storage.client import mongodb_failures
from shared.storage.keys import ScopeKeys

_STAYS = frozenset({"graves", "case_looks"})
"""Of the log of looks the chain stays, for anybody to check; its content went with the key."""
_BY_SCOPE = "k"


class Graves:
    """Which cases were erased from this database, and what of them has still to go."""

    def __init__(self, database: Any, *, keys: ScopeKeys) -> None:
        self._database = database
        self._collection = database["graves"]
        self._keys = keys

    async def dig(self, case_id: str) -> None:
        """From now on the case is gone: its events are not heard, its key is destroyed. Twice is once."""
        row = {"at": datetime.now(UTC), "swept": False}
        with mongodb_failures():
            await self._collection.update_one({"_id": case_id}, {"$setOnInsert": row}, upsert=True)
        await self._keys.destroy(case_id)

    async def among(self, case_ids: Collection[str]) -> set[str]:
        """Which of these cases are erased."""
        if not case_ids:
            return set()
        with mongodb_failures():
            rows = await self._collection.find({"_id": {"$in": list(case_ids)}}, {"_id": 1}).to_list(None)
        return {row["_id"] for row in rows}

    async def unswept(self) -> list[str]:
        """The cases of which something waited to be told when they were swept."""
        with mongodb_failures():
            rows = await self._collection.find({"swept": False}, {"_id": 1}).to_list(None)
        return [row["_id"] for row in rows]

    async def mend(self, erased_scopes: Iterable[str]) -> list[str]:
        """After a restored backup: destroy again what a grave says is gone; the cases that came back.

        `erased_scopes` are the case scopes that the key database says are gone.
        """
        with mongodb_failures():
            there = {row["_id"] async for row in self._collection.find({}, {"_id": 1})}
        known = await self._keys.graves()
        back = [case_id for case_id in there if case_id not in known]
        back += [scope for scope in erased_scopes if scope not in there]
        for case_id in back:
            await self.dig(case_id)
        return back

    async def sweep(self, case_id: str, *, keep: Collection[str] = ()) -> int:
        """Remove every document of the case from this database; the number that went.

        What still waits to be told on Kafka stays as an empty shell until it has been told; `sweep` again.
        """
        removed, waits = 0, False
        with mongodb_failures():
            names = await self._database.list_collection_names()
        for name in sorted(names):
            if name in _STAYS or name in keep or name.startswith("system."):
                continue
            gone, shells = await self._sweep_one(name, case_id)
            removed += gone
            waits = waits or shells
        with mongodb_failures():
            await self._collection.update_one({"_id": case_id}, {"$set": {"swept": not waits}})
        return removed

    async def remains(self, case_id: str, *, keep: Collection[str] = ()) -> dict[str, int]:
        """How many documents of the case lie in which collection."""
        found = {}
        with mongodb_failures():
            for name in sorted(await self._database.list_collection_names()):
                if name in _STAYS or name in keep or name.startswith("system."):
                    continue
                if count := await self._database[name].count_documents(_of(case_id)):
                    found[name] = count
        return found

    async def _sweep_one(self, name: str, case_id: str) -> tuple[int, bool]:
        collection = self._database[name]
        of_case = _of(case_id)
        with mongodb_failures():
            # Made at the first erasure and not before: daily work does not pay for it.
            await collection.create_index(_BY_SCOPE, sparse=True, name="scope")
            idle = {**of_case, "ob.0": {"$exists": False}}
            ids = [row["_id"] async for row in collection.find(idle, {"_id": 1})]
            gone = (await collection.delete_many({"_id": {"$in": ids}})).deleted_count
            gone += (await self._database[f"{name}_history"].delete_many({"of": {"$in": ids}})).deleted_count
            await collection.update_many(
                {**of_case, "k": case_id, "ob.0": {"$exists": True}},
                {"$set": {"body": b"", "c": {"case_id": case_id}}, "$unset": {"ob.$[].rec": ""}},
            )
            shells = await collection.count_documents(of_case, limit=1)
        return gone, bool(shells)


def _of(case_id: str) -> Mapping[str, Any]:
    """Sealed under the case's key, or saying in clear that it is of the case, or a record laid aside."""
    places = ({"k": case_id}, {"c.case_id": case_id}, {"_id": case_id}, {"key": case_id.encode()})
    return {"$or": list(places)}
