"""What a service keeps of another's things: rows filled from events, words sealed under its own keys."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel
from pymongo import ReplaceOne
from pymongo.errors import BulkWriteError

from shared.errors import Unavailable
from shared.storage.client import mongodb_failures
from shared.storage.keys import ScopeKeys
from shared.storage.store import DUPLICATE_KEY, clear, rows_in_clear

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True)
class Row(Generic[R]):
    """One row to keep: `seq` is the source's sequence number, an older one changes nothing."""

    id: str
    seq: int
    value: R
    clear: Mapping[str, Any]
    scope: str | None = None


class Projection(Generic[R]):
    """Rows of one kind, each a sealed pydantic model with a few clear fields to search by.

    `scope_of` names the key scope when a row does not bring its own; by default the row's own id.
    """

    def __init__(
        self,
        database: Any,
        name: str,
        model: type[R],
        *,
        keys: ScopeKeys,
        scope_of: Callable[[str], str] = lambda id_: id_,
    ) -> None:
        self.name = name
        self.collection = database[name]
        self._model = model
        self._keys = keys
        self._scope_of = scope_of

    async def put(self, rows: Sequence[Row[R]]) -> None:
        """Keep these rows with one bulk write; of the same id the newest `seq` wins, in any order."""
        newest: dict[str, Row[R]] = {}
        for row in rows:
            if row.id not in newest or newest[row.id].seq <= row.seq:
                newest[row.id] = row
        if not newest:
            return
        scopes = {row.id: row.scope or self._scope_of(row.id) for row in newest.values()}
        await self._keys.ensure(scopes.values())
        writes = [self._write(row, scopes[row.id]) for row in newest.values()]
        await self._store(writes)

    async def get(self, id_: str) -> R | None:
        found = await self.get_many([id_])
        return found.get(id_)

    async def get_many(self, ids: Iterable[str]) -> dict[str, R]:
        with mongodb_failures():
            rows = await self.collection.find(
                {"_id": {"$in": list(dict.fromkeys(ids))}, "gone": None}
            ).to_list(None)
        return await self._opened(rows)

    async def find(
        self, query: Mapping[str, Any], *, sort: Sequence[tuple[str, int]] = (), limit: int = 0
    ) -> dict[str, R]:
        """Rows by their clear fields, by id, in the order asked for."""
        cursor = self.collection.find({**clear(query), "gone": None})
        if sort:
            cursor = cursor.sort([(f"c.{name}", order) for name, order in sort])
        with mongodb_failures():
            rows = await cursor.limit(limit).to_list(None)
        return await self._opened(rows)

    async def in_clear(
        self, query: Mapping[str, Any], *, sort: Sequence[tuple[str, int]] = (), limit: int = 0
    ) -> list[tuple[str, dict[str, Any]]]:
        """The ids and clear fields of `find`; nothing is opened, so a long list costs little."""
        return await rows_in_clear(self.collection, query, sort=sort, limit=limit)

    async def remove(self, id_: str, seq: int) -> None:
        """Forget the row for good: what its source said before `seq` does not bring it back, however late.

        Its number stays behind, and nothing else of it.
        """
        gone = {"_id": id_, "seq": seq, "gone": True}
        await self._store([ReplaceOne({"_id": id_, "seq": {"$lt": seq}}, gone, upsert=True)])

    async def index(self, *fields: str) -> None:
        with mongodb_failures():
            await self.collection.create_index([(f"c.{name}", 1) for name in fields])

    async def _store(self, writes: list[ReplaceOne[dict[str, Any]]]) -> None:
        """Raises `Unavailable` when MongoDB does not answer or took only a part: the caller comes again."""
        with mongodb_failures():
            try:
                await self.collection.bulk_write(writes, ordered=False)
            except BulkWriteError as failed:
                # A duplicate key says that a newer row is there already: that is success.
                errors = (failed.details or {}).get("writeErrors", [])
                if not errors or any(error["code"] != DUPLICATE_KEY for error in errors):
                    raise Unavailable("mongodb") from None

    def _write(self, row: Row[R], scope: str) -> ReplaceOne[dict[str, Any]]:
        cipher = self._keys.opened(scope)
        assert cipher is not None
        body = cipher.seal(row.value.model_dump_json().encode(), f"{self.name}\x1f{row.id}".encode())
        document = {"_id": row.id, "seq": row.seq, "k": scope, "c": dict(row.clear), "body": body}
        return ReplaceOne({"_id": row.id, "seq": {"$lt": row.seq}}, document, upsert=True)

    async def _opened(self, rows: list[dict[str, Any]]) -> dict[str, R]:
        await self._keys.load(row["k"] for row in rows)
        found = {}
        for row in rows:
            cipher = self._keys.opened(row["k"]) or await self._keys.cipher(row["k"])
            body = cipher.open(row["body"], f"{self.name}\x1f{row['_id']}".encode())
            found[row["_id"]] = self._model.model_validate_json(body)
        return found
