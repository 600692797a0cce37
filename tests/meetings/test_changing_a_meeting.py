"""A moved or cancelled meeting is one calendar object; everyone is told once, and only those concerned."""

import pytest

from shared.contracts.meetings import InvitationIssuedV1, MeetingCancelledV1, MeetingMovedV1
from shared.contracts.notify import LetterUndeliverableV1
from shared.contracts.tasks import MeetingsTaskClosedV1, MeetingsTaskOpenedV1
from tests.meetings.school import AT_TWO, ONE_DAY, School

pytestmark = pytest.mark.stack

MOVED = {"day": "17.11.2026", "hour": "10"}


async def test_moving_keeps_the_calendar_object_and_raises_its_sequence(school: School) -> None:
    meeting = await school.calls()
    rektor = school.as_("rektor")
    assert (await rektor.post(f"/meetings/{meeting}/time", MOVED)).status_code == 303
    assert (await rektor.post(f"/meetings/{meeting}/time", MOVED)).status_code == 303
    [moved] = await school.events(MeetingMovedV1)
    assert (moved.sequence, moved.starts_at.isoformat()) == (1, "2026-11-17T09:00:00+00:00")
    hers = [one for one in await school.events(InvitationIssuedV1) if one.person_id == school.mother]
    assert [(one.sequence, one.revision, one.method) for one in hers] == [
        (0, 1, "request"),
        (1, 2, "request"),
    ]
    assert len({one.calendar_uid for one in hers}) == 1


async def test_cancelling_tells_everyone_once_and_ends_it(school: School) -> None:
    meeting = await school.calls()
    rektor = school.as_("rektor")
    for _ in range(2):
        assert (await rektor.post(f"/meetings/{meeting}/cancellation")).status_code == 303
    [off] = await school.events(MeetingCancelledV1)
    cancels = [one for one in await school.events(InvitationIssuedV1) if one.method == "cancel"]
    assert off.sequence == 1
    assert {one.person_id for one in cancels} == {school.mother, school.father, school.rektor}
    assert len(cancels) == 3
    late = await rektor.post(f"/meetings/{meeting}/time", MOVED)
    assert late.status_code == 409
    opened = {one.task_id for one in await school.events(MeetingsTaskOpenedV1)}
    assert opened == {one.task_id for one in await school.events(MeetingsTaskClosedV1)}


async def test_a_meeting_that_was_never_approved_is_cancelled_without_a_letter(school: School) -> None:
    meeting = await school.calls("teacher", school=[school.teacher])
    assert (await school.as_("teacher").post(f"/meetings/{meeting}/cancellation")).status_code == 303
    assert await school.events(InvitationIssuedV1) == []
    assert await school.events(MeetingCancelledV1) == []


async def test_a_held_meeting_cannot_be_cancelled(school: School) -> None:
    meeting = await school.calls()
    rektor = school.as_("rektor")
    await rektor.api("PUT", f"/{meeting}/attendance", {"attendance": {school.mother: "present"}})
    answer = await rektor.api("POST", f"/{meeting}/cancellation")
    assert (answer.status_code, answer.json()["code"]) == (409, "meeting-is-over")


async def test_on_its_day_a_meeting_stands_under_meet_and_no_earlier(school: School) -> None:
    await school.calls(day="2026-11-18")
    assert await school.events(MeetingsTaskOpenedV1) == []
    await school.turn_clock(AT_TWO + ONE_DAY)
    codes = [one.code for one in await school.events(MeetingsTaskOpenedV1)]
    assert "meeting-today" not in codes
    await school.turn_clock(AT_TWO + 1.5 * ONE_DAY)
    codes = [one.code for one in await school.events(MeetingsTaskOpenedV1)]
    assert codes.count("meeting-today") == 1


async def test_a_letter_that_came_back_shows_beside_the_invited(school: School) -> None:
    meeting = await school.calls()
    issued = next(one for one in await school.events(InvitationIssuedV1) if one.person_id == school.father)
    await school.hears(
        LetterUndeliverableV1(
            case_id=school.case,
            school_id=school.school,
            at=AT_TWO,
            letter_id="letter_x",
            person_id=school.father,
            letter="meeting-invitation",
            cause=f"{issued.invitation_id}:1",
            reason="bounced",
        )
    )
    page = await school.as_("rektor").get(f"/meetings/{meeting}")
    assert "Kom ikke fram. Ring." in page.text


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [
        ("other_mother", "", 404),
        ("other_mother", "/hold", 403),
        ("other_mother", "/minutes", 404),
        ("mother", "/hold", 403),
        ("mother", "", 200),
        ("rektor", "", 200),
    ],
)
async def test_who_may_see_a_meeting(school: School, who: str, path: str, status: int) -> None:
    meeting = await school.calls()
    answer = await school.as_(who).get(f"/meetings/{meeting}{path}")
    assert answer.status_code == status


async def test_whoever_is_not_signed_in_is_asked_to_and_an_unknown_meeting_is_not_there(
    school: School,
) -> None:
    meeting = await school.calls()
    answer = await school.nobody().get(f"/meetings/{meeting}")
    assert (answer.status_code, answer.headers["location"].split("?")[0]) == (303, "/sign-in")
    assert (await school.as_("rektor").get("/meetings/meeting_unknown")).status_code == 404


async def test_the_list_shows_a_family_its_own_meetings_only(school: School) -> None:
    meeting = await school.calls()
    hers = await school.as_("mother").get("/meetings")
    others = await school.as_("other_mother").get("/meetings")
    staff = await school.as_("rektor").get("/meetings")
    assert meeting in hers.text
    assert "2026-000123" not in hers.text
    assert meeting not in others.text
    assert meeting in staff.text
    assert "2026-000123" in staff.text


async def test_staff_access_never_reaches_a_meeting_in_the_hat_of_a_parent(school: School) -> None:
    meeting = await school.calls()
    assert (await school.as_("rektor", "guardian").get(f"/meetings/{meeting}")).status_code == 404
    assert (await school.as_("mother", "staff").get(f"/meetings/{meeting}")).status_code == 404
