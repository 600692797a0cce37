"""Before the meeting: what is known of this pupil, how it is told, who has read up, and who has consented."""

import pytest

from shared.contracts.intake import CaseOpenedV1, MeasureChangedV1, PlanActivatedV1
from shared.contracts.meetings import InvitationIssuedV1, MeetingCalledV1
from shared.contracts.tasks import MeetingsTaskClosedV1, MeetingsTaskOpenedV1
from shared.identifiers import new_id
from tests.meetings.school import AT_TWO, ONE_DAY, School
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack


async def _other_family(school: School) -> str:
    """Another pupil's case, with a mother of its own."""
    other = new_id("case")
    await school.hears(
        CaseOpenedV1(
            case_id=other,
            school_id=school.school,
            at=NOON,
            number="2026-000777",
            pupil_id=new_id("person"),
            told_as="guardian",
            handler_id=school.rektor,
            reported_at=NOON,
            raised_with_rektor_at=NOON,
            contact_by=NOON,
        ),
        source=other,
    )
    await school.grants(other, {"other_mother": "guardian"})
    return other


async def _task(school: School, code: str) -> MeetingsTaskOpenedV1:
    found: MeetingsTaskOpenedV1 = next(
        one for one in await school.events(MeetingsTaskOpenedV1) if one.code == code
    )
    return found


# --- the school makes contact (R10) ----------------------------------------------------------------


@pytest.mark.requirement("R10")
async def test_what_the_school_wants_to_tell_is_asked_for_and_what_is_missing_stands_on_the_list(
    school: School,
) -> None:
    meeting = await school.calls(kind="school_initiated")
    rektor = school.as_("rektor")
    asked = (
        "Hva har skjedd",
        "Hva vi gjør nå",
        "Når familien hører fra dere igjen",
        "Ring hjem før dere skriver",
    )
    page = (await rektor.get(f"/meetings/{meeting}")).text
    assert all(text in page for text in asked)
    told = {"what_happened": "Kanarifuglen sang", "what_we_do_now": "Vi hører etter"}
    assert (await rektor.post(f"/meetings/{meeting}/prepare", told)).status_code == 303
    page = (await rektor.get(f"/meetings/{meeting}")).text
    assert "Når familien hører fra dere igjen" in page
    assert "Hva har skjedd" not in page
    assert "Kanarifuglen sang" in (await rektor.get(f"/meetings/{meeting}/hold")).text, "typed once"
    task = await _task(school, "meeting-to-prepare")
    await rektor.post(f"/meetings/{meeting}/prepare", {**told, "next_contact_on": "2026-11-20"})
    assert task.task_id in [one.task_id for one in await school.events(MeetingsTaskClosedV1)]


@pytest.mark.requirement("R10")
async def test_written_details_without_a_logged_call_ask_once(school: School) -> None:
    meeting = await school.calls(kind="school_initiated")
    rektor = school.as_("rektor")
    await rektor.post(f"/meetings/{meeting}/prepare", {"what_happened": "Kanarifuglen sang"})
    asked = await rektor.post(f"/meetings/{meeting}/shared")
    assert asked.status_code == 409
    assert "Ingen har ringt hjem ennå" in asked.text
    assert "Kanarifuglen" not in (await school.as_("mother").get(f"/meetings/{meeting}")).text
    await school.rings_home(reached=False)
    assert (await rektor.post(f"/meetings/{meeting}/shared")).status_code == 409
    await school.rings_home()
    assert (await rektor.post(f"/meetings/{meeting}/shared")).status_code == 303
    assert "Kanarifuglen" in (await school.as_("mother").get(f"/meetings/{meeting}")).text
    assert "Kanarifuglen" not in (await school.nobody().get(await school.link_for("mother"))).text


# --- parents of a pupil who offends (R39, R40, R42) --------------------------------------------------


@pytest.mark.requirement("R40")
async def test_only_facts_about_this_pupil_can_be_linked_and_without_one_it_is_asked_for(
    school: School,
) -> None:
    own = await school.records_fact("Aksel tok lua")
    foreign = await school.records_fact("Kanarifuglen", case_id=await _other_family(school))
    meeting = await school.calls(kind="guardians_offending")
    rektor = school.as_("rektor")
    page = (await rektor.get(f"/meetings/{meeting}/prepare")).text
    assert "Aksel tok lua" in page
    assert "Kanarifuglen" not in page
    assert "Minst én opplysning om denne eleven" in (await rektor.get(f"/meetings/{meeting}")).text
    assert (await _task(school, "meeting-to-prepare")).due_at == AT_TWO
    refused = await rektor.post(f"/meetings/{meeting}/prepare", {"facts": [foreign]})
    assert refused.status_code == 422
    assert (await rektor.post(f"/meetings/{meeting}/prepare", {"facts": [own]})).status_code == 303
    assert "Minst én opplysning" not in (await rektor.get(f"/meetings/{meeting}")).text


