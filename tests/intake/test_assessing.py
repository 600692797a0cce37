"""What leadership makes of a report: a case, no case with an answer, or another school's case."""

from collections.abc import AsyncIterator

import pytest

from shared.contracts.access import AccessSnapshotV1
from shared.contracts.intake import CaseAssessedV1, CaseMovedV1, InvestigationStepChangedV1
from shared.contracts.tasks import IntakeTaskOpenedV1
from tests.intake.course import opened, state_of, tasks_of
from tests.intake.town import Town, person_id, school_id
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack
ANSWER = "Vi har snakket med alle som var der. Si fra igjen når som helst."


@pytest.fixture
async def case_id(town: Town) -> AsyncIterator[str]:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    yield str(told["cases"][0]["case_id"])
    town.clock.set(NOON)


@pytest.mark.requirement("R2")
async def test_no_address_rejects_a_report(town: Town) -> None:
    paths = {getattr(route, "path", "") for route in town.app.routes}
    assert not [path for path in paths if "reject" in path or "dismiss" in path or "avvis" in path]


@pytest.mark.requirement("R2", "P5")
async def test_no_case_takes_a_reason_and_an_answer_and_the_one_who_told_reads_it(
    town: Town, case_id: str
) -> None:
    rektor, mother, father = (
        town.door("rektor"),
        town.door("mother", "guardian"),
        town.door("father", "guardian"),
    )
    refused = await rektor.post(f"/cases/{case_id}/no-case", text="Det var en prøve på skjemaet.")
    assert refused.status == 422
    assert "Det var en prøve på skjemaet." in refused.html
    assert (await rektor.post(f"/cases/{case_id}/no-case")).status == 422
    done = await rektor.post(f"/cases/{case_id}/no-case", text="Det var en prøve på skjemaet.", answer=ANSWER)
    assert done.status == 303
    await town.deliver()
    assert await state_of(town, case_id) == "no_case"
    assert [one.outcome for one in town.said_of(CaseAssessedV1, case_id)] == ["no_case"]
    hers, his = await mother.get(f"/cases/{case_id}/family"), await father.get(f"/cases/{case_id}/family")
    assert ANSWER in hers.text
    assert ANSWER not in his.text
    for page in (hers, his):
        assert "Statsforvalteren (opplæringslova § 12-6)" in page.text
        assert "Det var en prøve" not in page.text
        assert "Møte på skolen" not in page.text, "nothing more is promised"
    assert await tasks_of(town, case_id) == set()


@pytest.mark.requirement("R2")
async def test_the_answer_stands_on_the_receipt_too(town: Town) -> None:
    mother = town.door("mother", "guardian")
    told = await mother.tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    await town.door("rektor").post(f"/cases/{case_id}/no-case", text="Prøve.", answer=ANSWER)
    receipt = await mother.get(f"/report/{told['report_id']}/receipt")
    assert ANSWER in receipt.text


@pytest.mark.requirement("P5")
async def test_a_case_that_is_looked_into_is_closed_under_the_rule_and_not_as_no_case(town: Town) -> None:
    case_id = await opened(town)
    rektor = town.door("rektor")
    key = (await rektor.get(f"/cases/{case_id}/steps")).field("idempotency_key")
    step = {"method": "observation", "person_id": person_id("rektor")}
    assert (await rektor.post(f"/cases/{case_id}/steps", **step, idempotency_key=key)).status == 303
    refused = await rektor.post(f"/cases/{case_id}/no-case", text="Ingenting.", answer=ANSWER)
    assert refused.status == 409
    assert "Dere har begynt å undersøke saken" in refused.text
    assert await state_of(town, case_id) == "investigating"


async def test_only_leadership_assesses(town: Town, case_id: str) -> None:
    assert (await town.door("contact_teacher").post(f"/cases/{case_id}/assess")).status == 403
    assert (await town.door("mother", "guardian").post(f"/cases/{case_id}/assess")).status in (403, 404)


