"""An event that Kafka will never take is refused when it is recorded, or else holds up nobody but its own."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiokafka import AIOKafkaProducer

from deploy.local import Stack
from shared.errors import TooLarge
from shared.identifiers import new_id
from shared.messaging.relay import Relay
from shared.storage.leases import Lease
from tests.shared.messaging.test_relay_and_inbox import Neighbour, address, neighbour, noted, relay
from tests.shared.storage.conftest import Room, room
from tests.shared.storage.thing import NotedV1, Thing
from tests.shared.waiting import until

__all__ = ["neighbour", "relay", "room"]

pytestmark = pytest.mark.stack

LIMIT = NotedV1.topic.max_bytes
TOO_MUCH = "x" * 260_000


async def thing(store: Any) -> Thing:
    made = Thing(id=new_id("thing"), case_id=new_id("case"))
    await store.add(made)
    return made


@pytest.fixture
def unguarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A topic takes less than its contract says: what is recorded is larger than Kafka allows."""
    monkeypatch.setattr("shared.storage.store.WIRE_OVERHEAD", -10_000_000)


async def test_what_would_not_fit_is_refused_before_anything_is_stored(room: Room) -> None:
    store = room.store()
    big, small = await thing(store), await thing(store)
    outcomes: Any = await asyncio.gather(
        store.change(big.id, lambda it: it.note("before")),
        store.change(big.id, lambda it: it.note(TOO_MUCH)),
        store.change(big.id, lambda it: it.note("after")),
        store.change(small.id, lambda it: it.note("beside")),
        return_exceptions=True,
    )
    assert [type(one) for one in outcomes] == [int, TooLarge, int, int]
    assert outcomes[1].limit == LIMIT
    there = await store.get(big.id)
    assert there is not None
    assert there.notes == ["before", "after"]


async def test_what_just_fits_is_taken_by_kafka(relay: Any, neighbour: Neighbour) -> None:
    made = await thing(relay)
    low, high = 100_000, 260_000
    while high - low > 1:
        middle = (low + high) // 2
        try:
            relay._wire(made.id, 1, _said(made, middle), "2026-11-16T12:00:00+00:00")
            low = middle
        except TooLarge:
            high = middle
    assert low > LIMIT // 2
    await relay.change(made.id, lambda it: it.note("x" * (low - 4)))
    await until(lambda: neighbour.of(made.case_id) == [1])


async def test_one_event_too_large_holds_up_its_own_aggregate_and_no_other(
    relay: Any, room: Room, neighbour: Neighbour, unguarded: None
) -> None:
    big = await thing(relay)
    await relay.change(big.id, lambda it: it.note("first"))
    await until(lambda: neighbour.of(big.case_id) == [1])
    await relay.change(big.id, lambda it: it.note(TOO_MUCH))
    await relay.change(big.id, lambda it: it.note("third"))
    others = [await noted(relay, 2) for _ in range(5)]
    await until(lambda: all(neighbour.of(other.case_id) == [1, 2] for other in others))
    [held] = await relay.held()
    assert (held.id, held.topic, held.reason) == (big.id, NotedV1.topic.name, "MessageSizeTooLargeError")
    assert await relay.count_held() == 1
    assert neighbour.of(big.case_id) == [1]
    assert len(await room.outbox(big.id)) == 2


async def test_what_was_held_is_put_back_in_order(
    relay: Any, room: Room, neighbour: Neighbour, unguarded: None
) -> None:
    big, fits = await thing(relay), await thing(relay)
    for text in (TOO_MUCH, "second", "third"):
        await relay.change(big.id, lambda it, text=text: it.note(text))

    async def is_held() -> bool:
        return len(await relay.held()) == 1

    await until(is_held)
    assert await relay.put_back(big.id)
    await until(is_held)  # and Kafka says the same again
    # As when the topic has been given more room: what is there is now one that it takes.
    await relay.change(fits.id, lambda it: it.note("fits"))
    await until(lambda: neighbour.of(fits.case_id) == [1])
    entry = relay._wire(big.id, (await room.outbox(big.id))[0]["n"], _said(big, 10), "2026-11-16T12:00:00Z")
    await room.database["things"].update_one({"_id": big.id}, {"$set": {"ob.0.v": entry["v"]}})
    assert await relay.put_back(big.id)
    await until(lambda: neighbour.of(big.case_id) == [1, 2, 3])
    assert await relay.held() == []
    assert not await relay.put_back(big.id)


async def test_a_batch_that_is_too_large_together_goes_singly(
    room: Room, stack: Stack, neighbour: Neighbour
) -> None:
    store = room.store()
    await store.prepare()
    made = await thing(store)
    for _ in range(6):
        await store.change(made.id, lambda it: it.note("x" * 60_000))

    async def producer() -> AIOKafkaProducer:
        options = address(stack, "intake").options()
        opened = AIOKafkaProducer(enable_idempotence=True, acks="all", max_batch_size=1_000_000, **options)
        await opened.start()
        return opened

    async for _ in _running(room, store, producer):
        await until(lambda: neighbour.of(made.case_id) == [1, 2, 3, 4, 5, 6])
    assert await store.held() == []


async def test_a_relay_that_has_lost_its_lease_sends_nothing(
    room: Room, stack: Stack, neighbour: Neighbour
) -> None:
    store = room.store()
    await store.prepare()
    made = await thing(store)
    await store.change(made.id, lambda it: it.note("x"))
    lease = Lease(room.database, "relay")
    opened: list[AIOKafkaProducer] = []

    async def producer() -> AIOKafkaProducer:
        # Kafka took its time to answer, and another process has taken over in the meantime.
        await lease.release()
        opened.append(AIOKafkaProducer(**address(stack, "intake").options()))
        await opened[0].start()
        return opened[0]

    relay = Relay([store], lease=lease, open_producer=producer)
    assert await lease.acquire()
    assert await relay.drain() == 0
    assert opened
    assert relay.health.sent == 0
    assert len([entry for entry in await room.outbox(made.id) if "v" in entry]) == 1
    await relay.stop()


async def _running(room: Room, store: Any, producer: Any) -> AsyncIterator[Relay]:
    made = Relay([store], lease=Lease(room.database, "relay"), open_producer=producer)
    running = asyncio.ensure_future(made.run())
    yield made
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


def _said(made: Thing, size: int) -> Any:
    draft = Thing(id=made.id, case_id=made.case_id)
    draft.note("x" * size)
    return draft.recorded()[0]
