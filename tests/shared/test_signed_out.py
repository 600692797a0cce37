"""Who has signed out stays out: in every process, whichever clock it has, from its first request on."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.access import SignedOut
from shared.identifiers import new_id
from tests.shared.storage.conftest import Room, room

__all__ = ["room"]

pytestmark = pytest.mark.stack

HOURS = timedelta(hours=8)


@pytest.fixture
async def here(room: Room) -> SignedOut:
    made = SignedOut(room.database)
    await made.prepare()
    return made


def later() -> datetime:
    return datetime.now(UTC) + HOURS


async def test_nobody_is_let_in_before_the_first_look_at_who_has_signed_out(room: Room) -> None:
    ended, other = new_id("session"), new_id("session")
    await SignedOut(room.database).add(ended, later())
    just_begun = SignedOut(room.database)
    assert just_begun.is_revoked(ended)
    assert just_begun.is_revoked(other)
    await just_begun.prepare()
    assert just_begun.is_revoked(ended)
    assert not just_begun.is_revoked(other)


async def test_a_sign_out_written_by_a_process_whose_clock_is_behind_is_read(
    room: Room, here: SignedOut, monkeypatch: pytest.MonkeyPatch
) -> None:
    await SignedOut(room.database).add(new_id("session"), later())
    await here.refresh()
    ended = new_id("session")
    until = later()

    class Behind(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "Behind":
            return cls(2020, 1, 1, tzinfo=tz)

    with monkeypatch.context() as skewed:
        skewed.setattr("shared.access.datetime", Behind)
        await SignedOut(room.database).add(ended, until)
    await here.refresh()
    assert here.is_revoked(ended)


async def test_a_sign_out_that_becomes_visible_late_is_read(room: Room, here: SignedOut) -> None:
    ended = new_id("session")
    stamped = datetime.now(UTC) - timedelta(seconds=20)
    await SignedOut(room.database).add(new_id("session"), later())
    await here.refresh()
    await room.database["signed_out"].insert_one({"_id": ended, "until": later(), "heard_at": stamped})
    await here.refresh()
    assert here.is_revoked(ended)


async def test_a_session_that_would_have_ended_by_now_is_forgotten(here: SignedOut) -> None:
    past, ended = new_id("session"), new_id("session")
    await here.add(past, datetime.now(UTC) - timedelta(seconds=1))
    await here.add(ended, later())
    await here.refresh()
    assert list(here._known) == [ended]