@pytest.mark.requirement("P5", "L1")
async def test_a_case_goes_to_the_right_school_with_its_history_and_its_number(
    town: Town, case_id: str
) -> None:
    rektor = town.door("rektor")
    await rektor.send(f"/cases/{case_id}/facts", {"text": "Det hendte på fotballen."}, key="k" * 20)
    number = (await rektor.api(f"/cases/{case_id}")).json()["number"]
    there = school_id("aasen")
    moved = await rektor.post(f"/cases/{case_id}/move", school_id=there, reason="Eleven går der.")
    assert moved.status == 303, moved.text
    await town.deliver()
    said = town.said_of(CaseMovedV1, case_id)
    assert [(one.from_school_id, one.school_id, one.number) for one in said] == [(school_id(), there, number)]
    assert (await rektor.get(f"/cases/{case_id}")).status == 404
    access = town.said_of(AccessSnapshotV1, case_id)[-1]
    leaders = {one.person_id for one in access.grants if one.relation == "rektor"}
    assert access.school_id == there
    assert person_id("rektor") not in leaders
    assert said[0].handler_id in leaders
    case = await town.house.cases.get(case_id)
    assert case is not None
    assert [one.text for one in case.facts] == ["Det hendte på fotballen."]
    owners = {one.owner_id for one in await town.house.tasks.find({"case_id": case_id, "open": True})}
    assert owners == {said[0].handler_id}
    handed = [one for one in town.said_of(IntakeTaskOpenedV1, case_id) if one.owner_id == said[0].handler_id]
    assert {one.school_id for one in handed} == {there}


@pytest.mark.requirement("R30")
async def test_what_is_found_out_has_who_and_when_and_the_family_sees_what_is_shared(town: Town) -> None:
    case_id = await opened(town)
    rektor, mother = town.door("rektor"), town.door("mother", "guardian")
    assert "Hva dere skal finne ut" in (await rektor.get(f"/cases/{case_id}")).text
    page = await rektor.get(f"/cases/{case_id}/steps")
    saved = await rektor.post(
        f"/cases/{case_id}/steps",
        method="observation",
        what="Hvem er sammen i storefri?",
        person_id=person_id("contact_teacher"),
        due_on="20.11.2026",
        shared="yes",
        idempotency_key=page.field("idempotency_key"),
    )
    assert saved.status == 303
    secret = {"method": "talk_staff", "what": "Intern samtale", "person_id": person_id("rektor")}
    again = await rektor.get(f"/cases/{case_id}/steps")
    key = again.field("idempotency_key")
    assert (await rektor.post(f"/cases/{case_id}/steps", **secret, idempotency_key=key)).status == 303
    await town.deliver()
    assert await state_of(town, case_id) == "investigating"
    step = town.said_of(InvestigationStepChangedV1, case_id)[0]
    path = f"/cases/{case_id}/steps/{step.step_id}"
    told = {"method": "observation", "person_id": person_id("contact_teacher"), "shared": "yes"}
    done = await rektor.post(path, **told, status="done", result="Aksel står ved veggen.")
    assert done.status == 303
    family = await mother.get(f"/cases/{case_id}/family")
    assert "Aksel står ved veggen." in family.text
    assert "Intern samtale" not in family.text
    assert "Innen når noe skal undersøkes" in (await rektor.get(f"/cases/{case_id}")).text


@pytest.mark.requirement("R30")
async def test_a_survey_with_names_asks_why(town: Town) -> None:
    case_id = await opened(town)
    rektor = town.door("rektor")
    key = (await rektor.get(f"/cases/{case_id}/steps")).field("idempotency_key")
    told = {"method": "named_survey", "person_id": person_id("rektor"), "due_on": "2026-11-20"}
    assert (await rektor.post(f"/cases/{case_id}/steps", **told, idempotency_key=key)).status == 303
    assert "Hvorfor undersøkelsen trenger navn" in (await rektor.get(f"/cases/{case_id}")).text
