"""Draining the outboxes: the relay, against a bare loop that finds, sends and pulls the same documents."""

import asyncio
import copy
from typing import Any

from pymongo import InsertOne, UpdateOne

from shared.identifiers import new_id
from shared.messaging.relay import WINDOW, Relay, send_in_order
from shared.storage.leases import Lease
from tests.bench.consume import outbox_entries
from tests.bench.harness import Figure, paired, rate
from tests.bench.place import Place
from tests.shared.storage.thing import Thing

DOCUMENTS = 4_000


async def relay_drain(place: Place) -> Figure:
    """Events a second from the outboxes to acknowledged by Kafka, history written, outboxes emptied."""
    store = place.store("drained", Thing)
    await store.prepare()
    rows = [_dirty(entry) for entry in outbox_entries(DOCUMENTS, place)]
    lease = Lease(place.database, "relay")
    keeping = asyncio.ensure_future(lease.keep())
    relay = Relay([store], lease=lease, open_producer=place.producer)
    producer = await place.producer()

    async def refill() -> None:
        await store.collection.delete_many({})
        await store.history.delete_many({})
        await store.collection.bulk_write([InsertOne(copy.deepcopy(row)) for row in rows], ordered=False)

    async def path() -> float:
        await refill()

        async def drain() -> None:
            while await relay.drain():
                pass

        return await rate(DOCUMENTS, drain)

    async def bare() -> float:
        await refill()
        return await rate(DOCUMENTS, lambda: _bare(store, producer))

    rates = await paired(path, bare)
    keeping.cancel()
    await producer.stop()
    await relay.stop()
    return Figure.against(
        rates,
        unit="events/s",
        reach=0.8,
        aim=0.9,
        wished=8000,
        ran=f"{DOCUMENTS} documents of one event each, windows of {WINDOW}; the bare loop writes no history",
    )


def _dirty(entry: dict[str, Any]) -> dict[str, Any]:
    entry = {**entry, "ts": 1, "k": "bench", "rec": b"r" * 600, "h": [list(pair) for pair in entry["h"]]}
    return {
        "_id": new_id("thing"),
        "seq": 1,
        "k": "bench",
        "tip": b"",
        "c": {},
        "body": b"b" * 600,
        "ob": [entry],
    }


async def _bare(store: Any, producer: Any) -> None:
    while (
        rows := await store.collection.find({"ob.0.ts": {"$gt": 0}}, {"ob": 1})
        .hint("outbox")
        .limit(WINDOW)
        .to_list(None)
    ):
        await send_in_order(producer, [entry for row in rows for entry in row["ob"]])
        await store.collection.bulk_write(
            [UpdateOne({"_id": row["_id"]}, {"$pull": {"ob": {"n": {"$lte": 1}}}}) for row in rows],
            ordered=False,
        )
