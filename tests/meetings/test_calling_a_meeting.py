"""A meeting is called in under a minute with three fields, and each parent is invited alone."""

import json

import pytest

from shared.contracts.meetings import InvitationIssuedV1, MeetingCalledV1
from shared.contracts.tasks import MeetingsTaskClosedV1, MeetingsTaskOpenedV1
from shared.errors import Unavailable
from tests.meetings.school import AT_TWO, School

pytestmark = pytest.mark.stack


async def test_three_fields_call_a_meeting_face_to_face_the_same_day(school: School) -> None:
    page = await school.as_("rektor").get(f"/meetings/new?case={school.case}")
    assert page.status_code == 200
    assert 'value="2026-11-16"' in page.text
    assert 'value="13:00"' in page.text
    await school.calls()
    [called] = await school.events(MeetingCalledV1)
    assert (called.kind, called.mode, called.starts_at, called.urgent) == ("first", "physical", AT_TWO, True)
    assert called.room_id == school.room
    assert called.contact_id == called.approved_by == school.rektor


async def test_each_guardian_gets_an_invitation_of_their_own(school: School) -> None:
    await school.calls()
    issued = await school.events(InvitationIssuedV1)
    home = [one for one in issued if one.side == "home"]
    assert {one.person_id for one in home} == {school.mother, school.father}
    assert all(one.revision == 1 and one.sequence == 0 and one.method == "request" for one in issued)
    assert len({one.calendar_uid for one in issued}) == 1
    assert [one.person_id for one in issued if one.side == "school"] == [school.rektor]


async def test_nobody_at_home_is_invited_while_the_home_is_not_to_be_told(school: School) -> None:
    await school.grants(school.case, {"mother": "guardian", "father": "guardian"}, held=True)
    page = await school.as_("rektor").get(f"/meetings/new?case={school.case}")
    assert "Hjemmet får ikke beskjed nå" in page.text
    await school.calls()
    assert {one.side for one in await school.events(InvitationIssuedV1)} == {"school"}


@pytest.mark.requirement("R14")
async def test_a_teachers_meeting_waits_for_leadership_and_a_teacher_cannot_approve_it(
    school: School,
) -> None:
    meeting = await school.calls("teacher", school=[school.teacher, school.rektor])
    assert await school.events(InvitationIssuedV1) == []
    early = await school.as_("rektor").api("POST", f"/{meeting}/invitations")
    assert (early.status_code, early.json()["code"]) == (409, "participants-not-approved")
    refused = await school.as_("teacher").api("POST", f"/{meeting}/participants", {})
    assert refused.status_code == 403
    [task] = await school.events(MeetingsTaskOpenedV1)
    assert (task.code, task.owner_id, task.list) == ("participants-to-approve", school.rektor, "do")

    approved = await school.as_("rektor").post(
        f"/meetings/{meeting}/participants", {"school": [school.teacher]}
    )
    assert approved.status_code == 303
    [called] = await school.events(MeetingCalledV1)
    assert called.approved_by == school.rektor
    assert {one.person_id for one in await school.events(InvitationIssuedV1)} == {
        school.mother,
        school.father,
        school.teacher,
    }
    assert task.task_id in [one.task_id for one in await school.events(MeetingsTaskClosedV1)]


@pytest.mark.requirement("R15")
async def test_the_fourth_from_the_school_is_asked_about_once(school: School) -> None:
    many = school.form(school=[school.rektor, school.teacher, school.social, school.nurse])
    rektor = school.as_("rektor")
    asked = await rektor.post(f"/meetings/new?case={school.case}", many)
    assert asked.status_code == 409
    assert "Mange fra skolen" in asked.text
    assert await school.events(MeetingCalledV1) == []
    confirmed = await rektor.post(f"/meetings/new?case={school.case}", {**many, "confirmed": "yes"})
    assert confirmed.status_code == 303
    family = await school.as_("mother").get(confirmed.headers["location"])
    assert "Tone Lie, kontaktlærer" in family.text


async def test_the_same_form_sent_twice_is_one_meeting(school: School) -> None:
    form = school.form(idempotency_key="once-and-only-once")
    first = await school.as_("rektor").post(f"/meetings/new?case={school.case}", form)
    again = await school.as_("rektor").post(f"/meetings/new?case={school.case}", form)
    assert first.headers["location"] == again.headers["location"]
    assert len(await school.events(InvitationIssuedV1)) == 3


async def test_a_form_that_lacks_something_keeps_what_was_typed(school: School) -> None:
    form = school.form(hour="halv tre", reason="Kanarifugl")
    answer = await school.as_("rektor").post(f"/meetings/new?case={school.case}", form)
    assert answer.status_code == 422
    assert "Skriv klokkeslettet slik" in answer.text
    assert "Kanarifugl" in answer.text


async def test_a_meeting_cannot_be_called_in_the_past(school: School) -> None:
    answer = await school.as_("rektor").post(f"/meetings/new?case={school.case}", school.form(hour="08:00"))
    assert answer.status_code == 422
    assert "allerede over" in answer.text


async def test_no_one_who_may_not_know_the_case_can_be_chosen(school: School) -> None:
    stranger = await school.lists("stranger", "Pål", "Ukjent", "staff")
    answer = await school.as_("rektor").post(
        f"/meetings/new?case={school.case}", school.form(school=[stranger])
    )
    assert answer.status_code == 404
    assert await school.events(MeetingCalledV1) == []


@pytest.mark.parametrize(("who", "status"), [("other_mother", 404), ("mother", 403), ("rektor", 200)])
async def test_only_those_who_write_in_the_case_call_meetings(school: School, who: str, status: int) -> None:
    answer = await school.as_(who).get(f"/meetings/new?case={school.case}")
    assert answer.status_code == status


async def test_what_a_dead_process_left_undone_is_done_when_the_event_comes_back(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def falls_over(*_: object, **__: object) -> int:
        raise Unavailable("mongodb")

    monkeypatch.setattr("services.meetings.commands.call_meeting.invite", falls_over)
    answer = await school.as_("rektor").post(f"/meetings/new?case={school.case}", school.form())
    assert answer.status_code == 503
    assert await school.events(InvitationIssuedV1) == []
    [called] = await school.events(MeetingCalledV1)
    await school.hears(called)
    await school.hears(called)
    assert len(await school.events(InvitationIssuedV1)) == 3


async def test_no_word_of_a_meeting_travels_in_clear(school: School) -> None:
    await school.calls(place="Kanarifuglen kafé", reason="Kanarifuglen synger")
    for event in [*await school.events(MeetingCalledV1), *await school.events(InvitationIssuedV1)]:
        assert "Kanari" not in json.dumps(event.model_dump(mode="json"))
