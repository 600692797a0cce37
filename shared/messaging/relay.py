"""The relay: takes what lies in the outboxes to Kafka, in order per aggregate, at least once.

One leader per service by lease. Woken at once by a write of this process, rung by a change stream when
another process wrote, and sweeping every second in any case. Record to history, wire to Kafka, await all
acknowledgements, then pull what was sent; a crash in between sends again, and consumers must not mind.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from aiokafka.partitioner import murmur2
from aiokafka.producer.message_accumulator import BatchBuilder
from pymongo import UpdateOne
from pymongo.errors import BulkWriteError, PyMongoError

from shared.errors import Unavailable
from shared.observability.logs import get_logger
from shared.observability.metrics import RELAY_LAG_SECONDS, RELAY_LEADING, RELAY_SENT
from shared.points import point
from shared.storage.client import mongodb_failures
from shared.storage.leases import Lease
from shared.storage.store import DUPLICATE_KEY, Store

log = get_logger()

WINDOW = 200
SWEEP_S = 1.0
STAND_BY_S = 0.1
RETRY_S = 1.0


@dataclass
class RelayHealth:
    """What the health page says of the relay: monotonic seconds and counters of this process."""

    leading: bool = False
    last_round: float = field(default_factory=time.monotonic)
    sent: int = 0
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
        self.health = RelayHealth()

    def wake(self) -> None:
        """There is something to send; called after every write of this process."""
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
        """Send what there is now, once through all stores; the number of events sent."""
        sent = 0
        for store in self._stores:
            while self._lease.held():
                rows = await self._dirty(store)
                if not rows:
                    break
                sent += await self._send(store, rows)
                if len(rows) < WINDOW:
                    break
        return sent

    async def _turn(self) -> None:
        self.health.leading = self._lease.held()
        RELAY_LEADING.set(self.health.leading)
        self.health.last_round = time.monotonic()
        self._bell.clear()
        if self.health.leading:
            try:
                if await self.drain():
                    return
                self.health.oldest_ns = 0
                RELAY_LAG_SECONDS.set(0)
            except (Unavailable, KafkaError) as down:
                neighbour = down.neighbour if isinstance(down, Unavailable) else "kafka"
                log.warning("relay.waits", neighbour=neighbour)
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

    async def _dirty(self, store: Store[Any]) -> list[dict[str, Any]]:
        with mongodb_failures():
            found: list[dict[str, Any]] = (
                await store.collection.find({"ob.0.ts": {"$gt": 0}}, {"ob": 1})
                .hint("outbox")
                .sort("ob.0.ts", 1)
                .limit(WINDOW)
                .to_list(None)
            )
        return found

    async def _send(self, store: Store[Any], rows: list[dict[str, Any]]) -> int:
        self.health.oldest_ns = rows[0]["ob"][0]["ts"]
        producer = await self._ready_producer()
        point("relay.before-send")
        if not self._lease.held():
            return 0
        entries = [entry for row in rows for entry in row["ob"] if "v" in entry]
        await asyncio.gather(self.remember(store, rows), send_in_order(producer, entries))
        point("relay.after-ack")
        pulls = [
            UpdateOne({"_id": row["_id"]}, {"$pull": {"ob": {"n": {"$lte": row["ob"][-1]["n"]}}}})
            for row in rows
        ]
        with mongodb_failures():
            await store.collection.bulk_write(pulls, ordered=False)
        self.health.sent += len(entries)
        RELAY_SENT.inc(len(entries))
        RELAY_LAG_SECONDS.set((time.time_ns() - self.health.oldest_ns) / 1e9)
        return len(rows)

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
        """Ring the bell when another process of this service wrote; nothing is read from the stream."""
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
            {"$project": {"_id": 1}},
        ]
        while True:
            try:
                watching = database.watch(wrote, max_await_time_ms=5000)
                stream = await watching if asyncio.iscoroutine(watching) else watching
                async with stream:
                    async for _ in stream:
                        self._bell.set()
            except PyMongoError:
                await asyncio.sleep(SWEEP_S)


async def send_in_order(producer: AIOKafkaProducer, entries: Sequence[dict[str, Any]]) -> None:
    """Send outbox entries, one batch in flight per partition, so that none can overtake an earlier one.

    Raises `Unavailable` at the first batch that was not acknowledged; nothing behind it has been sent.
    """
    waiting: dict[tuple[str, int], deque[dict[str, Any]]] = {}
    for entry in entries:
        partition = await _partition(producer, entry["t"], entry["key"].encode())
        waiting.setdefault((entry["t"], partition), deque()).append(entry)
    try:
        while waiting:
            acknowledgements = [
                await producer.send_batch(_fill(producer, queue), topic, partition=partition)
                for (topic, partition), queue in waiting.items()
            ]
            await asyncio.gather(*acknowledgements)
            waiting = {place: queue for place, queue in waiting.items() if queue}
    except KafkaError as failed:
        raise Unavailable("kafka") from failed


def _fill(producer: AIOKafkaProducer, queue: deque[dict[str, Any]]) -> BatchBuilder:
    batch = producer.create_batch()
    while queue:
        entry = queue[0]
        headers = [(name, bytes(value)) for name, value in entry["h"]]
        if batch.append(key=entry["key"].encode(), value=entry["v"], headers=headers, timestamp=None) is None:
            break
        queue.popleft()
    batch.close()
    return batch


async def _partition(producer: AIOKafkaProducer, topic: str, key: bytes) -> int:
    partitions: list[int] = sorted(await producer.partitions_for(topic))
    position: int = (murmur2(key) & 0x7FFFFFFF) % len(partitions)
    return partitions[position]
