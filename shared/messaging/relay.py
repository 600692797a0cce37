"""The relay: takes what lies in the outboxes to Kafka, in order per aggregate, at least once.

What Kafka will never take holds up its own aggregate and nobody else's (ADR 0042).

One leader per service by lease. Woken at once by a write of this process, rung by a change stream when
another process wrote, and then only looking where it was written; sweeping everything every second in any
case. Record to history, wire to Kafka, await all
acknowledgements, then pull what was sent; a crash in between sends again, and consumers must not mind.
"""

import asyncio
import itertools
import time
from collections import deque
from collections.abc import Awaitable, Callable, Container, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import (
    InvalidTimestampError,
    KafkaError,
    MessageSizeTooLargeError,
    RecordListTooLargeError,
)
from aiokafka.partitioner import murmur2
from aiokafka.producer.message_accumulator import BatchBuilder
from pymongo import UpdateOne
from pymongo.errors import BulkWriteError, PyMongoError

from shared.errors import Unavailable
from shared.observability.logs import get_logger
from shared.observability.metrics import RELAY_HELD, RELAY_LAG_SECONDS, RELAY_LEADING, RELAY_SENT
from shared.points import point
from shared.storage.client import mongodb_failures
from shared.storage.leases import Lease
from shared.storage.store import DIRTY, DUPLICATE_KEY, OUTBOX_INDEX, Store

log = get_logger()

WINDOW = 200
SWEEP_S = 1.0
STAND_BY_S = 0.1
RETRY_S = 1.0
COUNT_HELD_S = 10.0


Place = tuple[str, int]
"""A topic and its partition."""

REFUSED = (MessageSizeTooLargeError, RecordListTooLargeError, InvalidTimestampError)
"""What Kafka says of a record that it will never take, however often it is sent."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The first batch of a place that was not acknowledged, and why."""

    error: KafkaError
    batch: list[dict[str, Any]]


@dataclass(slots=True)
class Outcome:
    """What became of the entries: `left` are those, by `id`, that Kafka has not acknowledged."""

    failed: dict[Place, Failed] = field(default_factory=dict)
    left: set[int] = field(default_factory=set)

    @property
    def is_down(self) -> bool:
        """Whether something failed that may go well another time."""
        return any(not isinstance(one.error, REFUSED) for one in self.failed.values())

    def fail(
        self, place: Place, error: KafkaError, unsent: list[dict[str, Any]], in_batch: int | None = None
    ) -> None:
        self.failed.setdefault(place, Failed(error, unsent[:in_batch]))
        self.left.update(id(entry) for entry in unsent)


@dataclass(frozen=True, slots=True)
class _Done:
    rows: int
    stuck: bool


@dataclass
class RelayHealth:
    """What the health page says of the relay: monotonic seconds and counters of this process."""

    leading: bool = False
    last_round: float = field(default_factory=time.monotonic)
    sent: int = 0
    held: int = 0
    oldest_ns: int = 0


