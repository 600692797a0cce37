"""Will you tell more: asked afterwards, skippable, added to the first words and never changing them."""

from datetime import timedelta

import pytest

from shared.contracts.intake import FactRecordedV1, InterventionReportedV1, ReportAddedToV1
from shared.contracts.tasks import IntakeTaskOpenedV1
from shared.identifiers import new_id
from tests.intake.town import Town, person_id

pytestmark = pytest.mark.stack


@pytest.mark.requirement("R2", "B1")
async def test_more_is_asked_after_the_one_sentence_and_all_of_it_may_be_skipped(town: Town) -> None:
    mother = town.door("mother", "guardian")
    told = await mother.tells(pupil_ids=[person_id("pupil")], text="Aksel gruer seg.")
    receipt = await mother.get(told["receipt"])
    more = f"/report/{told['report_id']}/more"
    assert more in receipt.html
    page = await mother.get(more)
    assert "required" not in page.html.split("<main")[1].split("</main>")[0]
    empty = await mother.post(more, idempotency_key=new_id("key"))
    assert empty.status == 422
    sent = await mother.post(
        more,
        where="Bak gymsalen",
        occurred_on=(town.house.today() - timedelta(days=1)).strftime("%d.%m.%Y"),
        idempotency_key=new_id("key"),
    )
    assert sent.status == 303
    await town.deliver()
    report = await town.house.reports.get(told["report_id"])
    assert report is not None
    assert report.text == "Aksel gruer seg."
    assert [one.where for one in report.additions] == ["Bak gymsalen"]
    shown = await town.door("rektor").get(f"/cases/{told['cases'][0]['case_id']}")
    assert "Bak gymsalen" in shown.text


@pytest.mark.requirement("B3")
async def test_the_same_addition_twice_is_one(town: Town) -> None:
    mother = town.door("mother", "guardian")
    told = await mother.tells(pupil_ids=[person_id("pupil")])
    key, path = new_id("key"), f"/reports/{told['report_id']}/additions"
    first = await mother.send(path, {"text": "Det var i går."}, key=key)
    second = await mother.send(path, {"text": "Det var i går."}, key=key)
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json()
    await town.deliver()
    assert len(town.said_of(ReportAddedToV1, told["cases"][0]["case_id"])) == 1


@pytest.mark.requirement("R36")
async def test_what_is_ticked_becomes_a_fact_with_its_criteria(town: Town) -> None:
    mother = town.door("mother", "guardian")
    told = await mother.tells(pupil_ids=[person_id("pupil")])
    body = {"text": "De filmer ham.", "places": ["online"], "signs": ["digital", "several"]}
    await mother.send(f"/reports/{told['report_id']}/additions", body, key=new_id("key"))
    await town.deliver()
    fact = town.said_of(FactRecordedV1, told["cases"][0]["case_id"])[-1]
    assert set(fact.criteria) == {"digital_across_schools", "several_against_one"}
    assert fact.source == "guardian"


async def test_only_who_told_can_tell_more(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    for key, hat in (("father", "guardian"), ("mother", "staff"), ("rektor", "staff")):
        page = await town.door(key, hat).get(f"/report/{told['report_id']}/more")  # type: ignore[arg-type]
        assert page.status == 404


@pytest.mark.requirement("L6")
async def test_a_second_physical_intervention_against_the_same_pupil_asks_about_the_owner(
    town: Town,
) -> None:
    teacher = town.door("contact_teacher")
    body = {
        "text": "Jeg holdt ham et minutt.",
        "signs": ["physical_intervention"],
        "pupils_view": "Det gjorde vondt.",
    }
    cases = []
    for _ in range(2):
        told = await teacher.tells(
            pupil_ids=[person_id("other_pupil")], told_as="staff", text="Det ble bråk."
        )
        await teacher.send(f"/reports/{told['report_id']}/additions", body, key=new_id("key"))
        await town.deliver()
        cases.append(told["cases"][0]["case_id"])
    assert [town.said_of(InterventionReportedV1, one)[0].repeated for one in cases] == [False, True]
    criteria = [
        {code for fact in town.said_of(FactRecordedV1, one) for code in fact.criteria} for one in cases
    ]
    assert criteria == [set(), {"repeated_intervention"}]
    tasks = [one.code for one in town.said_of(IntakeTaskOpenedV1, cases[1])]
    assert tasks.count("contact-home") == 2, "the home is told of the intervention by itself"


@pytest.mark.requirement("B3")
async def test_the_same_words_sent_again_are_the_same_case(town: Town) -> None:
    town.clock.advance(timedelta(seconds=1))
    mother = town.door("mother", "guardian")
    text = f"De stenger ham ute. {new_id('x')}"
    told = {"about": person_id("pupil"), "told_as": "guardian"}
    first = await mother.post("/report", text=text, idempotency_key=new_id("key"), **told)
    again = await mother.post("/report", text=f" {text.upper()}\n", idempotency_key=new_id("key"), **told)
    assert again.location == f"{first.location}?again=yes"
    assert "Vi har denne beskjeden alt" in (await mother.get(again.location)).text
    other = await mother.post("/report", text=f"{text} I dag også.", idempotency_key=new_id("key"), **told)
    assert other.location.split("/")[2] != first.location.split("/")[2]
    town.clock.advance(timedelta(days=1, minutes=1))
    later = await mother.post("/report", text=text, idempotency_key=new_id("key"), **told)
    town.clock.advance(timedelta(days=-1, minutes=-1))
    assert later.location.split("/")[2] != first.location.split("/")[2]


@pytest.mark.requirement("B3")
async def test_a_parents_mail_written_down_after_her_form_is_the_same_report_for_the_school(
    town: Town,
) -> None:
    text = f"Han får ikke være med i ballspillet. {new_id('x')}"
    first = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")], text=text)
    name = (await town.house.directory.person(person_id("mother"))).name
    told = {"about": person_id("pupil"), "told_as": "guardian", "channel": "email", "told_by": name}
    teacher = town.door("contact_teacher")
    again = await teacher.post("/report", text=f"{text}\r\n", idempotency_key=new_id("key"), **told)
    assert again.location == f"/cases/{first['cases'][0]['case_id']}#told"


@pytest.mark.requirement("P4", "R2")
async def test_a_childs_own_form_is_short_and_not_at_home_is_heard(town: Town) -> None:
    pupil = town.door("pupil", "pupil")
    page = await pupil.get("/report")
    assert "Hva har skjedd?" in page.text
    assert "Ikke si det til dem hjemme" in page.text
    assert "Hvem er du?" not in page.text
    sent = await pupil.post(
        "/report",
        about=person_id("pupil"),
        text="Jeg tør ikke gå dit.",
        told_as="pupil",
        home_held="yes",
        idempotency_key=page.field("idempotency_key"),
    )
    assert sent.status == 303
    await town.deliver()
    report = await town.house.reports.get(sent.location.split("/")[2])
    assert report is not None
    case_id = report.cases[0].case_id
    for key in ("mother", "father"):
        assert (await town.door(key, "guardian").get(f"/cases/{case_id}/family")).status == 404
    assert (await pupil.get(f"/cases/{case_id}/family")).status == 200
    assert "barnevern" in (await town.door("rektor").get(f"/cases/{case_id}")).text.lower()
