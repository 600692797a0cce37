"""Aggregates of one kind in one collection: a change is one atomic write of state and events.

Commands that arrive while a write is under way form the next unordered bulk write (group commit);
commands for the same document fold into successive sequence numbers. Each caller learns its own outcome.
A stale write shows as a duplicate key of its own upsert and runs the command again.
"""

import asyncio
import hashlib
import json
import time
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Generic, Protocol, TypeVar

from pydantic import TypeAdapter
from pymongo import UpdateOne
from pymongo.errors import BulkWriteError

from shared.contracts.envelope import event_id, headers_of
from shared.errors import Hidden, SamspillError, TooLarge, Unavailable
from shared.observability.metrics import (
    EVENTS_TOO_LARGE,
    OUTBOX_FULL,
    WRITE_BATCH,
    WRITE_CONFLICTS,
    WRITE_SECONDS,
)
from shared.observability.traces import TRACEPARENT, current_traceparent
from shared.points import point
from shared.storage.aggregate import Aggregate, Recorded
from shared.storage.client import mongodb_failures
from shared.storage.encryption import Exchange
from shared.storage.keys import Erased, ScopeKeys
from shared.storage.unknown import shape_of, with_unknown

A = TypeVar("A", bound=Aggregate)
T = TypeVar("T")

OUTBOX_LIMIT = 50
OUTBOX_INDEX = "outbox"
HELD_INDEX = "held"
OF_ANOTHER = "another"  # the shape of a document that holds what we do not know
WIRE_OVERHEAD = 512  # of a record and its batch, with room to spare
BATCH_LIMIT = 500
STALE_LIMIT = 50
DUPLICATE_KEY = 11000
EVER = datetime(1970, 1, 1, tzinfo=UTC)

_BYTES = TypeAdapter(dict[str, Any])


DIRTY: Mapping[str, Any] = {"ob.0.ts": {"$gt": 0}, "held": None}
"""Which documents have something to send; what is held waits until it is put back."""


@dataclass(frozen=True)
class Held:
    """An aggregate whose next event Kafka will not take; what it says later waits behind it, in order."""

    id: str
    store: str
    topic: str
    reason: str
    since: datetime


@dataclass(frozen=True)
class Whole:
    """One aggregate as it stands, for taking out of the house. `tip` is the hash its history ends with."""

    id: str
    seq: int
    tip: str
    state: dict[str, Any]

    @property
    def told(self) -> dict[str, Any]:
        return {"id": self.id, "seq": self.seq, "tip": self.tip, "state": self.state}


class Now(Protocol):
    """Business time."""

    def now(self) -> datetime: ...


class Gone(Hidden):
    """A command named an aggregate that does not exist."""