class Relay:
    """Drains the outboxes of one service's stores.

    `open_producer` is asked for a producer when this process leads and has none; it raises `Unavailable`
    while Kafka is down, and reports are taken all the same.
    """

    def __init__(
        self,
        stores: Sequence[Store[Any]],
        *,
        lease: Lease,
        open_producer: Callable[[], Awaitable[AIOKafkaProducer]],
    ) -> None:
        self._stores = stores
        self._lease = lease
        self._open_producer = open_producer
        self._producer: AIOKafkaProducer | None = None
        self._bell = asyncio.Event()
        self._written: set[str] = set()
        self._swept = float("-inf")
        self._singly: set[Place] = set()
        self._counted_held = float("-inf")
        self.health = RelayHealth()

    def wake(self, store: str) -> None:
        """There is something to send in the store of this name; called after every write of this process."""
        self._written.add(store)
        self._bell.set()

    async def run(self) -> None:
        """Lead when it is our turn and drain; runs until cancelled."""
        keeping = asyncio.ensure_future(self._lease.keep())
        doorbell = asyncio.ensure_future(self._listen())
        try:
            while True:
                await self._turn()
        finally:
            for task in (keeping, doorbell):
                task.cancel()
            await asyncio.gather(keeping, doorbell, return_exceptions=True)
            await self._drop_producer()

    async def stop(self) -> None:
        """Let go of the producer; for those who drain without `run`."""
        await self._drop_producer()

    async def drain(self) -> int:
        """Send what there is now, once through all stores; the number of aggregates that had something."""
        return await self._drain(self._stores)

    async def _drain(self, stores: Sequence[Store[Any]]) -> int:
        sent, stuck = 0, False
        for store in stores:
            while self._lease.held():
                rows = await self._dirty(store)
                if not rows:
                    break
                done = await self._send(store, rows)
                sent += done.rows
                # Some of it could not be sent, but Kafka is there: the other stores have their turn first.
                stuck |= done.stuck
                if done.stuck or len(rows) < WINDOW:
                    break
        if stuck:
            raise Unavailable("kafka")
        return sent

    async def _turn(self) -> None:
        self.health.leading = self._lease.held()
        RELAY_LEADING.set(self.health.leading)
        self.health.last_round = time.monotonic()
        self._bell.clear()
        if self.health.leading:
            try:
                await self._drain(self._to_look_at())
                await self._count_held()
                self.health.oldest_ns = 0
                RELAY_LAG_SECONDS.set(0)
            except (Unavailable, KafkaError) as down:
                neighbour = down.neighbour if isinstance(down, Unavailable) else "kafka"
                log.warning("relay.waits", neighbour=neighbour)
                self._swept = float("-inf")
                await self._drop_producer()
                await asyncio.sleep(RETRY_S)
                return
        try:
            if not self.health.leading:
                await asyncio.sleep(STAND_BY_S)
                return
            await asyncio.wait_for(self._bell.wait(), SWEEP_S)
        except TimeoutError:
            return

    def _to_look_at(self) -> Sequence[Store[Any]]:
        """The stores that were written to; all of them when it is a second since that was so."""
        written, self._written = self._written, set()
        now = time.monotonic()
        if now - self._swept >= SWEEP_S:
            self._swept = now
            return self._stores
        return [store for store in self._stores if store.name in written]

    async def _dirty(self, store: Store[Any]) -> list[dict[str, Any]]:
        with mongodb_failures():
            found: list[dict[str, Any]] = (
                await store.collection.find({**DIRTY}, {"ob": 1})
                .hint(OUTBOX_INDEX)
                .sort("ob.0.ts", 1)
                .limit(WINDOW)
                .to_list(None)
            )
        return found

    async def _send(self, store: Store[Any], rows: list[dict[str, Any]]) -> "_Done":
        self.health.oldest_ns = rows[0]["ob"][0]["ts"]
        producer = await self._ready_producer()
        point("relay.before-send")
        if not self._lease.held():
            return _Done(0, stuck=False)
        entries = [entry for row in rows for entry in row["ob"] if "v" in entry]
        _, outcome = await asyncio.gather(
            self.remember(store, rows), send_in_order(producer, entries, singly=self._singly)
        )
        point("relay.after-ack")
        await self._pull(store, rows, outcome)
        if outcome.failed:
            await self._lay_aside(store, rows, outcome)
        self.health.sent += len(entries) - len(outcome.left)
        RELAY_SENT.inc(len(entries) - len(outcome.left))
        RELAY_LAG_SECONDS.set((time.time_ns() - self.health.oldest_ns) / 1e9)
        return _Done(len(rows), stuck=outcome.is_down)

    async def _pull(self, store: Store[Any], rows: list[dict[str, Any]], outcome: "Outcome") -> None:
        """Take out of each outbox what was acknowledged, up to the first that was not."""
        pulls = []
        for row in rows:
            done = list(itertools.takewhile(lambda entry: id(entry) not in outcome.left, row["ob"]))
            if done:
                pulls.append(
                    UpdateOne({"_id": row["_id"]}, {"$pull": {"ob": {"n": {"$lte": done[-1]["n"]}}}})
                )
        if pulls:
            with mongodb_failures():
                await store.collection.bulk_write(pulls, ordered=False)

    async def _lay_aside(self, store: Store[Any], rows: list[dict[str, Any]], outcome: "Outcome") -> None:
        """Hold whose event was refused by itself; where a whole batch was, send singly to find out which."""
        # An idempotent producer counts what it sent: after a refusal Kafka takes nothing more from this one.
        await self._drop_producer()
        owners = {id(entry): row["_id"] for row in rows for entry in row["ob"]}
        for place, failed in outcome.failed.items():
            if not isinstance(failed.error, REFUSED):
                continue
            if len(failed.batch) > 1:
                self._singly.add(place)
                continue
            self._singly.discard(place)
            [entry] = failed.batch
            reason = type(failed.error).__name__
            await store.hold(owners[id(entry)], topic=entry["t"], reason=reason)
            self._counted_held = float("-inf")
            log.error("relay.held", store=store.name, subject=owners[id(entry)], reason=reason)

    async def _count_held(self) -> None:
        """How many aggregates wait for somebody to look at them; counted now and then."""
        if time.monotonic() - self._counted_held < COUNT_HELD_S:
            return
        self.health.held = sum([await store.count_held() for store in self._stores])
        self._counted_held = time.monotonic()
        RELAY_HELD.set(self.health.held)

    async def remember(self, store: Store[Any], rows: list[dict[str, Any]]) -> None:
        """Append the records of these outboxes to the history; a repeat changes nothing."""
        records = [
            {
                "_id": f"{row['_id']}:{entry['n']}",
                "of": row["_id"],
                "n": entry["n"],
                "k": entry["k"],
                "rec": entry["rec"],
            }
            for row in rows
            for entry in row["ob"]
            if "rec" in entry
        ]
        if not records:
            return
        with mongodb_failures():
            try:
                await store.history.insert_many(records, ordered=False)
            except BulkWriteError as failed:
                errors = (failed.details or {}).get("writeErrors", [])
                if any(error["code"] != DUPLICATE_KEY for error in errors):
                    raise Unavailable("mongodb") from None

    async def _ready_producer(self) -> AIOKafkaProducer:
        if self._producer is None:
            self._producer = await self._open_producer()
        return self._producer

    async def _drop_producer(self) -> None:
        producer, self._producer = self._producer, None
        if producer is not None:
            try:
                await asyncio.wait_for(producer.stop(), 3)
            except (KafkaError, TimeoutError, OSError):
                return

    async def _listen(self) -> None:
        """Ring the bell when another process of this service wrote; of the stream only where is read."""
        database = self._stores[0].collection.database
        names = [store.name for store in self._stores]
        wrote = [
            {
                "$match": {
                    "ns.coll": {"$in": names},
                    "$or": [
                        {"operationType": "insert"},
                        {"operationType": "update", "updateDescription.updatedFields.seq": {"$exists": True}},
                    ],
                }
            },
            {"$project": {"_id": 1, "ns": 1}},
        ]
        while True:
            try:
                watching = database.watch(wrote, max_await_time_ms=5000)
                stream = await watching if asyncio.iscoroutine(watching) else watching
                async with stream:
                    async for change in stream:
                        self.wake(change["ns"]["coll"])
            except PyMongoError:
                await asyncio.sleep(SWEEP_S)


