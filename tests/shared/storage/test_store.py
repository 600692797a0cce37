"""One change is one atomic write of state and events; many that come together share one write."""

import asyncio
import json

import pytest

from shared.contracts.envelope import Heard
from shared.errors import Refusal, Unavailable, Unreadable
from shared.identifiers import new_id
from shared.messaging.relay import Relay
from shared.storage.keys import Buried, Erased
from shared.storage.leases import Lease
from shared.storage.store import OUTBOX_LIMIT, Gone
from tests.shared.moments import NOON
from tests.shared.storage.conftest import Room
from tests.shared.storage.thing import NotedV1, Thing

pytestmark = pytest.mark.stack

CANARY = "Kanarifugl Synger"


def thing() -> Thing:
    return Thing(id=new_id("thing"), case_id=new_id("case"))


async def test_a_change_and_its_events_are_stored_together(room: Room) -> None:
    store, new = room.store(), thing()
    await store.add(new)
    assert await store.change(new.id, lambda it: it.note("one")) == 1
    there = await store.get(new.id)
    assert there is not None
    assert there.notes == ["one"]
    said = [entry for entry in await room.outbox(new.id) if "v" in entry]
    assert [json.loads(entry["v"])["count"] for entry in said] == [1]


async def test_no_word_lies_in_clear(room: Room) -> None:
    store, new = room.store(), thing()
    await store.add(new)
    await store.change(new.id, lambda it: it.note(CANARY))
    row = await room.database["things"].find_one({"_id": new.id})
    assert CANARY.encode() not in repr(row).encode()
    assert (await store.get(new.id)) is not None


async def test_commands_that_come_together_fold_into_one_document_in_order(room: Room) -> None:
    store, new = room.store(), thing()
    await store.add(new)
    counts = await asyncio.gather(*(store.change(new.id, lambda it: it.note("x")) for _ in range(20)))
    assert sorted(counts) == list(range(1, 21))
    entries = await room.outbox(new.id)
    assert [entry["n"] for entry in entries] == list(range(1, 22))
    assert [json.loads(entry["v"])["count"] for entry in entries if "v" in entry] == list(range(1, 21))


async def test_a_refusal_changes_nothing_and_touches_no_neighbour(room: Room) -> None:
    store, open_one, closed_one = room.store(), thing(), thing()
    await store.add(open_one)
    await store.add(closed_one)
    await store.change(closed_one.id, Thing.close)
    outcomes = await asyncio.gather(
        store.change(open_one.id, lambda it: it.note("a")),
        store.change(closed_one.id, lambda it: it.note("b")),
        store.change(open_one.id, lambda it: it.note("c")),
        return_exceptions=True,
    )
    assert outcomes[0] == 1
    assert isinstance(outcomes[1], Refusal)
    assert outcomes[2] == 2


async def test_two_processes_changing_one_document_lose_nothing(room: Room) -> None:
    one, other, new = room.store(), room.store(), thing()
    await one.add(new)
    await asyncio.gather(*((one, other)[n % 2].change(new.id, lambda it: it.note("x")) for n in range(24)))
    there = await one.get(new.id)
    assert there is not None
    assert len(there.notes) == 24
    assert [entry["n"] for entry in await room.outbox(new.id)] == list(range(1, 26))


async def test_adding_the_same_thing_twice_keeps_the_first(room: Room) -> None:
    store, new = room.store(), thing()
    await store.add(new)
    await store.change(new.id, lambda it: it.note("kept"))
    again = await room.store().add(new.model_copy(update={"notes": []}))
    assert again.notes == ["kept"]


async def test_changing_what_is_not_there_is_refused(room: Room) -> None:
    with pytest.raises(Gone):
        await room.store().change(new_id("thing"), lambda it: it.note("x"))


async def test_a_full_outbox_turns_further_changes_away(room: Room) -> None:
    store, new = room.store(), thing()
    await store.add(new)
    for _ in range(OUTBOX_LIMIT - 1):
        await store.change(new.id, lambda it: it.note("x"))
    with pytest.raises(Unavailable):
        await room.store().change(new.id, lambda it: it.note("one too many"))


