"""While a new version is rolled out, the old one writes the same documents and drops nothing of the new."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel, Field

from shared.identifiers import new_id
from shared.storage.aggregate import Aggregate
from shared.storage.store import Store
from shared.storage.unknown import with_unknown
from tests.shared.storage.conftest import Room


class OldPart(BaseModel):
    id: str
    text: str


class NewPart(OldPart):
    source: str = "unknown"


class Old(Aggregate):
    parts: list[OldPart] = Field(default_factory=list)
    status: str = "open"


class New(Aggregate):
    parts: list[NewPart] = Field(default_factory=list)
    status: str = "open"
    colour: str = "none"


def store(room: Room, model: type[Any]) -> Store[Any]:
    return Store(
        room.database,
        "things",
        model,
        service="intake",
        keys=room.keys(),
        exchange=room.exchange,
        clock=room.clock,
    )


@pytest.mark.stack
async def test_the_old_version_keeps_what_only_the_new_one_knows(room: Room) -> None:
    new, old, id_ = store(room, New), store(room, Old), new_id("thing")
    await new.add(
        New(
            id=id_,
            colour="blue",
            parts=[NewPart(id="a", text="1", source="pupil"), NewPart(id="b", text="2")],
        )
    )

    def write(it: Old) -> None:
        it.status = "closed"
        it.parts = [OldPart(id="c", text="3"), it.parts[0].model_copy(update={"text": "1, again"})]

    await old.change(id_, write)
    await old.change(id_, lambda it: setattr(it, "status", "open again"))
    there = await store(room, New).get(id_)
    assert there == New(
        id=id_,
        colour="blue",
        status="open again",
        parts=[NewPart(id="c", text="3"), NewPart(id="a", text="1, again", source="pupil")],
    )
    assert await new.chain_holds(id_)


@pytest.mark.stack
async def test_an_old_version_that_changes_nothing_writes_nothing(room: Room) -> None:
    new, old, id_ = store(room, New), store(room, Old), new_id("thing")
    await new.add(New(id=id_, colour="blue"))
    before = await room.database["things"].find_one({"_id": id_})
    await old.change(id_, lambda it: None)
    assert await room.database["things"].find_one({"_id": id_}) == before


@pytest.mark.stack
async def test_the_new_version_changes_what_the_old_one_wrote(room: Room) -> None:
    new, old, id_ = store(room, New), store(room, Old), new_id("thing")
    await old.add(Old(id=id_, parts=[OldPart(id="a", text="1")]))
    await new.change(id_, lambda it: setattr(it, "colour", "red"))
    await store(room, Old).change(id_, lambda it: setattr(it, "status", "closed"))
    there = await store(room, New).get(id_)
    assert there == New(id=id_, colour="red", status="closed", parts=[NewPart(id="a", text="1")])


@pytest.mark.stack
async def test_a_document_from_before_shapes_were_noted_loses_nothing_either(room: Room) -> None:
    new, id_ = store(room, New), new_id("thing")
    await new.add(New(id=id_, colour="blue"))
    await room.database["things"].update_one({"_id": id_}, {"$unset": {"m": 1}})
    for status in ("closed", "open"):
        await store(room, Old).change(id_, _closing(status))
    there = await store(room, New).get(id_)
    assert there == New(id=id_, colour="blue")


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        ([{"t": 1}, {"t": 2}], [{"t": 1, "x": 1}, {"t": 2, "x": 2}]),
        ([{"t": 2}], [{"t": 2, "x": 2}]),
        ([{"t": 1}, {"t": 9}], [{"t": 1, "x": 1}, {"t": 9, "x": 2}]),
        ([{"t": 9}], [{"t": 9}]),
        ([], []),
    ],
)
def test_parts_without_an_id_keep_theirs_where_they_are_or_stand(after: list[Any], kept: list[Any]) -> None:
    stored = [{"t": 1, "x": 1}, {"t": 2, "x": 2}]
    assert with_unknown(stored, [{"t": 1}, {"t": 2}], after) == kept


def _closing(status: str) -> Callable[[Old], None]:
    return lambda it: setattr(it, "status", status)
