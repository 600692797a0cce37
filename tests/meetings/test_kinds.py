"""Each kind of meeting brings its own length, air, people and parts; nothing of it is a locked door."""

import pytest

from services.meetings.domain.kinds import IN_A_CASE, KINDS
from services.meetings.domain.meeting import Meeting
from shared.contracts.directory import RoomListedV1, RoomWords
from shared.contracts.intake import CaseOpenedV1
from shared.contracts.meetings import CaseMinutesApprovedV1, InvitationIssuedV1, MeetingCalledV1
from shared.identifiers import new_id
from tests.meetings.school import AT_TWO, ONE_DAY, School
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack


async def _room(school: School, name: str, seats: int) -> str:
    room_id = new_id("room")
    await school.hears(
        RoomListedV1(room_id=room_id, school_id=school.school, seats=seats),
        RoomWords(name=name),
        source=room_id,
    )
    return room_id


@pytest.mark.parametrize("kind", IN_A_CASE)
async def test_each_kind_says_what_it_is_for_and_can_be_called_with_three_fields(
    school: School, kind: str
) -> None:
    page = await school.as_("rektor").get(f"/meetings/new?case={school.case}&kind={kind}")
    assert page.status_code == 200
    assert f'name="kind" value="{kind}"' in page.text
    assert f'value="{KINDS[kind].minutes}" selected' in page.text  # type: ignore[index]
    await school.calls(kind=kind)
    [called] = await school.events(MeetingCalledV1)
    assert called.kind == kind
    assert (called.ends_at - called.starts_at).total_seconds() == KINDS[kind].minutes * 60  # type: ignore[index]


@pytest.mark.requirement("R21")
async def test_first_and_difficult_kinds_get_half_an_hour_of_air_a_calm_room_and_a_colleague(
    school: School,
) -> None:
    await _room(school, "Aula", 200)
    small = await _room(school, "Lille møterom", 6)
    for kind in ("first", "parent_initiated", "school_initiated", "guardians_offending"):
        page = (await school.as_("rektor").get(f"/meetings/new?case={school.case}&kind={kind}")).text
        assert "Rommet er deres i 30 minutter etter møtet" in page
        assert f'value="{small}" selected' in page
        assert page.count(" checked") >= 2 + 1, "who calls and a colleague, and face to face"
    plain = (await school.as_("rektor").get(f"/meetings/new?case={school.case}&kind=follow_up")).text
    assert "Rommet er deres" not in plain
    meeting = await school.calls(kind="first")
    shown = (await school.as_("rektor").get(f"/meetings/{meeting}")).text
    assert "Rommet er deres til kl. 15.30" in shown
    assert "En kollega som er med" in shown
    told = await school.events(InvitationIssuedV1)
    assert {one.ends_at - one.starts_at for one in told} == {ONE_DAY / 24}, "the air is told to nobody"


@pytest.mark.requirement("R21")
def test_there_is_no_field_about_a_person_or_a_mood() -> None:
    fields = {
        name for name in Meeting.model_fields if "mood" in name or "flag" in name or "difficult" in name
    }
    assert fields == set()


@pytest.mark.requirement("R8")
async def test_parents_who_asked_get_an_hour_and_what_was_not_covered_stands_in_the_minutes(
    school: School,
) -> None:
    meeting = await school.calls(kind="parent_initiated")
    rektor = school.as_("rektor")
    [called] = await school.events(MeetingCalledV1)
    assert (called.ends_at - called.starts_at) == ONE_DAY / 24
    await rektor.api("PUT", f"/{meeting}/minutes", {"content": {"covered": ["listened", "known_facts_told"]}})
    warned = await rektor.get(f"/meetings/{meeting}/minutes")
    assert "Ikke dekket: hvordan skolen går fram" in warned.text
    approved = (await rektor.api("POST", f"/{meeting}/minutes/approval")).json()["missing"]
    assert {"not-covered-routine-explained", "not-covered-next-steps-told"} <= {*approved}
    assert "not-covered-listened" not in approved
    [told] = await school.events(CaseMinutesApprovedV1)
    assert "not-covered-routine-explained" in told.missing


async def test_nobody_from_home_is_asked_to_a_meeting_of_the_staff(school: School) -> None:
    meeting = await school.calls(kind="staff", school=[school.rektor, school.teacher, school.social])
    assert {one.side for one in await school.events(InvitationIssuedV1)} == {"school"}
    assert (await school.as_("mother").get(f"/meetings/{meeting}")).status_code == 404
    assert meeting not in (await school.as_("mother").get("/meetings")).text


@pytest.mark.requirement("R5")
async def test_a_first_meeting_is_face_to_face_today_and_later_or_on_a_screen_asks_why_and_may_wait(
    school: School,
) -> None:
    page = await school.as_("rektor").get(f"/meetings/new?case={school.case}")
    assert 'value="2026-11-16"' in page.text
    assert 'name="mode" value="physical" checked' in page.text
    late = await school.calls(day="2026-11-20", mode="digital")
    shown = (await school.as_("rektor").get(f"/meetings/{late}")).text
    assert "Hvorfor det første møtet kommer sent" in shown
    assert "Hvorfor møtet ikke er på skolen" in shown
    missing = (await school.as_("rektor").api("POST", f"/{late}/minutes/approval")).json()["missing"]
    assert {"late-reason", "mode-reason"} <= {*missing}


@pytest.mark.requirement("R14")
async def test_an_employee_whom_the_case_concerns_is_named_and_cannot_be_chosen(school: School) -> None:
    accused = await school.lists("accused", "Geir", "Vold", "staff")
    await school.hears(
        CaseOpenedV1(
            case_id=school.case,
            school_id=school.school,
            at=NOON,
            number="2026-000123",
            pupil_id=school.pupil,
            told_as="guardian",
            handler_id=school.rektor,
            reported_at=NOON,
            raised_with_rektor_at=NOON,
            contact_by=NOON,
            concerns="staff",
            implicated_ids=(accused,),
        ),
        source=school.case,
    )
    page = await school.as_("rektor").get(f"/meetings/new?case={school.case}")
    assert "Geir Vold er ikke på lista, fordi saken gjelder dem." in page.text
    refused = await school.as_("rektor").post(
        f"/meetings/new?case={school.case}", school.form(school=[accused])
    )
    assert refused.status_code == 404


async def test_those_of_the_last_meeting_are_proposed_for_the_next_and_only_proposed(school: School) -> None:
    await school.calls(school=[school.social])
    page = (await school.as_("rektor").get(f"/meetings/new?case={school.case}")).text
    assert f'value="{school.social}" checked' in page
    assert f'value="{school.teacher}" checked' not in page


@pytest.mark.requirement("B46")
@pytest.mark.requirement("R15")
async def test_a_leader_who_approves_sees_the_warning_about_many_from_the_school(school: School) -> None:
    meeting = await school.calls("teacher", school=[school.teacher])
    many = {"school": [school.rektor, school.teacher, school.social, school.nurse]}
    asked = await school.as_("rektor").post(f"/meetings/{meeting}/participants", many)
    assert asked.status_code == 409
    assert "Mange fra skolen" in asked.text
    assert await school.events(InvitationIssuedV1) == []
    answer = await school.as_("rektor").post(
        f"/meetings/{meeting}/participants", {**many, "confirmed": "yes"}
    )
    assert answer.status_code == 303
    assert (await school.events(MeetingCalledV1))[0].starts_at == AT_TWO
