"""What a service keeps of another's things: sealed rows, of which the newest counts, whatever comes when."""

import bson
import pytest
from pydantic import BaseModel
from pymongo.errors import BulkWriteError

from shared.errors import Unavailable, Unreadable
from shared.identifiers import new_id
from shared.storage.projection import Projection, Row
from tests.shared.storage.conftest import Room

pytestmark = pytest.mark.stack

CANARY = "Kanarifuglen"


class Told(BaseModel):
    name: str


@pytest.fixture
def rows(room: Room) -> Projection[Told]:
    return Projection(room.database, "told", Told, keys=room.keys())


def row(id_: str, seq: int, name: str) -> Row[Told]:
    return Row(id_, seq, Told(name=name), {"kind": "x"})


async def test_what_is_stored_holds_no_word_of_it(rows: Projection[Told]) -> None:
    id_ = new_id("told")
    await rows.put([row(id_, 1, CANARY)])
    stored = await rows.collection.find_one({"_id": id_})
    assert CANARY.encode() not in bson.encode(stored)
    assert stored["c"] == {"kind": "x"}
    assert (await rows.get(id_)) == Told(name=CANARY)


async def test_the_body_of_one_row_does_not_open_as_another(rows: Projection[Told]) -> None:
    one, other = new_id("told"), new_id("told")
    await rows.put([Row(id_, 1, Told(name=id_), {}, scope="both") for id_ in (one, other)])
    stored = await rows.collection.find_one({"_id": one})
    await rows.collection.update_one({"_id": other}, {"$set": {"body": stored["body"]}})
    with pytest.raises(Unreadable):
        await rows.get(other)


@pytest.mark.parametrize("order", [(1, 2), (2, 1), (2, 2, 1)])
async def test_the_newest_counts_in_whichever_order_they_come(
    rows: Projection[Told], order: tuple[int, ...]
) -> None:
    id_ = new_id("told")
    for seq in order:
        await rows.put([row(id_, seq, f"number {seq}")])
    assert await rows.find({"kind": "x"}) == {id_: Told(name="number 2")}


async def test_what_was_removed_comes_back_only_when_it_is_told_anew(rows: Projection[Told]) -> None:
    id_ = new_id("told")
    await rows.remove(id_, 2)
    await rows.put([row(id_, 1, "before")])
    assert (await rows.get(id_), await rows.find({})) == (None, {})
    await rows.put([row(id_, 3, "after")])
    assert await rows.get(id_) == Told(name="after")
    await rows.remove(id_, 2)
    assert await rows.get(id_) == Told(name="after")


async def test_a_write_of_which_a_part_failed_is_to_be_tried_again(
    rows: Projection[Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Collection:
        async def bulk_write(self, *_: object, **__: object) -> None:
            raise BulkWriteError({"writeErrors": [{"code": 16500, "index": 0}]})

    monkeypatch.setattr(rows, "collection", Collection())
    with pytest.raises(Unavailable):
        await rows.put([row(new_id("told"), 1, "x")])
