"""Ten seconds of a teacher, and what only staff know of: that barnevern was considered."""

from datetime import timedelta

import pytest

from shared.contracts.intake import FactRecordedV1, InterventionReportedV1, ReportReceivedV1
from shared.identifiers import new_id
from tests.intake.town import Town, person_id

pytestmark = pytest.mark.stack


def later(town: Town) -> None:
    """A moment after what the other tests have told."""
    town.clock.advance(timedelta(seconds=1))


@pytest.mark.requirement("P6")
async def test_a_teacher_notes_what_she_saw_in_two_taps_and_hears_that_it_is_followed_up(town: Town) -> None:
    later(town)
    teacher = town.door("contact_teacher")
    day = await teacher.get("/today")
    assert 'action="/observations/new"' in day.html, "the field stands on the page one meets"
    assert person_id("pupil") in day.html
    text = f"Satt alene i friminuttet {new_id('x')}"
    noted = await teacher.post(
        "/observations/new",
        pupil_id=person_id("protected_pupil"),
        text=text,
        idempotency_key=day.field("idempotency_key"),
    )
    assert noted.status == 303
    await town.deliver()
    if noted.location.startswith("/report/"):
        report = await town.house.reports.get(noted.location.split("/")[2])
        assert report is not None
        case_id = report.cases[0].case_id
        assert report.channel == "observation"
        assert town.said_of(ReportReceivedV1, case_id)[0].at == town.clock.now()
        assert "Mottatt" in (await teacher.get("/today")).text
        await town.door("rektor").post(f"/cases/{case_id}/receive")
        assert "Følges opp" in (await teacher.get("/today")).text
    else:
        case_id = noted.location.split("/")[2].split("#")[0]
    again = await teacher.post(
        "/observations/new",
        pupil_id=person_id("protected_pupil"),
        text="Gråt i garderoben.",
        idempotency_key=new_id("key"),
    )
    assert again.location.startswith("/cases/"), "the pupil has a case by now: it is a fact there"
    await town.deliver()
    fact = town.said_of(FactRecordedV1, again.location.split("/")[2].split("#")[0])[-1]
    assert (fact.source, fact.occurred_on) == ("observation", town.house.today())


@pytest.mark.requirement("L7")
async def test_that_barnevern_was_considered_is_kept_and_no_guardian_learns_of_it(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    rektor = town.door("rektor")
    await town.deliver()
    before = len(town.said)
    assert (await rektor.post(f"/cases/{case_id}/child-welfare")).status == 303
    await town.deliver()
    said = {headers["ce_type"] for _, headers, _ in town.said[before:]}
    assert said <= {"samspill.intake.case-seen.v1"}, "that somebody looked is all there is"
    assert "Vurdert" in (await rektor.get(f"/cases/{case_id}")).text
    mother = town.door("mother", "guardian")
    for path in (f"/cases/{case_id}/family", told["receipt"], "/"):
        assert "arnevern" not in (await mother.get(path)).text
    assert "welfare" not in (await mother.api(f"/cases/{case_id}")).text
    assert (await mother.post(f"/cases/{case_id}/child-welfare")).status in (403, 404)


@pytest.mark.requirement("L6")
async def test_an_intervention_is_reported_on_its_page_and_completed_later(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    teacher = town.door("contact_teacher")
    path = f"/cases/{case_id}/interventions/new"
    key = (await teacher.get(path)).field("idempotency_key")
    assert (await teacher.post(path, idempotency_key=key)).status == 422
    sent = await teacher.post(path, happened="Han løp mot veien.", idempotency_key=key)
    assert sent.status == 303
    await town.deliver()
    event = town.said_of(InterventionReportedV1, case_id)[0]
    shown = await teacher.get(f"/cases/{case_id}")
    assert "Hvordan opplevde eleven det?" in shown.text
    await teacher.post(
        f"/cases/{case_id}/interventions/{event.intervention_id}",
        pupils_view="Jeg ble redd.",
        happened="Noe annet",
    )
    there = await town.house.interventions.get(event.intervention_id)
    assert there is not None
    assert (there.happened, there.pupils_view) == ("Han løp mot veien.", "Jeg ble redd.")


@pytest.mark.requirement("P6")
async def test_a_program_can_note_the_same(town: Town) -> None:
    teacher = town.door("contact_teacher")
    key = new_id("key")
    body = {"pupil_id": person_id("protected_pupil"), "text": "Sto alene ved gjerdet."}
    first, again = [(await teacher.send("/observations", body, key=key)).json() for _ in range(2)]
    assert first == again
    assert first["case_id"] or first["report_id"]
    stranger = await teacher.send("/observations", {**body, "pupil_id": new_id("person")}, key=new_id("key"))
    assert stranger.status_code == 422
    assert (await town.door("mother", "guardian").send("/observations", body, key=key)).status_code == 403
