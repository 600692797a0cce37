"""Others take part than before: who joins is invited, who leaves is told, nobody else hears of it."""

import pytest

from shared.contracts.meetings import InvitationIssuedV1, ParticipantsChangedV1
from tests.meetings.school import School

pytestmark = pytest.mark.stack


async def _told(school: School) -> list[tuple[str, str, int]]:
    return [(one.person_id, one.method, one.sequence) for one in await school.events(InvitationIssuedV1)]


@pytest.mark.requirement("B35")
async def test_who_is_added_is_invited_and_who_is_taken_off_gets_a_cancellation_and_no_one_else_hears(
    school: School,
) -> None:
    meeting = await school.calls(school=[school.rektor, school.teacher])
    before = await _told(school)
    answer = await school.as_("rektor").post(
        f"/meetings/{meeting}/people", {"school": [school.rektor, school.social]}
    )
    assert answer.status_code == 303
    new = (await _told(school))[len(before) :]
    assert sorted(new) == sorted([(school.social, "request", 0), (school.teacher, "cancel", 1)])
    [changed] = await school.events(ParticipantsChangedV1)
    assert (changed.added, changed.removed) == ((school.social,), (school.teacher,))
    await school.hears(changed)
    await school.hears(changed)
    assert len(await _told(school)) == len(before) + 2


async def test_who_comes_back_has_a_higher_sequence_than_the_cancellation(school: School) -> None:
    meeting = await school.calls(school=[school.rektor, school.teacher])
    rektor = school.as_("rektor")
    await rektor.post(f"/meetings/{meeting}/people", {"school": [school.rektor]})
    await rektor.post(f"/meetings/{meeting}/people", {"school": [school.rektor, school.teacher]})
    hers = [(method, sequence) for who, method, sequence in await _told(school) if who == school.teacher]
    assert hers == [("request", 0), ("cancel", 1), ("request", 2)]
    await rektor.post(f"/meetings/{meeting}/time", {"day": "2026-11-17", "hour": "10"})
    assert [one[2] for one in await _told(school) if one[0] == school.teacher][-1] == 3
    assert [one[2] for one in await _told(school) if one[0] == school.mother][-1] == 1


async def test_who_was_taken_off_hears_nothing_more_when_the_meeting_is_called_off(school: School) -> None:
    meeting = await school.calls(school=[school.rektor, school.teacher])
    rektor = school.as_("rektor")
    await rektor.post(f"/meetings/{meeting}/people", {"school": [school.rektor]})
    await rektor.post(f"/meetings/{meeting}/cancellation")
    assert [one[1] for one in await _told(school) if one[0] == school.teacher] == ["request", "cancel"]


@pytest.mark.requirement("R14")
async def test_a_teacher_does_not_decide_who_takes_part(school: School) -> None:
    meeting = await school.calls(school=[school.rektor, school.teacher])
    refused = await school.as_("teacher").post(f"/meetings/{meeting}/people", {"school": [school.teacher]})
    assert refused.status_code == 403


async def test_another_room_keeps_the_sequence_and_the_answers_and_is_told(school: School) -> None:
    meeting = await school.calls()
    await school.nobody().post(await school.link_for("mother"), {"answer": "coming"})
    same_time = {"day": "2026-11-16", "hour": "14:00", "mode": "digital", "confirmed": "yes"}
    await school.as_("rektor").post(f"/meetings/{meeting}/time", same_time)
    hers = [one for one in await school.events(InvitationIssuedV1) if one.person_id == school.mother]
    assert [(one.sequence, one.revision) for one in hers] == [(0, 1), (0, 2)]
    assert (await school.house.invitations_to(meeting))[school.mother].answer == "coming"