async def test_only_clear_fields_can_be_searched(room: Room) -> None:
    store, new = room.store(), thing()
    await store.add(new)
    await store.change(new.id, Thing.close)
    assert [it.id for it in await store.find({"status": "closed"})] == [new.id]
    assert await store.count({"status": "open"}) == 0


async def test_the_state_can_be_told_from_history_alone(room: Room) -> None:
    store, new = room.store(), thing()
    await store.prepare()
    await store.add(new)
    await store.change(new.id, lambda it: it.note("one"))
    await store.change(new.id, lambda it: it.note("two"))
    relay = Relay([store], lease=Lease(room.database, "relay"), open_producer=_never)
    rows = [{"_id": new.id, "ob": await room.outbox(new.id)}]
    await relay.remember(store, rows)
    assert await store.replayed(new.id) == await store.get(new.id)


async def test_history_is_a_chain_in_which_a_changed_link_shows(room: Room) -> None:
    store, new = room.store(), thing()
    await store.prepare()
    await store.add(new)
    for _ in range(3):
        await store.change(new.id, lambda it: it.note("x"))
    relay = Relay([store], lease=Lease(room.database, "relay"), open_producer=_never)
    await relay.remember(store, [{"_id": new.id, "ob": await room.outbox(new.id)}])
    assert await store.chain_holds(new.id)
    await room.database["things_history"].delete_one({"of": new.id, "n": 2})
    assert not await store.chain_holds(new.id)


async def test_a_store_without_history_still_says_what_happened(room: Room) -> None:
    store, new = room.store(keeps_history=False), thing()
    await store.add(new)
    await store.change(new.id, lambda it: it.note("one"))
    entries = await room.outbox(new.id)
    assert not [entry for entry in entries if "rec" in entry]
    assert [entry["n"] for entry in entries if "v" in entry] == [2]


async def test_destroying_the_key_makes_the_words_unreadable(room: Room) -> None:
    store, new = room.store(), thing()
    await store.add(new)
    await room.keys().destroy(new.case_id)
    with pytest.raises(Erased):
        await room.store().get(new.id)


async def _never() -> None:
    raise AssertionError


async def test_an_earlier_state_put_in_the_place_of_a_later_one_does_not_open(room: Room) -> None:
    store, new = room.store(), thing()
    await store.add(new)
    await store.change(new.id, lambda it: it.note("before"))
    earlier = await room.database["things"].find_one({"_id": new.id})
    await store.change(new.id, Thing.close)
    await room.database["things"].update_one({"_id": new.id}, {"$set": {"body": earlier["body"]}})
    with pytest.raises(Unreadable):
        await room.store().get(new.id)
    with pytest.raises(Unreadable):
        await room.store().change(new.id, lambda it: it.note("after"))


async def test_a_command_for_what_was_erased_is_told_so_and_its_neighbours_go_on(room: Room) -> None:
    store, erased, other = room.store(), thing(), thing()
    for one in (erased, other):
        await store.add(one)
    keys = room.keys()
    await keys.destroy(erased.scope())
    fresh = room.store()
    outcomes = await asyncio.gather(
        *(fresh.change(one.id, lambda it: it.note("x")) for one in (erased, other)), return_exceptions=True
    )
    assert [type(one) for one in outcomes] == [Buried, int]


def heard_of(source: str, seq: int) -> Heard[NotedV1]:
    event = NotedV1(case_id="case_x", school_id="school_x", at=NOON, count=seq)
    return Heard(event, f"{source}:{seq}", source, seq, NOON.isoformat())


async def test_an_event_told_again_or_after_a_later_one_is_not_heard(room: Room) -> None:
    store, new = room.store(), thing()
    await store.add(new)

    async def hears(source: str, seq: int) -> bool:
        return await store.change(new.id, lambda it: it.hears(heard_of(source, seq)))

    assert await hears("one", 2)
    assert not await hears("one", 2)
    assert not await hears("one", 1)
    assert await hears("other", 1)
    assert await hears("one", 3)
