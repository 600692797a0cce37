"""What one aggregate said is heard in the order it was said, also where bulk and single reactions mix."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from aiokafka import ConsumerRecord

from shared.contracts.directory import PersonListedV1, PersonRemovedV1, PersonWords
from shared.contracts.envelope import Contract, Heard, Words, headers_of
from shared.directory import Directory
from shared.errors import Unavailable
from shared.identifiers import new_id
from shared.messaging.consuming import Inbox, On
from shared.messaging.dead_letters import DeadLetters
from shared.messaging.parking import Parking
from shared.storage.leases import Lease
from tests.shared.storage.conftest import Room, room

__all__ = ["room"]

pytestmark = pytest.mark.stack

NAME = PersonWords(given_name="Kari", family_name="Dahl")


def inbox(room: Room, *subscriptions: On[Any]) -> Inbox:
    dead_letters = DeadLetters(room.database)
    parking = Parking(room.database, lease=Lease(room.database, "parking"), dead_letters=dead_letters)
    return Inbox(subscriptions, exchange=room.exchange, dead_letters=dead_letters, parking=parking)


def record(
    room: Room, event: Contract, *, source: str, seq: int, words: Words | None = None
) -> ConsumerRecord[bytes, bytes]:
    value = event.model_dump_json(exclude_none=True)
    if words is not None:
        box = room.exchange.seal(
            words.model_dump_json().encode(), type_=event.type, event_id=f"{source}:{seq}", source=source
        )
        value = f'{value[:-1]},"sealed":{box}}}'
    headers = headers_of(
        type(event), service="intake", source=source, seq=seq, time=datetime.now(UTC).isoformat()
    )
    return ConsumerRecord(
        topic=event.topic.name,
        partition=0,
        offset=seq,
        timestamp=0,
        timestamp_type=0,
        key=event.key().encode(),
        value=value.encode(),
        checksum=None,
        serialized_key_size=0,
        serialized_value_size=0,
        headers=headers,
    )


def listed(room: Room, person_id: str, seq: int) -> ConsumerRecord[bytes, bytes]:
    event = PersonListedV1(person_id=person_id, kinds=("guardian",))
    return record(room, event, source=person_id, seq=seq, words=NAME)


def removed(room: Room, person_id: str, seq: int) -> ConsumerRecord[bytes, bytes]:
    return record(room, PersonRemovedV1(person_id=person_id), source=person_id, seq=seq)


class Listener:
    """Keeps in which order it heard what, and hears in bulk or singly."""

    def __init__(self) -> None:
        self.heard: dict[str, list[int]] = {}
        self.calls = 0
        self.down_once = False

    async def in_bulk(self, heard: Sequence[Heard[Any]]) -> None:
        self.calls += 1
        if self.down_once:
            self.down_once = False
            raise Unavailable("mongodb")
        for one in heard:
            await self.singly(one)

    async def singly(self, heard: Heard[Any]) -> None:
        self.heard.setdefault(heard.source, []).append(heard.seq)

    def subscriptions(self) -> list[On[Any]]:
        return [On(PersonListedV1, batch=self.in_bulk), On(PersonRemovedV1, react=self.singly)]


async def test_bulk_and_single_reactions_of_one_aggregate_keep_their_order(room: Room) -> None:
    listener = Listener()
    one, other = new_id("person"), new_id("person")
    await inbox(room, *listener.subscriptions()).consume(
        [
            removed(room, one, 1),
            listed(room, one, 2),
            listed(room, one, 3),
            listed(room, other, 1),
            removed(room, one, 4),
            removed(room, other, 2),
            listed(room, one, 5),
        ]
    )
    assert listener.heard == {one: [1, 2, 3, 4, 5], other: [1, 2]}


async def test_while_a_neighbour_is_down_nothing_later_of_an_aggregate_is_heard(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.messaging.consuming.BACK_OFF_S", (0.0,))
    listener = Listener()
    listener.down_once = True
    one = new_id("person")
    await inbox(room, *listener.subscriptions()).consume([listed(room, one, 1), removed(room, one, 2)])
    assert listener.heard == {one: [1, 2]}


async def test_lines_with_the_same_bulk_reaction_share_one_call(room: Room) -> None:
    listener = Listener()
    one = new_id("person")
    both: list[On[Any]] = [
        On(PersonListedV1, batch=listener.in_bulk),
        On(PersonRemovedV1, batch=listener.in_bulk),
    ]
    await inbox(room, *both).consume(
        [listed(room, one, 1), removed(room, one, 2), listed(room, one, 3), removed(room, one, 4)]
    )
    assert (listener.heard, listener.calls) == ({one: [1, 2, 3, 4]}, 1)


async def test_who_was_removed_stays_removed_in_one_batch_and_when_told_again(room: Room) -> None:
    directory = Directory(room.database, keys=room.keys())
    box = inbox(room, *directory.subscriptions())
    one, back = new_id("person"), new_id("person")
    await box.consume([listed(room, one, 1), removed(room, one, 2), removed(room, back, 1)])
    await box.consume([listed(room, one, 1), listed(room, back, 2)])
    assert list(await directory.people_by_id([one, back])) == [back]
    await box.consume([removed(room, one, 2), listed(room, one, 1)])
    assert await directory.people_by_id([one]) == {}


async def test_of_who_was_removed_nothing_is_kept_but_a_number(room: Room) -> None:
    directory = Directory(room.database, keys=room.keys())
    one = new_id("person")
    await inbox(room, *directory.subscriptions()).consume([listed(room, one, 1), removed(room, one, 2)])
    assert await directory.people.collection.find_one({"_id": one}) == {"_id": one, "seq": 2, "gone": True}
    assert await directory.people.find({}) == {}