@pytest.mark.requirement("R40")
async def test_what_comes_from_a_survey_is_to_be_looked_over_first(school: School) -> None:
    fact = await school.records_fact("Flere svarer at de er redde", source="survey")
    meeting = await school.calls(kind="guardians_offending")
    rektor = school.as_("rektor")
    await rektor.post(f"/meetings/{meeting}/prepare", {"facts": [fact]})
    assert "Se over det som kommer fra en undersøkelse" in (await rektor.get(f"/meetings/{meeting}")).text
    await rektor.post(f"/meetings/{meeting}/prepare", {"facts": [fact], "surveys_checked": "yes"})
    assert "Se over det som" not in (await rektor.get(f"/meetings/{meeting}")).text


@pytest.mark.requirement("R39")
async def test_the_talk_card_is_offered_with_who_leads_what_we_know_and_what_we_offer(school: School) -> None:
    fact = await school.records_fact("Aksel tok lua")
    meeting = await school.calls(kind="guardians_offending", school=[school.rektor, school.teacher])
    rektor = school.as_("rektor")
    told = {
        "opening": "Vi vil finne ut av dette sammen.",
        "facts": [fact],
        "support": "Tone følger opp hver dag.",
        "lead_id": school.rektor,
    }
    assert (await rektor.post(f"/meetings/{meeting}/prepare", told)).status_code == 303
    card = (await rektor.get(f"/meetings/{meeting}/prepare")).text
    for text in ("Samtalekort", "Vi vil finne ut", "Aksel tok lua", "Tone følger opp", "Anne Berg leder"):
        assert text in card
    stranger = {**told, "lead_id": school.social}
    assert (await rektor.post(f"/meetings/{meeting}/prepare", stranger)).status_code == 422
    assert (await school.as_("mother").get(f"/meetings/{meeting}/prepare")).status_code == 403


@pytest.mark.requirement("R39")
async def test_two_families_meet_only_when_both_have_said_yes_and_each_in_its_own_case(
    school: School,
) -> None:
    other = await _other_family(school)
    meeting = await school.calls(kind="guardians_offending", school=[school.rektor, school.teacher])
    assert {one.person_id for one in await school.events(InvitationIssuedV1) if one.side == "home"} == {
        school.mother,
        school.father,
    }
    rektor = school.as_("rektor")
    found = await rektor.get(f"/meetings/{meeting}/prepare?with=2026-000777")
    assert "Mona Vik" in found.text
    early = await rektor.post(f"/meetings/{meeting}/joint", {"other_case": other})
    assert early.status_code == 409
    assert "Begge familiene må si ja først" in early.text
    one_side = {"other_case": other, "consents": [school.mother, school.father]}
    await rektor.post(f"/meetings/{meeting}/consents", one_side)
    assert (await rektor.post(f"/meetings/{meeting}/joint", {"other_case": other})).status_code == 409
    await rektor.post(
        f"/meetings/{meeting}/consents", {"other_case": other, "consents": [school.other_mother]}
    )
    joined = await rektor.post(f"/meetings/{meeting}/joint", {"other_case": other})
    assert joined.status_code == 303
    twin = joined.headers["location"].removeprefix("/meetings/")
    theirs = [one for one in (await school.house.invitations_to(twin)).values() if one.side == "home"]
    assert [(one.person_id, one.case_id) for one in theirs] == [(school.other_mother, other)]
    family = await school.as_("other_mother").get(f"/meetings/{twin}")
    assert family.status_code == 200
    for hidden in ("Kari", "Dahl", "Nordmann", school.case, meeting):
        assert hidden not in family.text
    assert (await school.as_("other_mother").get(f"/meetings/{meeting}")).status_code == 404


async def test_the_other_familys_meeting_goes_where_the_first_goes_and_nowhere_by_itself(
    school: School,
) -> None:
    other = await _other_family(school)
    meeting = await school.calls(kind="guardians_offending")
    rektor = school.as_("rektor")
    everybody = {"other_case": other, "consents": [school.mother, school.father, school.other_mother]}
    await rektor.post(f"/meetings/{meeting}/consents", everybody)
    joined = await rektor.post(f"/meetings/{meeting}/joint", everybody)
    twin = joined.headers["location"].removeprefix("/meetings/")
    alone = await rektor.api("POST", f"/{twin}/cancellation")
    assert (alone.status_code, alone.json()["code"]) == (409, "meeting-follows-another")
    await rektor.post(f"/meetings/{meeting}/time", {"day": "2026-11-17", "hour": "10:00"})
    assert (await school.house.meeting(twin)).starts_at == (await school.house.meeting(meeting)).starts_at
    await rektor.post(f"/meetings/{meeting}/cancellation")
    assert (await school.house.meeting(twin)).status == "cancelled"
    for event in await school.events(MeetingCalledV1):
        await school.hears(event)
    assert (await school.house.meeting(twin)).sequence == 2


async def test_a_case_that_one_may_not_see_cannot_be_joined(school: School) -> None:
    hidden = new_id("case")
    meeting = await school.calls(kind="guardians_offending")
    answer = await school.as_("rektor").post(f"/meetings/{meeting}/joint", {"other_case": hidden})
    assert answer.status_code == 404


