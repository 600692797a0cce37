"""It concerns an employee, or the leadership (§ 12-5): who is kept out, who is told, and who never is."""

import pytest

from shared.contracts.access import AccessSnapshotV1
from shared.contracts.intake import CaseOpenedV1, FactRecordedV1
from shared.contracts.tasks import IntakeTaskOpenedV1
from tests.intake.town import Town, person_id, school_id

pytestmark = pytest.mark.stack

OWNERS = ("owner_1", "owner_2", "owner_3")


async def case_about(town: Town, *implicated: str, concerns: str = "staff") -> str:
    told = await town.door("mother", "guardian").tells(
        pupil_ids=[person_id("pupil")],
        concerns=concerns,
        implicated=[person_id(one) for one in implicated],
    )
    case_id: str = told["cases"][0]["case_id"]
    return case_id


@pytest.mark.requirement("L3")
async def test_the_employee_it_concerns_never_gets_in_whatever_is_decided_later(town: Town) -> None:
    case_id = await case_about(town, "contact_teacher")
    assert (await town.door("contact_teacher").get(f"/cases/{case_id}")).status == 404
    assert (await town.door("rektor").get(f"/cases/{case_id}")).status == 200
    refused = await town.door("rektor").post(
        f"/cases/{case_id}/helpers", person_id=person_id("contact_teacher")
    )
    assert refused.status == 422
    await town.changes(person_id("pupil"), middle_name="Ny")
    await town.imports()
    assert (await town.door("contact_teacher").get(f"/cases/{case_id}")).status == 404
    listed = await town.door("contact_teacher").get("/cases")
    assert case_id not in listed.html


@pytest.mark.requirement("L3")
async def test_the_rektor_is_asked_at_once_when_it_concerns_an_employee(town: Town) -> None:
    case_id = await case_about(town)
    opened = town.said_of(CaseOpenedV1, case_id)[0]
    assert (opened.concerns, opened.led_by, opened.handler_id) == ("staff", "school", person_id("rektor"))
    assert [one.criteria for one in town.said_of(FactRecordedV1, case_id)] == [("staff_offends",)]
    assert "åpenbart grunnløst" in (await town.door("rektor").get(f"/cases/{case_id}")).text


@pytest.mark.requirement("L3")
@pytest.mark.parametrize(
    ("implicated", "concerns"), [((), "leadership"), (("rektor",), "staff"), (("deputy",), "leadership")]
)
async def test_what_concerns_the_leadership_sends_nothing_to_the_school(
    town: Town, implicated: tuple[str, ...], concerns: str
) -> None:
    before = len(town.said)
    case_id = await case_about(town, *implicated, concerns=concerns)
    leaders = {person_id("rektor"), person_id("deputy")}
    opened = town.said_of(CaseOpenedV1, case_id)[0]
    assert opened.led_by == "owner"
    assert opened.handler_id not in leaders
    grants = town.said_of(AccessSnapshotV1, case_id)[-1].grants
    assert {one.person_id for one in grants} & (leaders | {person_id("contact_teacher")}) == set()
    assert {one.owner_id for one in town.said_of(IntakeTaskOpenedV1, case_id)} & leaders == set()
    spoken = [value.decode() for _, _, value in town.said[before:] if case_id.encode() in value]
    named = set(opened.implicated_ids)
    assert not [one for one in spoken for leader in leaders - named if leader in one]
    for key in ("rektor", "deputy", "contact_teacher"):
        door = town.door(key)
        assert (await door.get(f"/cases/{case_id}")).status == 404
        assert opened.number not in (await door.get("/today")).text
        assert opened.number not in (await door.get("/cases")).text
    owner = town.door("owner_1")
    assert (await owner.get(f"/cases/{case_id}")).status == 200
    handler = town.door(next(one for one in OWNERS if person_id(one) == opened.handler_id))
    assert (await handler.get("/")).location == "/today"
    assert opened.number in (await handler.get("/today")).text
    assert (await owner.post(f"/cases/{case_id}/helpers", person_id=person_id("deputy"))).status == 422
    assert (
        await owner.post(f"/cases/{case_id}/helpers", person_id=person_id("contact_teacher"))
    ).status == 303
    await town.deliver()
    assert (await town.door("contact_teacher").get(f"/cases/{case_id}")).status == 200


@pytest.mark.requirement("L3")
async def test_on_the_form_one_can_say_that_it_was_an_adult_at_the_school(town: Town) -> None:
    page = await town.door("pupil", "pupil").get("/report")
    assert "Har en voksen på skolen gjort det?" in page.text
    assert person_id("contact_teacher") in page.html


async def test_only_who_works_at_the_school_can_be_pointed_out(town: Town) -> None:
    body = {
        "pupil_ids": [person_id("pupil")],
        "text": "En setning.",
        "told_as": "guardian",
        "concerns": "staff",
        "implicated": [person_id("stranger")],
    }
    answer = await town.door("mother", "guardian").send("/reports", body, key="k" * 20)
    assert [(one["field"], one["code"]) for one in answer.json()["errors"]] == [
        ("implicated", "not-a-choice")
    ]


@pytest.mark.requirement("R2")
async def test_what_a_parent_said_in_the_corridor_is_written_down_and_she_hears_of_it(town: Town) -> None:
    teacher = town.door("contact_teacher")
    mother = (await town.house.directory.person(person_id("mother"))).name
    told = await teacher.tells(
        pupil_ids=[person_id("pupil")], told_as="guardian", channel="oral", told_by=mother.split()[0]
    )
    report = await town.house.reports.get(told["report_id"])
    assert report is not None
    assert (report.reporter_id, report.channel) == (person_id("mother"), "oral")
    assert (await town.door("mother", "guardian").get(told["receipt"])).status == 200
    other = await teacher.tells(
        school_id=school_id(), told_as="guardian", channel="phone", told_by="Naboen i nummer fire"
    )
    shown = await town.door("rektor").get(f"/cases/{other['cases'][0]['case_id']}")
    assert "Naboen i nummer fire" in shown.text


@pytest.mark.requirement("L3")
async def test_the_one_it_concerns_is_not_set_up_to_meet_the_child(town: Town) -> None:
    case_id = await case_about(town, "contact_teacher")
    rektor = town.door("rektor")
    form = await rektor.get(f"/cases/{case_id}/tomorrow")
    assert person_id("contact_teacher") not in form.html
    refused = await rektor.post(
        f"/cases/{case_id}/tomorrow",
        adult_id=person_id("contact_teacher"),
        colleague_id=person_id("rektor"),
        place="gate",
        day=town.house.today().isoformat(),
        at="23:00",
    )
    assert refused.status == 422


@pytest.mark.requirement("L3")
async def test_the_owner_can_say_which_pupil_it_concerns(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(
        pupil_ids=[], school_id=school_id(), about="Gutten i 8C", concerns="leadership"
    )
    case_id = told["cases"][0]["case_id"]
    owner = town.door("owner_1")
    assert person_id("pupil") in (await owner.get(f"/cases/{case_id}")).html
    assert (await owner.post(f"/cases/{case_id}/pupil", pupil_id=person_id("pupil"))).status == 303
