"""From an outbox to another service's reaction, over a real broker, at least once and in order."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
from aiokafka import AIOKafkaProducer

from deploy.local import Stack
from shared.contracts.envelope import Heard
from shared.errors import NotYet, Unavailable
from shared.identifiers import new_id
from shared.messaging.broker import broker_for, start_broker
from shared.messaging.consuming import Inbox, On
from shared.messaging.dead_letters import DeadLetters
from shared.messaging.parking import Parking
from shared.messaging.producing import KafkaAddress, start_producer
from shared.messaging.relay import Relay
from shared.storage.leases import Lease
from tests.shared.storage.conftest import Room
from tests.shared.storage.thing import NotedV1, Thing
from tests.shared.waiting import until

pytestmark = pytest.mark.stack


def address(stack: Stack, service: str) -> KafkaAddress:
    user, password = stack.kafka_credentials(service)
    return KafkaAddress(
        stack.kafka_bootstrap,
        security_protocol="SASL_PLAINTEXT",
        username=user,
        password=password,
    )


class Neighbour:
    """A service that hears `NotedV1` of the cases of this test."""

    def __init__(self, room: Room, stack: Stack) -> None:
        self.heard: list[Heard[NotedV1]] = []
        self.fail_once: Exception | None = None
        self.missing: set[str] = set()
        self.broken: set[str] = set()
        self.broken_in_bulk: set[str] = set()
        self.in_bulk: list[str] = []
        self.dead_letters = DeadLetters(room.database)
        self.parking = Parking(
            room.database, lease=Lease(room.database, "parking"), dead_letters=self.dead_letters
        )
        self.inbox = Inbox(
            [On(NotedV1, react=self.when_noted), On(NotedV1, batch=self.when_many_noted)],
            exchange=room.exchange,
            dead_letters=self.dead_letters,
            parking=self.parking,
        )
        self.broker = broker_for(address(stack, "notify"), self.inbox, service="notify")

    async def when_noted(self, heard: Heard[NotedV1]) -> None:
        if self.fail_once is not None:
            failure, self.fail_once = self.fail_once, None
            raise failure
        if heard.event.case_id in self.broken:
            raise _Broken
        if heard.event.case_id in self.missing:
            raise NotYet(heard.event.case_id)
        self.heard.append(heard)

    async def when_many_noted(self, heard: Sequence[Heard[NotedV1]]) -> None:
        if any(one.event.case_id in self.broken_in_bulk for one in heard):
            raise _Broken
        self.in_bulk += [one.event.case_id for one in heard]

    def of(self, case_id: str) -> list[int]:
        return [heard.event.count for heard in self.heard if heard.event.case_id == case_id]


@pytest.fixture
async def neighbour(room: Room, stack: Stack) -> AsyncIterator[Neighbour]:
    made = Neighbour(room, stack)

    async def started() -> bool:
        # A right given a moment ago may not have reached the broker; a service tries again as well.
        try:
            await start_broker(made.broker)
        except Unavailable:
            made.broker = broker_for(address(stack, "notify"), made.inbox, service="notify")
            return False
        return True

    await until(started)
    yield made
    await made.broker.stop()


@pytest.fixture
async def relay(room: Room, stack: Stack) -> AsyncIterator[Any]:
    store = room.store()
    await store.prepare()
    made = Relay(
        [store],
        lease=Lease(room.database, "relay"),
        open_producer=lambda: start_producer(address(stack, "intake"), client_id="intake"),
    )
    running = asyncio.ensure_future(made.run())
    yield store
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
async def producer(stack: Stack) -> AsyncIterator[AIOKafkaProducer]:
    made = await start_producer(address(stack, "intake"), client_id="test")
    yield made
    await made.stop()


async def noted(store: Any, times: int) -> Thing:
    new = Thing(id=new_id("thing"), case_id=new_id("case"))
    await store.add(new)
    for number in range(times):
        await store.change(new.id, lambda it, number=number: it.note(f"note {number}"))
    return new


async def test_events_arrive_in_order_with_their_words(relay: Any, neighbour: Neighbour) -> None:
    thing = await noted(relay, 5)
    await until(lambda: len(neighbour.of(thing.case_id)) >= 5)
    assert neighbour.of(thing.case_id) == [1, 2, 3, 4, 5]
    first = next(heard for heard in neighbour.heard if heard.event.case_id == thing.case_id)
    assert first.words.text == "note 0"
    assert first.source == thing.id


async def test_what_was_sent_leaves_the_outbox_and_stands_in_history(
    relay: Any, neighbour: Neighbour, room: Room
) -> None:
    thing = await noted(relay, 3)
    await until(lambda: len(neighbour.of(thing.case_id)) >= 3)

    async def empty() -> bool:
        return await room.outbox(thing.id) == []

    await until(empty)
    assert (await relay.replayed(thing.id)).notes == ["note 0", "note 1", "note 2"]


async def test_a_neighbour_that_is_down_for_a_moment_loses_nothing(relay: Any, neighbour: Neighbour) -> None:
    neighbour.fail_once = Unavailable("mongodb")
    thing = await noted(relay, 2)
    await until(lambda: len(neighbour.of(thing.case_id)) >= 2)
    assert list(dict.fromkeys(neighbour.of(thing.case_id))) == [1, 2]


async def test_what_comes_too_early_waits_and_keeps_its_order(relay: Any, neighbour: Neighbour) -> None:
    thing = Thing(id=new_id("thing"), case_id=new_id("case"))
    neighbour.missing.add(thing.case_id)
    await relay.add(thing)
    for _ in range(3):
        await relay.change(thing.id, lambda it: it.note("x"))

    async def parked() -> bool:
        return thing.id in await neighbour.parking.groups({thing.id})

    await until(parked)
    neighbour.missing.clear()

    async def all_through() -> bool:
        await neighbour.parking.retry(neighbour.inbox.react)
        return len(neighbour.of(thing.case_id)) >= 3

    await until(all_through)
    assert neighbour.of(thing.case_id) == [1, 2, 3]


async def test_a_record_that_cannot_be_parsed_is_laid_aside_and_the_rest_goes_on(
    relay: Any, neighbour: Neighbour, producer: AIOKafkaProducer
) -> None:
    await producer.send_and_wait(
        NotedV1.topic.name, b"{broken", key=b"case", headers=[("ce_type", NotedV1.type.encode())]
    )
    thing = await noted(relay, 1)
    await until(lambda: neighbour.of(thing.case_id) == [1])
    assert [letter.reason for letter in await neighbour.dead_letters.list()] == ["breaks-contract"]


async def test_an_unknown_type_is_skipped_and_counted(
    relay: Any, neighbour: Neighbour, producer: AIOKafkaProducer
) -> None:
    await producer.send_and_wait(
        NotedV1.topic.name, b"{}", key=b"case", headers=[("ce_type", b"samspill.intake.future.v9")]
    )
    await until(lambda: neighbour.inbox.health.skipped >= 1)
    assert await neighbour.dead_letters.list() == []


async def test_what_fails_once_is_tried_again(relay: Any, neighbour: Neighbour) -> None:
    neighbour.fail_once = _Broken()
    thing = await noted(relay, 1)
    await until(lambda: neighbour.of(thing.case_id) == [1])
    assert await neighbour.dead_letters.list() == []


async def test_what_fails_always_is_laid_aside_and_can_be_put_back(
    relay: Any, neighbour: Neighbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.messaging.consuming.BACK_OFF_S", (0.0,) * 5)
    thing = Thing(id=new_id("thing"), case_id=new_id("case"))
    neighbour.broken.add(thing.case_id)
    await relay.add(thing)
    await relay.change(thing.id, lambda it: it.note("x"))

    async def laid_aside() -> bool:
        return [letter.reason for letter in await neighbour.dead_letters.list()] == ["failed-_Broken"]

    await until(laid_aside)
    neighbour.broken.clear()
    assert await neighbour.dead_letters.put_back(neighbour.inbox.react) == 1
    assert neighbour.of(thing.case_id) == [1]
    assert await neighbour.dead_letters.list() == []


async def test_one_bad_record_in_a_bulk_leaves_its_neighbours_alone(
    relay: Any, neighbour: Neighbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.messaging.consuming.BACK_OFF_S", (0.0,) * 5)
    good, bad = (Thing(id=new_id("thing"), case_id=new_id("case")) for _ in range(2))
    neighbour.broken_in_bulk.add(bad.case_id)
    for thing in (good, bad):
        await relay.add(thing)
    await asyncio.gather(*(relay.change(thing.id, lambda it: it.note("x")) for thing in (good, bad)))
    await until(lambda: good.case_id in neighbour.in_bulk)

    async def laid_aside() -> bool:
        return len(await neighbour.dead_letters.list()) == 1

    await until(laid_aside)
    assert bad.case_id not in neighbour.in_bulk


class _Broken(Exception):
    pass
