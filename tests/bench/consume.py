"""Consuming: our inbox on FastStream batches, against a bare `getmany` loop that parses the same events."""

import asyncio
import time
from collections.abc import Sequence
from typing import Any

from aiokafka import AIOKafkaConsumer

from shared.contracts.envelope import Heard
from shared.contracts.intake import ContactLoggedV1
from shared.identifiers import new_id
from shared.messaging.broker import BATCH_TIMEOUT_MS, MAX_RECORDS, broker_for, start_broker
from shared.messaging.consuming import Inbox, On
from shared.messaging.dead_letters import DeadLetters
from shared.messaging.parking import Parking
from shared.messaging.relay import send_in_order
from shared.storage.leases import Lease
from shared.storage.projection import Projection, Row
from tests.bench.harness import Figure, paired
from tests.bench.place import NOW, Place

EVENTS = 20_000


def outbox_entries(count: int, place: Place) -> list[dict[str, Any]]:
    """Events of about 600 bytes with their headers, each of its own case, as they lie in an outbox."""
    return [place.entry(_event(), seq=1, source=new_id("case")) for _ in range(count)]


def _event() -> ContactLoggedV1:
    return ContactLoggedV1(
        case_id=new_id("case"),
        school_id=new_id("school"),
        at=NOW,
        by=new_id("person"),
        person_id=new_id("person"),
        means="phone",
        reached=True,
    )


class Kept(ContactLoggedV1):
    """The row of the effect: the event itself."""


async def consume(place: Place) -> Figure:
    """Events a second, parsed and routed, with nothing done about them."""
    await _fill(place)
    rates = await paired(lambda: _through_inbox(place, effects=False), lambda: _bare(place, effects=False))
    return Figure.against(
        rates,
        unit="events/s",
        reach=0.85,
        aim=0.95,
        ran=f"{EVENTS} events of 12 partitions, batches of {MAX_RECORDS}, one consumer",
    )


async def consume_effects(place: Place) -> Figure:
    """Events a second with one sealed row written for each, against a bare bulk write of the same rows."""
    await _fill(place)
    rates = await paired(lambda: _through_inbox(place, effects=True), lambda: _bare(place, effects=True))
    return Figure.against(
        rates,
        unit="events/s",
        reach=0.8,
        aim=0.9,
        ran=f"{EVENTS} events, one sealed row each; the bare loop seals and writes the same rows",
    )


async def _fill(place: Place) -> None:
    """Put as many events on the topic as one run reads, once."""
    if place.filled:
        return
    producer = await place.producer()
    for start in range(0, EVENTS, 2000):
        await send_in_order(producer, outbox_entries(min(2000, EVENTS - start), place))
    await producer.stop()
    place.filled = True


def _projection(place: Place) -> Projection[ContactLoggedV1]:
    return Projection(
        place.database, new_id("rows")[:20], ContactLoggedV1, keys=place.keys, scope_of=lambda _: "bench"
    )


async def _through_inbox(place: Place, *, effects: bool) -> float:
    rows = _projection(place)
    await place.keys.ensure(["bench"])
    seen, first, done = 0, 0.0, asyncio.Event()

    async def when_logged(heard: Sequence[Heard[ContactLoggedV1]]) -> None:
        nonlocal seen, first
        first = first or time.perf_counter()
        if effects:
            await rows.put([Row(h.id, h.seq, h.event, {"case_id": h.event.case_id}) for h in heard])
        seen += len(heard)
        if seen >= EVENTS:
            done.set()

    letters = DeadLetters(place.database)
    inbox = Inbox(
        [On(ContactLoggedV1, batch=when_logged)],
        exchange=place.exchange,
        dead_letters=letters,
        parking=Parking(place.database, lease=Lease(place.database, "parking"), dead_letters=letters),
    )
    broker = broker_for(place.address("admin"), inbox, service="notify", group=new_id("group"))
    await start_broker(broker)
    await asyncio.wait_for(done.wait(), 120)
    took = time.perf_counter() - first
    await broker.stop()
    return (seen - MAX_RECORDS) / took


async def _bare(place: Place, *, effects: bool) -> float:
    rows = _projection(place)
    await place.keys.ensure(["bench"])
    consumer = AIOKafkaConsumer(
        ContactLoggedV1.topic.name,
        group_id=new_id("group"),
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        **place.address("admin").options(),
    )
    await consumer.start()
    seen, first = 0, 0.0
    while seen < EVENTS:
        records = await consumer.getmany(timeout_ms=BATCH_TIMEOUT_MS, max_records=MAX_RECORDS)
        events = [
            ContactLoggedV1.model_validate_json(record.value)
            for batch in records.values()
            for record in batch
        ]
        if not events:
            continue
        first = first or time.perf_counter()
        if effects:
            await place.bare_rows(rows, events)
        await consumer.commit()
        seen += len(events)
    took = time.perf_counter() - first
    await consumer.stop()
    return (seen - MAX_RECORDS) / took