@pytest.mark.requirement("R42")
async def test_the_paragraph_of_rights_cannot_be_removed_and_somebody_follows_up_the_pupil(
    school: School,
) -> None:
    meeting = await school.calls(kind="guardians_offending")
    rektor = school.as_("rektor")
    paragraph = "Også elever som har gjort noe mot andre, har rett til et trygt og godt skolemiljø."
    assert paragraph in (await rektor.get(f"/meetings/{meeting}/prepare")).text
    first = await _task(school, "pupil-to-follow-up")
    assert first.owner_id == school.rektor
    assert first.due_at is not None
    told = {
        "follow_up_owner": school.teacher,
        "follow_up_on": "2026-11-24",
        "follow_up_measures": "Prat hver dag",
        "talk_rights": "",
    }
    assert (await rektor.post(f"/meetings/{meeting}/prepare", told)).status_code == 303
    assert paragraph in (await rektor.get(f"/meetings/{meeting}/prepare")).text
    tasks = [one for one in await school.events(MeetingsTaskOpenedV1) if one.code == "pupil-to-follow-up"]
    assert [one.owner_id for one in tasks] == [school.rektor, school.teacher]
    assert "2026-11-24" in tasks[1].due_at.isoformat()
    await rektor.api("PUT", f"/{meeting}/minutes", {"content": {"notes": "Vi snakket."}})
    await school.rings_home()
    await rektor.api("POST", f"/{meeting}/minutes/approval")
    assert paragraph in (await rektor.get(f"/meetings/{meeting}/minutes")).text
    assert paragraph in (await school.as_("mother").get(f"/meetings/{meeting}/minutes")).text
    await rektor.post(f"/meetings/{meeting}/followed-up")
    closed = [one.task_id for one in await school.events(MeetingsTaskClosedV1)]
    assert tasks[1].task_id in closed


async def test_the_api_prepares_too_and_says_what_is_still_missing(school: School) -> None:
    meeting = await school.calls(kind="school_initiated", school=[school.rektor, school.teacher])
    rektor = school.as_("rektor")
    told = await rektor.api("PUT", f"/{meeting}/preparation", {"what_happened": "Kanarifuglen sang"})
    assert told.json()["missing"] == ["call-first", "what-we-do-now", "next-contact"]
    shown_to_nobody = {"what_happened": "Kanarifuglen", "shared_at": "2026-11-16T08:00:00Z"}
    await rektor.api("PUT", f"/{meeting}/preparation", shown_to_nobody)
    assert "Kanarifuglen" not in (await school.as_("mother").get(f"/meetings/{meeting}")).text
    people = await rektor.api("PUT", f"/{meeting}/people", {"school": [school.rektor, school.social]})
    assert school.social in [one["person_id"] for one in people.json()["participants"]]


# --- reading up (R23) --------------------------------------------------------------------------------


@pytest.mark.requirement("R23")
async def test_the_overview_holds_what_has_happened_each_thing_once(school: School) -> None:
    await school.records_fact("Aksel sto alene")
    plan = PlanActivatedV1(
        case_id=school.case, school_id=school.school, at=NOON, plan_id="p", version=1, owner_id=school.rektor
    )
    heard = school.heard(plan)
    for _ in range(2):
        await school.hears_again(heard)
    await school.hears(
        MeasureChangedV1(
            case_id=school.case,
            school_id=school.school,
            at=NOON,
            plan_id="p",
            measure_id=new_id("measure"),
            status="running",
            person_id=school.teacher,
        )
    )
    meeting = await school.calls()
    page = (await school.as_("teacher").get(f"/meetings/{meeting}/overview")).text
    for text in (
        "Aksel sto alene",
        "Planen ble satt i verk",
        "I gang Tone Lie",
        "Saken ble åpnet",
        "Møtet er i dag",
    ):
        assert text in page
    assert page.count("Planen ble satt i verk") == 1
    assert (await school.as_("mother").get(f"/meetings/{meeting}/overview")).status_code == 403


@pytest.mark.requirement("R23")
async def test_an_hour_before_the_leader_sees_who_has_not_opened_the_overview(school: School) -> None:
    meeting = await school.calls(school=[school.rektor, school.teacher, school.social])
    await school.as_("teacher").get(f"/meetings/{meeting}/overview")
    await school.turn_clock(AT_TWO - ONE_DAY / 12)
    assert "overview-unopened" not in [one.code for one in await school.events(MeetingsTaskOpenedV1)]
    await school.turn_clock(AT_TWO - ONE_DAY / 24)
    task = await _task(school, "overview-unopened")
    assert (task.owner_id, task.list) == (school.rektor, "do")
    page = (await school.as_("rektor").get(f"/meetings/{meeting}")).text
    assert "Anne Berg, Per Moe har ikke åpnet saken" in page
    await school.as_("social").get(f"/meetings/{meeting}/overview")
    page = (await school.as_("rektor").get(f"/meetings/{meeting}")).text
    assert "Anne Berg har ikke åpnet saken" in page
