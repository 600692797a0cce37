"""An answer on the page and an answer from the calendar meet: the latest counts, and the page says which."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from shared.contracts.meetings import InvitationAnsweredV1, InvitationIssuedV1
from shared.contracts.notify import CalendarReplyReceivedV1
from shared.contracts.tasks import MeetingsTaskOpenedV1
from tests.meetings.school import School
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack

MINUTE = timedelta(minutes=1)
MOVED = {"day": "2026-11-17", "hour": "10:00"}


async def _replies(
    school: School, partstat: Any, dtstamp: datetime, *, sequence: int = 0, who: str = "mother"
) -> Any:
    """The calendar's answer, as notify says it, heard at the time it is now."""
    issued = [one for one in await school.events(InvitationIssuedV1) if one.person_id == school.people[who]][
        -1
    ]
    heard = school.heard(
        CalendarReplyReceivedV1(
            case_id=school.case,
            school_id=school.school,
            at=school.house.clock.now(),
            meeting_id=issued.meeting_id,
            invitation_id=issued.invitation_id,
            person_id=issued.person_id,
            partstat=partstat,
            sequence=sequence,
            dtstamp=dtstamp,
        )
    )
    await school.hears_again(heard)
    return heard


async def _answers(school: School) -> list[tuple[str, str]]:
    return [(one.answer, one.via) for one in await school.events(InvitationAnsweredV1)]


@pytest.mark.requirement("B37")
async def test_the_calendars_answer_is_heard_and_both_pages_say_where_it_came_from(school: School) -> None:
    meeting = await school.calls()
    heard = await _replies(school, "accepted", NOON + MINUTE)
    await school.hears_again(heard)
    assert await _answers(school) == [("coming", "calendar")]
    assert "svart i kalenderen" in (await school.as_("rektor").get(f"/meetings/{meeting}")).text
    hers = (await school.nobody().get(await school.link_for("mother"))).text
    assert "Svaret kom fra kalenderen din" in hers


@pytest.mark.requirement("B37")
async def test_the_latest_answer_wins_whichever_way_it_came_and_in_whatever_order(school: School) -> None:
    meeting = await school.calls()
    link = await school.link_for("mother")
    school.set_clock(NOON + 10 * MINUTE)
    await school.nobody().post(link, {"answer": "cannot", "interpreter": "so"})
    await _replies(school, "accepted", NOON + 5 * MINUTE)
    assert await _answers(school) == [("cannot", "page")], "older than the page's answer"
    school.set_clock(NOON + 12 * MINUTE)
    await _replies(school, "accepted", NOON + 11 * MINUTE)
    await _replies(school, "declined", NOON + 10.5 * MINUTE)
    assert await _answers(school) == [("cannot", "page"), ("coming", "calendar")]
    invitation = (await school.house.invitations_to(meeting))[school.mother]
    assert invitation.interpreter == "so", "what the page was told of an interpreter stands"
    school.set_clock(NOON + 20 * MINUTE)
    await school.nobody().post(link, {"answer": "cannot"})
    assert (await _answers(school))[-1] == ("cannot", "page")


@pytest.mark.requirement("B37")
async def test_sequence_counts_before_the_time_it_was_written(school: School) -> None:
    meeting = await school.calls()
    await school.as_("rektor").post(f"/meetings/{meeting}/time", MOVED)
    await _replies(school, "accepted", NOON + MINUTE, sequence=0)
    assert await _answers(school) == [], "an answer to the time it had before"
    await _replies(school, "declined", NOON - MINUTE, sequence=1)
    assert await _answers(school) == [("cannot", "calendar")]


async def test_a_calendar_whose_clock_is_wrong_does_not_have_the_last_word_for_ever(school: School) -> None:
    await school.calls()
    await _replies(school, "accepted", NOON + timedelta(days=4000))
    school.set_clock(NOON + MINUTE)
    await school.nobody().post(await school.link_for("mother"), {"answer": "cannot"})
    assert await _answers(school) == [("coming", "calendar"), ("cannot", "page")]


async def test_perhaps_is_shown_and_is_no_answer(school: School) -> None:
    meeting = await school.calls(day="2026-11-18")
    await _replies(school, "tentative", NOON)
    assert await _answers(school) == []
    assert "Kanskje" in (await school.as_("rektor").get(f"/meetings/{meeting}")).text
    await school.turn_clock(NOON + timedelta(days=1, hours=3))
    rung = [one for one in await school.events(MeetingsTaskOpenedV1) if one.code == "invitation-unanswered"]
    assert school.mother in [one.about_person_id for one in rung]


async def test_a_reply_to_a_cancelled_meeting_or_to_none_changes_nothing(school: School) -> None:
    meeting = await school.calls()
    await school.as_("rektor").post(f"/meetings/{meeting}/cancellation")
    await _replies(school, "accepted", NOON + MINUTE, sequence=5)
    assert await _answers(school) == []
    await school.hears(
        CalendarReplyReceivedV1(
            case_id=school.case,
            school_id=school.school,
            at=NOON,
            meeting_id="meeting_gone",
            invitation_id="invitation_gone",
            person_id=school.mother,
            partstat="accepted",
            sequence=0,
            dtstamp=NOON,
        )
    )
    assert await _answers(school) == []


async def test_nobody_else_is_written_to_because_somebody_answers(school: School) -> None:
    await school.calls()
    before = len(await school.events(InvitationIssuedV1))
    await _replies(school, "accepted", NOON + MINUTE)
    await _replies(school, "declined", NOON + MINUTE, who="father")
    assert len(await school.events(InvitationIssuedV1)) == before
