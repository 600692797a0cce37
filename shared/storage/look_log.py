"""Where a service keeps who has looked at a case: sealed under the case's key, chained per case.

Looks that come while a write is under way form the next one (group commit): one block for each case. The
block's number is part of its id, so two processes can never write two blocks in the same place.
"""

import asyncio
from collections import OrderedDict, defaultdict
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict
from pymongo.errors import BulkWriteError

from shared.errors import Unavailable
from shared.randomness import random_bytes
from shared.storage.client import mongodb_failures
from shared.storage.keys import ScopeKeys
from shared.storage.look_chain import START, Block, link_of, mark_of
from shared.storage.store import DUPLICATE_KEY

TRIES = 20
HEADS = 20_000
SALT_BYTES = 16


class Look(BaseModel):
    """Somebody was let in to read or change something of a case. Ids, codes and times."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    at: datetime
    person_id: str
    hat: str
    relation: str
    action: str
    route: str


class _Content(BaseModel):
    salt: str
    looks: tuple[Look, ...]


@dataclass(slots=True)
class _Waiting:
    case_id: str
    look: Look
    written: asyncio.Future[None]


@dataclass(frozen=True, slots=True)
class _Head:
    number: int = 0
    link: bytes = START


class LookLog:
    """The looks of one service. `note` returns when the look is stored for good."""

    def __init__(self, database: Any, *, keys: ScopeKeys) -> None:
        self._collection = database["case_looks"]
        self._keys = keys
        self._waiting: list[_Waiting] = []
        self._heads: OrderedDict[str, _Head] = OrderedDict()
        self._flushing: asyncio.Task[None] | None = None

    async def note(self, case_id: str, look: Look) -> None:
        """Store it; raises `Unavailable` when that failed or nobody knows whether it did."""
        one = _Waiting(case_id, look, asyncio.get_running_loop().create_future())
        self._waiting.append(one)
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.ensure_future(self._flush())
        await asyncio.shield(one.written)

    async def looks_at(self, case_id: str) -> list[Look]:
        """Everything that is known of who looked, the oldest first; raises `Erased` when the key is gone."""
        cipher = await self._keys.cipher(case_id)
        with mongodb_failures():
            rows = await self._collection.find(_of(case_id)).sort("_id", 1).to_list(None)
        return [
            look
            for row in rows
            for look in _Content.model_validate_json(cipher.open(row["box"], row["_id"].encode())).looks
        ]

    async def blocks(self) -> AsyncIterator[Block]:
        """Every block of every case, in the order in which they are checked; without content where erased."""
        rows = self._collection.find({}).sort("_id", 1).batch_size(500)
        with mongodb_failures():
            async for row in rows:
                case_id, _, number = row["_id"].rpartition(":")
                await self._keys.load([case_id])
                cipher = self._keys.opened(case_id)
                content = None if cipher is None else cipher.open(row["box"], row["_id"].encode())
                yield Block(case_id, int(number), row["mark"], row["link"], content)

    # --- writing -----------------------------------------------------------------------------------

    async def _flush(self) -> None:
        # One turn of the loop lets the requests that are ready now join this write.
        await asyncio.sleep(0)
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self._write(batch)
            except BaseException as failure:  # noqa: BLE001 - everyone who waits must learn of it
                for one in batch:
                    self._heads.pop(one.case_id, None)
                    if not one.written.done():
                        one.written.set_exception(failure)
                        one.written.exception()

    async def _write(self, batch: list[_Waiting]) -> None:
        """One block for each case; where another process was faster, again behind its block."""
        left: dict[str, list[_Waiting]] = defaultdict(list)
        for one in batch:
            left[one.case_id].append(one)
        await self._keys.ensure(left)
        for _ in range(TRIES):
            await self._find_heads(left)
            blocks = [self._block(case_id, looks) for case_id, looks in left.items()]
            taken = await self._insert(blocks)
            for block in blocks:
                if block["_id"] in taken:
                    self._heads.pop(block["k"], None)
                    continue
                self._keep(block["k"], _Head(int(block["_id"].rpartition(":")[2]), block["link"]))
                for one in left.pop(block["k"]):
                    if not one.written.done():
                        one.written.set_result(None)
            if not left:
                return
        raise Unavailable("mongodb")

    async def _insert(self, blocks: list[dict[str, Any]]) -> set[str]:
        """Write them; the ids of those whose place was taken."""
        with mongodb_failures():
            try:
                await self._collection.insert_many(blocks, ordered=False)
            except BulkWriteError as failed:
                errors = (failed.details or {}).get("writeErrors", [])
                if not errors or any(error["code"] != DUPLICATE_KEY for error in errors):
                    raise Unavailable("mongodb") from None
                return {blocks[error["index"]]["_id"] for error in errors}
        return set()

    def _block(self, case_id: str, looks: list[_Waiting]) -> dict[str, Any]:
        head = self._heads[case_id]
        number = head.number + 1
        id_ = f"{case_id}:{number:09d}"
        told = _Content(salt=random_bytes(SALT_BYTES).hex(), looks=tuple(one.look for one in looks))
        content = told.model_dump_json().encode()
        mark = mark_of(content)
        cipher = self._keys.opened(case_id)
        assert cipher is not None
        return {
            "_id": id_,
            "k": case_id,
            "mark": mark,
            "link": link_of(head.link, case_id, number, mark),
            "box": cipher.seal(content, id_.encode()),
        }

    async def _find_heads(self, case_ids: Iterable[str]) -> None:
        unknown = [case_id for case_id in case_ids if case_id not in self._heads]
        for case_id, head in zip(unknown, await asyncio.gather(*map(self._head, unknown)), strict=True):
            self._keep(case_id, head)

    async def _head(self, case_id: str) -> _Head:
        with mongodb_failures():
            rows = await self._collection.find(_of(case_id), {"link": 1}).sort("_id", -1).to_list(1)
        return _Head(int(rows[0]["_id"].rpartition(":")[2]), rows[0]["link"]) if rows else _Head()

    def _keep(self, case_id: str, head: _Head) -> None:
        self._heads[case_id] = head
        self._heads.move_to_end(case_id)
        if len(self._heads) > HEADS:
            self._heads.popitem(last=False)


def _of(case_id: str) -> dict[str, Any]:
    """The blocks of one case: their ids begin with it, and `;` comes right after `:`."""
    return {"_id": {"$gte": f"{case_id}:", "$lt": f"{case_id};"}}