@dataclass(slots=True)
class _Slot(Generic[A]):
    """One document in the batch that is being formed: its latest state and what it still has to say."""

    id: str
    state: A | None
    body: bytes
    base: int
    seq: int
    tip: bytes
    waiting: int
    shape: str | None = None
    entries: list[dict[str, Any]] = field(default_factory=list)
    done: asyncio.Future[bool] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Store(Generic[A]):
    """The aggregates of one kind.

    `keeps_history=False` is for what nobody will ever ask about, such as a heartbeat.
    Raises `Unavailable` when MongoDB does not answer or the outcome is unknown, `Gone` when a changed
    aggregate is not there, and whatever the decision itself raises (which then changes nothing).
    """

    def __init__(
        self,
        database: Any,
        name: str,
        model: type[A],
        *,
        service: str,
        keys: ScopeKeys,
        exchange: Exchange,
        clock: Now,
        on_written: Callable[[], None] = lambda: None,
        keeps_history: bool = True,
    ) -> None:
        self.name = name
        self.model = model
        self.collection = database[name]
        self.history = database[f"{name}_history"]
        self._service = service
        self._keys = keys
        self._exchange = exchange
        self._clock = clock
        self._on_written = on_written
        self._keeps_history = keeps_history
        self._shape = shape_of(model)
        self._open: dict[str, _Slot[A]] = {}
        self._flying: dict[str, _Slot[A]] = {}
        self._loading: dict[str, asyncio.Future[_Slot[A]]] = {}
        self._flushing: asyncio.Task[None] | None = None

    async def add(self, aggregate: A, *, by: str | None = None) -> A:
        """Store a new aggregate; if its id is taken, the one that is there (a repeat changes nothing)."""
        # Taken to be absent, which is nearly always true and saves a read; if not, the write says so.
        if aggregate.id not in self._open and aggregate.id not in self._flying:
            self._open[aggregate.id] = _absent(aggregate.id)
        return await self.change(aggregate.id, lambda there: there, new=lambda: aggregate, by=by)

    async def change(
        self, id_: str, decide: Callable[[A], T], *, new: Callable[[], A] | None = None, by: str | None = None
    ) -> T:
        """Run one decision on the latest state and store what it did, with its events, atomically.

        `decide` runs again on fresher state when another process was faster, so it must not do I/O.
        `new` makes the aggregate where there is none. Returns what `decide` returned.
        """
        for _ in range(STALE_LIMIT):
            slot = await self._slot(id_, may_be_new=new is not None)
            result, changed = self._decide(slot, decide, new, by)
            if changed:
                self._start_flushing()
            elif not slot.entries:
                self._open.pop(id_, None)
                return result
            if await asyncio.shield(slot.done):
                return result
            WRITE_CONFLICTS.labels(self.name).inc()
        raise Unavailable("mongodb")

    async def get(self, id_: str) -> A | None:
        """One aggregate as it is stored now, or None. Raises `Erased` when its key is gone."""
        with mongodb_failures():
            row = await self.collection.find_one({"_id": id_}, {"ob": 0})
        return None if row is None else (await self._opened([row]))[0]

    async def find(
        self,
        query: Mapping[str, Any],
        *,
        sort: Sequence[tuple[str, int]] = (),
        limit: int = 0,
        skip: int = 0,
    ) -> list[A]:
        """Aggregates by their clear fields, e.g. `{"school_id": …}`; sorted by clear fields."""
        cursor = self.collection.find(clear(query), {"ob": 0})
        if sort:
            cursor = cursor.sort([(f"c.{name}", order) for name, order in sort])
        with mongodb_failures():
            rows = await cursor.skip(skip).limit(limit).to_list(None)
        return await self._opened(rows)

    async def ids(
        self, query: Mapping[str, Any], *, sort: Sequence[tuple[str, int]] = (), limit: int = 0
    ) -> list[str]:
        """Only the ids of `find`."""
        cursor = self.collection.find(clear(query), {"_id": 1})
        if sort:
            cursor = cursor.sort([(f"c.{name}", order) for name, order in sort])
        with mongodb_failures():
            rows = await cursor.limit(limit).to_list(None)
        return [row["_id"] for row in rows]

    async def in_clear(
        self,
        query: Mapping[str, Any],
        *,
        sort: Sequence[tuple[str, int]] = (),
        limit: int = 0,
        skip: int = 0,
    ) -> list[tuple[str, dict[str, Any]]]:
        """The ids and clear fields of `find`; nothing is opened, so a long list costs little."""
        return await rows_in_clear(self.collection, query, sort=sort, limit=limit, skip=skip)

    async def clear_of(self, query: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """Only the clear fields of `find`: nothing is opened."""
        with mongodb_failures():
            rows = await self.collection.find(clear(query), {"c": 1, "_id": 0}).to_list(None)
        return [row["c"] for row in rows]

    async def count(self, query: Mapping[str, Any], *, limit: int | None = None) -> int:
        """How many there are; with `limit`, whether there are that many, without counting on."""
        options = {} if limit is None else {"limit": limit}
        with mongodb_failures():
            return int(await self.collection.count_documents(clear(query), **options))

    async def oldest_waiting(self) -> datetime | None:
        """Machine time of the oldest change whose events have not been taken to Kafka; None without one.

        What Kafka will not take, and is held, does not count: it would hold up everybody.
        """
        with mongodb_failures():
            rows = (
                await self.collection.find({**DIRTY}, {"ob.ts": {"$slice": 1}})
                .hint(OUTBOX_INDEX)
                .sort("ob.0.ts", 1)
                .limit(1)
                .to_list(None)
            )
        return datetime.fromtimestamp(rows[0]["ob"][0]["ts"] / 1e9, UTC) if rows else None

    async def hold(self, id_: str, *, topic: str, reason: str) -> None:
        """Let this aggregate's events lie in its outbox until they are put back; others go on."""
        held = {"topic": topic, "reason": reason, "since": datetime.now(UTC)}
        with mongodb_failures():
            await self.collection.update_one({"_id": id_}, {"$set": {"held": held}})

    async def held(self) -> list[Held]:
        """The aggregates that are held, the longest first."""
        with mongodb_failures():
            rows = (
                await self.collection.find({"held.since": {"$gt": EVER}}, {"held": 1})
                .hint(HELD_INDEX)
                .sort("held.since", 1)
                .to_list(None)
            )
        return [Held(id=row["_id"], store=self.name, **row["held"]) for row in rows]

    async def go_on_from(self, further: int) -> int:
        """After a restored backup: every aggregate goes on so many numbers later; how many there are.

        What it said after the backup is known to the others by the numbers that would come next; what it
        says from now on must not be taken for that.
        """
        moved = 0
        with mongodb_failures():
            async for row in self.collection.find({}, {"seq": 1, "k": 1, "body": 1}):
                if not row["body"]:
                    continue  # of an erased case: told out, and gone
                try:
                    cipher = await self._keys.cipher(row["k"])
                except Erased:
                    continue
                here, there = (_place(self.name, row["_id"], row["seq"] + more) for more in (0, further))
                body = cipher.seal(cipher.open(row["body"], here), there)
                told = {"$set": {"seq": row["seq"] + further, "body": body}}
                await self.collection.update_one({"_id": row["_id"], "seq": row["seq"]}, told)
                moved += 1
        return moved

    async def count_held(self) -> int:
        with mongodb_failures():
            return int(await self.collection.count_documents({"held.since": {"$gt": EVER}}, hint=HELD_INDEX))

    async def put_back(self, id_: str) -> bool:
        """Let the relay try this aggregate's events again, in order; whether it was held."""
        with mongodb_failures():
            done = await self.collection.update_one(
                {"_id": id_, "held.since": {"$gt": EVER}}, {"$unset": {"held": 1}}
            )
        return bool(done.modified_count)

    async def remove(self, id_: str) -> bool:
        """Remove one aggregate and its history for good; False while something of it waits to be told.

        For what has a key of its own, which is destroyed before: nothing else is ever deleted in daily work.
        """
        with mongodb_failures():
            gone = await self.collection.delete_one({"_id": id_, "ob.0": {"$exists": False}})
            if gone.deleted_count:
                await self.history.delete_many({"of": id_})
        return bool(gone.deleted_count)

    async def index(
        self, *fields: str, unique: bool = False, partial: Mapping[str, Any] | None = None
    ) -> None:
        """An index over clear fields."""
        options: dict[str, Any] = {"unique": unique}
        if partial is not None:
            options["partialFilterExpression"] = clear(partial)
        with mongodb_failures():
            await self.collection.create_index([(f"c.{name}", 1) for name in fields], **options)

    async def prepare(self) -> None:
        """The indexes that every collection of aggregates needs: its dirty ones, and its history."""
        with mongodb_failures():
            await self.collection.create_index(
                [("ob.0.ts", 1)], name=OUTBOX_INDEX, partialFilterExpression={"ob.0.ts": {"$gt": 0}}
            )
            await self.collection.create_index([("held.since", 1)], name=HELD_INDEX, sparse=True)
            await self.history.create_index([("of", 1), ("n", 1)], name="of")

    async def replayed(self, id_: str) -> A:
        """The state as its history tells it; raises `Gone` without history and `Erased` without key."""
        with mongodb_failures():
            rows = await self.history.find({"of": id_}).sort("n", -1).limit(1).to_list(None)
        if not rows:
            raise Gone
        cipher = await self._keys.cipher(rows[0]["k"])
        record = _BYTES.validate_json(cipher.open(rows[0]["rec"], _place(self.name, id_, rows[0]["n"])))
        return self.model.model_validate(record["state"])

    async def chain_holds(self, id_: str) -> bool:
        """Whether the history is unbroken: each record names the hash of the one before it, to the tip."""
        with mongodb_failures():
            rows = await self.history.find({"of": id_}).sort("n", 1).to_list(None)
            there = await self.collection.find_one({"_id": id_}, {"tip": 1, "ob.n": 1})
        tip = b""
        for row in rows:
            cipher = await self._keys.cipher(row["k"])
            record = cipher.open(row["rec"], _place(self.name, id_, row["n"]))
            if bytes.fromhex(_BYTES.validate_json(record)["prev"]) != tip:
                return False
            tip = hashlib.sha256(record).digest()
        return there is not None and (tip == there["tip"] or bool(there.get("ob")))

    async def of_case(self, case_id: str) -> AsyncIterator[Whole]:
        """Every aggregate here that is of this case: under its key, or saying so in clear."""
        query = {"$or": [{"k": case_id}, {"c.case_id": case_id}, {"c.cases": case_id}, {"_id": case_id}]}
        with mongodb_failures():
            await self.collection.create_index("k", sparse=True, name="scope")
            ids = [row["_id"] async for row in self.collection.find(query, {"_id": 1})]
        for id_ in sorted(ids):
            with mongodb_failures():
                row = await self.collection.find_one({"_id": id_}, {"ob": 0})
            if row is not None:
                [state] = await self._opened([row])
                yield Whole(id_, row["seq"], row["tip"].hex(), state.model_dump(mode="json"))

    async def records_of(self, id_: str) -> AsyncIterator[tuple[int, str]]:
        """The history of one aggregate, the oldest first: each record's number and exact text.

        Raises `Erased` without key. The hash of a text stands in the next one as `prev`.
        """
        last = 0
        with mongodb_failures():
            async for row in self.history.find({"of": id_}).sort("n", 1):
                cipher, last = await self._keys.cipher(row["k"]), row["n"]
                yield last, cipher.open(row["rec"], _place(self.name, id_, last)).decode()
            # What the relay has not taken to the history yet.
            there = await self.collection.find_one({"_id": id_}, {"ob.n": 1, "ob.rec": 1, "ob.k": 1})
        for entry in (there or {}).get("ob", ()):
            if entry["n"] > last and "rec" in entry:
                cipher = await self._keys.cipher(entry["k"])
                yield entry["n"], cipher.open(entry["rec"], _place(self.name, id_, entry["n"])).decode()

    # --- forming the batch -------------------------------------------------------------------------

    async def _slot(self, id_: str, *, may_be_new: bool) -> _Slot[A]:
        while True:
            if id_ in self._open:
                return self._open[id_]
            flying = self._flying.get(id_)
            if flying is not None:
                await asyncio.wait([flying.done])
                self._follow(flying)
                continue
            slot = await asyncio.shield(self._load(id_))
            if slot.seq == 0 and not may_be_new:
                raise Gone
            if id_ not in self._open and id_ not in self._flying:
                if slot.done.done():
                    continue
                self._open[id_] = slot
                return slot

    def _follow(self, flown: _Slot[A]) -> None:
        """Go on from what was just written, so that a busy document is not read again for every batch."""
        waiting = flown.waiting + len(flown.entries)
        written = not flown.done.exception() and flown.done.result()
        if written and waiting < OUTBOX_LIMIT // 2 and flown.id not in self._open:
            self._open[flown.id] = _Slot(
                id=flown.id,
                state=flown.state,
                body=flown.body,
                base=flown.seq,
                seq=flown.seq,
                tip=flown.tip,
                waiting=waiting,
                shape=flown.shape,
            )

    def _load(self, id_: str) -> asyncio.Future[_Slot[A]]:
        """The document's slot; what is asked for in the same turn of the loop is read with one question."""
        found = self._loading.get(id_)
        if found is None:
            loop = asyncio.get_running_loop()
            if not self._loading:
                loop.call_soon(lambda: asyncio.ensure_future(self._load_waiting()))
            found = self._loading[id_] = loop.create_future()
        return found

    async def _load_waiting(self) -> None:
        asked, self._loading = self._loading, {}
        try:
            with mongodb_failures():
                rows = await self.collection.find(
                    {"_id": {"$in": list(asked)}}, {"ob.rec": 0, "ob.v": 0, "ob.h": 0}
                ).to_list(None)
            await self._keys.load(row["k"] for row in rows)
            for row in rows:
                try:
                    slot = await self._slot_of(row)
                except SamspillError as unreadable:  # this one only: erased, or not what was stored
                    future = asked.pop(row["_id"])
                    future.set_exception(unreadable)
                    future.exception()
                else:
                    asked.pop(row["_id"]).set_result(slot)
            for id_, future in asked.items():
                future.set_result(_absent(id_))
        except BaseException as failure:  # noqa: BLE001 - everyone who asked must learn of it
            for future in asked.values():
                if not future.done():
                    future.set_exception(failure)
                    future.exception()

    async def _slot_of(self, row: Mapping[str, Any]) -> _Slot[A]:
        cipher = self._keys.opened(row["k"]) or await self._keys.cipher(row["k"])
        body = cipher.open(row["body"], _place(self.name, row["_id"], row["seq"]))
        return _Slot(
            id=row["_id"],
            state=self.model.model_validate_json(body),
            body=body,
            base=row["seq"],
            seq=row["seq"],
            tip=row["tip"],
            waiting=len(row.get("ob", ())),
            shape=row.get("m"),
        )

    def _decide(
        self, slot: _Slot[A], decide: Callable[[A], T], new: Callable[[], A] | None, by: str | None
    ) -> tuple[T, bool]:
        if slot.waiting + len(slot.entries) >= OUTBOX_LIMIT:
            self._drop_if_idle(slot)
            OUTBOX_FULL.labels(self.name).inc()
            raise Unavailable("kafka", retry_after_s=10)
        try:
            if slot.seq == 0 and slot.state is None:
                if new is None:
                    raise Gone
                draft = new()
            else:
                draft = self.model.model_validate_json(slot.body)
            result = decide(draft)
        except BaseException:
            self._drop_if_idle(slot)
            raise
        body = draft.model_dump_json().encode()
        if slot.state is not None and slot.shape != self._shape:
            body = self._with_unknown(slot, body)
        if body == slot.body and not draft.recorded():
            return result, False
        try:
            self._append(slot, draft, body, by)
        except TooLarge:
            self._drop_if_idle(slot)
            raise
        return result, True

    def _with_unknown(self, slot: _Slot[A], after: bytes) -> bytes:
        """Another version of this service wrote what is stored: what only it knows stays (ADR 0043)."""
        before = self.model.model_validate_json(slot.body).model_dump_json().encode()
        if before == after:
            return slot.body
        stored, known, ours = map(_BYTES.validate_json, (slot.body, before, after))
        told = with_unknown(stored, known, ours)
        if told == ours:
            slot.shape = self._shape
            return after
        slot.shape = slot.shape or OF_ANOTHER
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()

    def _drop_if_idle(self, slot: _Slot[A]) -> None:
        if not slot.entries and self._open.get(slot.id) is slot:
            del self._open[slot.id]

    def _append(self, slot: _Slot[A], draft: A, body: bytes, by: str | None) -> None:
        events = draft.recorded()
        now = self._clock.now().isoformat()
        wires = [self._wire(slot.id, seq, said, now) for seq, said in enumerate(events, slot.seq + 1)]
        record = b'{"by":%s,"at":"%s","events":%s,"prev":"%s","state":%s}' % (
            b"null" if by is None else b'"' + by.encode() + b'"',
            now.encode(),
            _json_list(type(said.event).type for said in events),
            slot.tip.hex().encode(),
            body,
        )
        slot.tip = hashlib.sha256(record).digest()
        for number in range(max(1, len(events))):
            slot.seq += 1
            entry: dict[str, Any] = {"n": slot.seq, "ts": time.time_ns()}
            if number == 0 and self._keeps_history:
                entry["rec"] = record
            if number < len(events):
                entry.update(wires[number])
            slot.entries.append(entry)
        draft.recorded().clear()
        slot.state, slot.body = draft, body

    def _wire(self, id_: str, seq: int, said: Recorded, now: str) -> dict[str, Any]:
        """What goes to Kafka; raises `TooLarge`, with nothing stored yet, where Kafka would not take it."""
        event, contract = said.event, type(said.event)
        value = event.model_dump_json(exclude_none=True)
        if said.words is not None:
            box = self._exchange.seal(
                said.words.model_dump_json().encode(),
                type_=contract.type,
                event_id=event_id(id_, seq),
                source=id_,
            )
            value = f'{value[:-1]}{"," if len(value) > 2 else ""}"sealed":{box}}}'  # noqa: PLR2004 - "{}"
        headers = headers_of(contract, service=self._service, source=id_, seq=seq, time=now)
        if (traceparent := current_traceparent()) is not None:
            headers.append((TRACEPARENT, traceparent.encode()))
        key, body = event.key(), value.encode()
        if len(body) > contract.topic.max_bytes // 2:  # nearly never: then count to the byte
            size = len(body) + len(key) + sum(len(name) + len(told) for name, told in headers)
            if size + WIRE_OVERHEAD > contract.topic.max_bytes:
                EVENTS_TOO_LARGE.labels(self.name).inc()
                raise TooLarge(contract.topic.max_bytes)
        return {"t": contract.topic.name, "key": key, "v": body, "h": headers}

    # --- writing it --------------------------------------------------------------------------------

    def _start_flushing(self) -> None:
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.ensure_future(self._flush())

    async def _flush(self) -> None:
        # One turn of the loop lets the commands that are ready now join this batch.
        await asyncio.sleep(0)
        while batch := [slot for slot in self._open.values() if slot.entries][:BATCH_LIMIT]:
            for slot in batch:
                del self._open[slot.id]
                self._flying[slot.id] = slot
            try:
                with WRITE_SECONDS.time():
                    stale = await self._write(batch)
            except BaseException as failure:  # noqa: BLE001 - every waiting caller must learn of it
                self._settle(batch, failure)
            else:
                for slot in batch:
                    slot.done.set_result(slot.id not in stale)
                WRITE_BATCH.observe(sum(len(slot.entries) for slot in batch))
                self._on_written()
            finally:
                for slot in batch:
                    self._flying.pop(slot.id, None)

    def _settle(self, batch: list[_Slot[A]], failure: BaseException) -> None:
        for slot in batch:
            if not slot.done.done():
                slot.done.set_exception(failure)
                slot.done.exception()  # a caller that left in the meantime must not warn later

    async def _write(self, batch: list[_Slot[A]]) -> set[str]:
        scopes = {slot.id: _state(slot).scope() for slot in batch}
        await self._keys.ensure(scopes.values())
        writes = [self._update(slot, scopes[slot.id]) for slot in batch]
        point("store.before-write")
        with mongodb_failures():
            try:
                await self.collection.bulk_write(writes, ordered=False)
                point("store.after-write")
            except BulkWriteError as failed:
                errors = failed.details["writeErrors"] if failed.details else []
                if not errors or any(error["code"] != DUPLICATE_KEY for error in errors):
                    raise Unavailable("mongodb") from None
                return {batch[error["index"]].id for error in errors}
        return set()

    def _update(self, slot: _Slot[A], scope: str) -> UpdateOne:
        cipher = self._keys.opened(scope)
        assert cipher is not None
        for entry in slot.entries:
            if "rec" in entry:
                entry["rec"] = cipher.seal(entry["rec"], _place(self.name, slot.id, entry["n"]))
                entry["k"] = scope
        return UpdateOne(
            {"_id": slot.id, "seq": slot.base},
            {
                "$set": {
                    "seq": slot.seq,
                    "k": scope,
                    "tip": slot.tip,
                    "m": slot.shape or self._shape,
                    "c": dict(_state(slot).clear()),
                    "body": cipher.seal(slot.body, _place(self.name, slot.id, slot.seq)),
                },
                "$push": {"ob": {"$each": slot.entries}},
            },
            upsert=True,
        )

    async def _opened(self, rows: list[dict[str, Any]]) -> list[A]:
        await self._keys.load(row["k"] for row in rows)
        found = []
        for row in rows:
            cipher = self._keys.opened(row["k"]) or await self._keys.cipher(row["k"])
            body = cipher.open(row["body"], _place(self.name, row["_id"], row["seq"]))
            found.append(self.model.model_validate_json(body))
        return found


def clear(query: Mapping[str, Any]) -> dict[str, Any]:
    """A query over clear fields in MongoDB's words; `$and`/`$or` and `_id` are understood."""
    found: dict[str, Any] = {}
    for name, value in query.items():
        if name in ("$and", "$or"):
            found[name] = [clear(part) for part in value]
        else:
            found[name if name == "_id" else f"c.{name}"] = value
    return found


async def rows_in_clear(
    collection: Any,
    query: Mapping[str, Any],
    *,
    sort: Sequence[tuple[str, int]] = (),
    limit: int = 0,
    skip: int = 0,
) -> list[tuple[str, dict[str, Any]]]:
    """The ids and clear fields of the documents that fit, in the order asked for."""
    cursor = collection.find(clear(query), {"c": 1})
    if sort:
        cursor = cursor.sort([(f"c.{name}", order) for name, order in sort])
    with mongodb_failures():
        rows = await cursor.skip(skip).limit(limit).to_list(None)
    return [(row["_id"], row.get("c", {})) for row in rows]


def _absent(id_: str) -> _Slot[Any]:
    return _Slot(id=id_, state=None, body=b"", base=0, seq=0, tip=b"", waiting=0)


def _state(slot: _Slot[A]) -> A:
    assert slot.state is not None
    return slot.state


def _place(name: str, id_: str, seq: int) -> bytes:
    return f"{name}\x1f{id_}\x1f{seq}".encode()


def _json_list(items: Iterable[str]) -> bytes:
    return ("[" + ",".join(f'"{item}"' for item in items) + "]").encode()