async def send_in_order(
    producer: AIOKafkaProducer, entries: Sequence[dict[str, Any]], *, singly: Container[Place] = ()
) -> "Outcome":
    """Send outbox entries, one batch in flight per partition, so that none can overtake an earlier one.

    A partition stops at its first batch that is not acknowledged; the others go on. In the places named in
    `singly` a batch is one record.
    """
    outcome = Outcome()
    waiting: dict[Place, deque[dict[str, Any]]] = {}
    for entry in entries:
        try:
            place = (entry["t"], await _partition(producer, entry["t"], entry["key"].encode()))
        except KafkaError as error:
            outcome.fail((entry["t"], -1), error, [entry])
        else:
            waiting.setdefault(place, deque()).append(entry)
    while waiting:
        batches = {place: _fill(producer, queue, place in singly) for place, queue in waiting.items()}
        sent = [_acknowledged(producer, batch, place) for place, (batch, _) in batches.items()]
        refusals = await asyncio.gather(*sent)
        for (place, (_, batch)), refusal in zip(batches.items(), refusals, strict=True):
            if refusal is not None:
                outcome.fail(place, refusal, [*batch, *waiting.pop(place)], len(batch))
        waiting = {place: queue for place, queue in waiting.items() if queue}
    return outcome


async def _acknowledged(producer: AIOKafkaProducer, batch: BatchBuilder, place: Place) -> KafkaError | None:
    topic, partition = place
    try:
        await (await producer.send_batch(batch, topic, partition=partition))
    except KafkaError as error:
        return error
    return None


def _fill(
    producer: AIOKafkaProducer, queue: deque[dict[str, Any]], singly: bool
) -> tuple[BatchBuilder, list[dict[str, Any]]]:
    batch = producer.create_batch()
    filled: list[dict[str, Any]] = []
    while queue and not (singly and filled):
        entry = queue[0]
        headers = [(name, bytes(value)) for name, value in entry["h"]]
        if batch.append(key=entry["key"].encode(), value=entry["v"], headers=headers, timestamp=None) is None:
            break
        filled.append(queue.popleft())
    batch.close()
    return batch, filled


async def _partition(producer: AIOKafkaProducer, topic: str, key: bytes) -> int:
    partitions: list[int] = sorted(await producer.partitions_for(topic))
    position: int = (murmur2(key) & 0x7FFFFFFF) % len(partitions)
    return partitions[position]
