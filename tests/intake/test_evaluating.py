"""Looking at how the plan works, with pupil and parents; closing under its rule; and opening again."""

from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from shared.contracts.escalation import SeriousDecidedV1
from shared.contracts.intake import (
    CaseClosedV1,
    CaseReopenedV1,
    EvaluationRecordedV1,
    PlanChangedV1,
    TomorrowWithdrawnV1,
)
from tests.intake.course import (
    CLOSING,
    evaluates,
    evaluation_path,
    in_force,
    opened,
    state_of,
    tasks_of,
)
from tests.intake.town import Town, person_id
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack
FIRST, SECOND, THIRD = date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 14)


@pytest.fixture
async def case_id(town: Town) -> AsyncIterator[str]:
    case_id = await opened(town)
    await in_force(town, case_id)
    yield case_id
    town.clock.set(NOON)


@pytest.mark.requirement("R26", "L4")
@pytest.mark.parametrize(
    ("without", "said"),
    [
        ("pupil_says", "Skriv det eleven sier, eller hvorfor eleven ikke er hørt."),
        ("guardians__0__says", "Skriv det de sier, eller når de ble spurt."),
        ("guardians__1__invited_on", "Skriv det de sier, eller når de ble spurt."),
        ("best_interest", "Skriv hva som er best for eleven."),
    ],
)
async def test_an_evaluation_is_not_recorded_before_pupil_and_parents_were_heard_or_asked(
    town: Town, case_id: str, without: str, said: str
) -> None:
    page = await evaluates(town, case_id, FIRST, **{without: None})
    assert page.status == 422
    assert said in page.text
    assert town.said_of(EvaluationRecordedV1, case_id) == []
    assert await state_of(town, case_id) == "evaluating"
    again = await town.door("rektor").get(evaluation_path(case_id, FIRST))
    assert "Gjør vi" not in again.text
    assert ("Han sover bedre." in again.text) == (without != "guardians__0__says")


@pytest.mark.requirement("R26", "R32")
async def test_an_evaluation_says_how_each_sees_each_measure_and_the_next_day_comes(
    town: Town, case_id: str
) -> None:
    assert (await evaluates(town, case_id, FIRST)).status == 303
    said = town.said_of(EvaluationRecordedV1, case_id)
    assert [(one.result, one.works, one.without_effect) for one in said] == [("continue", True, 0)]
    changed = town.said_of(PlanChangedV1, case_id)[-1]
    assert [one.on for one in changed.evaluations] == [SECOND, THIRD]
    assert changed.held == (said[0].evaluation_id,)
    assert await state_of(town, case_id) == "plan_active"
    open_ = await town.house.tasks.find({"case_id": case_id, "open": True, "code": "evaluation-due"})
    assert [one.due_at.date() for one in open_ if one.due_at] == [SECOND]
    read = await town.door("rektor").get(evaluation_path(case_id, FIRST))
    assert "Virker litt" in read.text
    assert "Han sover bedre." in read.text


@pytest.mark.requirement("R32")
async def test_after_the_last_day_there_is_another_four_school_weeks_on(town: Town, case_id: str) -> None:
    for day in (FIRST, SECOND):
        await evaluates(town, case_id, day)
    town.clock.set(NOON + timedelta(days=28))
    await evaluates(town, case_id, THIRD)
    coming = town.said_of(PlanChangedV1, case_id)[-1].evaluations
    assert len(coming) == 1
    assert coming[0].on > date(2027, 1, 8), "the holiday does not count"


@pytest.mark.requirement("R32", "R36")
async def test_the_third_time_in_a_row_without_effect_asks_for_help_from_outside(
    town: Town, case_id: str
) -> None:
    for day in (FIRST, SECOND):
        await evaluates(town, case_id, day, better="no", result="adjust")
    assert "outside-help" not in await tasks_of(town, case_id)
    await evaluates(town, case_id, THIRD, better="no", result="new")
    said = town.said_of(EvaluationRecordedV1, case_id)
    assert [(one.without_effect, one.criteria) for one in said] == [(1, ()), (2, ()), (3, ("long_lasting",))]
    assert "outside-help" in await tasks_of(town, case_id)
    assert "Tenk på hjelp utenfra" in (await town.door("rektor").get(f"/cases/{case_id}")).text


@pytest.mark.requirement("L5", "B10")
@pytest.mark.parametrize(
    ("without", "said"),
    [
        ("pupil_says", "Skriv det eleven selv sier, eller hvorfor eleven ikke kan svare."),
        ("guardians_told_on", "Skriv dagen foreldrene fikk vite det."),
        ("follow_up_on", "Velg dagen dere ser til at det fortsatt er bra."),
    ],
)
async def test_a_case_is_not_closed_without_what_the_rule_asks_for(
    town: Town, case_id: str, without: str, said: str
) -> None:
    await evaluates(town, case_id, FIRST)
    told = {name: value for name, value in CLOSING.items() if name != without}
    page = await town.door("rektor").post(f"/cases/{case_id}/close", **told)
    assert page.status == 422
    assert said in page.text
    assert "På telefon" in page.html
    assert await state_of(town, case_id) == "plan_active"


@pytest.mark.requirement("B10")
async def test_a_plan_is_looked_at_before_its_case_is_closed(town: Town, case_id: str) -> None:
    page = await town.door("rektor").post(f"/cases/{case_id}/close", **CLOSING)
    assert page.status == 422
    assert "Planen må evalueres minst én gang først." in page.text


@pytest.mark.requirement("R1", "L5")
async def test_a_parent_who_does_not_answer_closes_nothing_and_stops_nothing(
    town: Town, case_id: str
) -> None:
    only_asked = {"guardians__0__says": None, "guardians__0__invited_on": "20.11.2026"}
    asked = await evaluates(town, case_id, FIRST, **only_asked)
    assert asked.status == 303
    assert await state_of(town, case_id) == "plan_active"


@pytest.mark.requirement("L5", "L1", "B10")
async def test_a_case_is_closed_and_opened_again_with_all_its_history(town: Town, case_id: str) -> None:
    await evaluates(town, case_id, FIRST)
    rektor, mother = town.door("rektor"), town.door("mother", "guardian")
    assert (await rektor.post(f"/cases/{case_id}/close", **CLOSING)).status == 303
    await town.deliver()
    said = town.said_of(CaseClosedV1, case_id)
    assert [(one.pupil_heard, one.follow_up_on) for one in said] == [(True, date(2027, 1, 15))]
    assert await tasks_of(town, case_id) == {"follow-up"}
    family = await mother.get(f"/cases/{case_id}/family")
    assert "Saken er avsluttet" in family.text
    assert CLOSING["pupil_says"] not in family.text
    for path in ("/plan/edit", "/assess", "/close"):
        assert (await rektor.post(f"/cases/{case_id}{path}", base="1", **CLOSING)).status == 409
    assert (await rektor.post(f"/cases/{case_id}/reopen")).status == 422
    opened_ = await rektor.post(f"/cases/{case_id}/reopen", reason="Det skjedde igjen på mandag.")
    assert opened_.status == 303
    await town.deliver()
    assert [one.after for one in town.said_of(CaseReopenedV1, case_id)] == ["closed"]
    page = await rektor.get(f"/cases/{case_id}")
    for kept in (CLOSING["pupil_says"], "Det skjedde igjen på mandag.", "Vi tar tak.", "Saken er avsluttet"):
        assert kept in page.text
    assert await tasks_of(town, case_id) == {"plan-to-write"}


async def test_a_card_that_waits_does_not_outlive_its_case(town: Town) -> None:
    case_id = await opened(town)
    rektor = town.door("rektor")
    card = {"adult_id": person_id("contact_teacher"), "colleague_id": person_id("colleague")}
    await rektor.post(f"/cases/{case_id}/tomorrow", **card, place="gate", day="2026-11-17", at="08:15")
    assert (await rektor.post(f"/cases/{case_id}/close", **CLOSING)).status == 303
    await town.deliver()
    assert len(town.said_of(TomorrowWithdrawnV1, case_id)) == 1


@pytest.mark.requirement("B12")
async def test_a_serious_case_waits_for_the_owners_signature_where_that_is_wanted(town: Town) -> None:
    case_id = await opened(town)
    case = await town.house.cases.get(case_id)
    assert case is not None
    await town.hears(
        SeriousDecidedV1(
            case_id=case_id,
            school_id=case.school_id,
            at=town.clock.now(),
            by=person_id("rektor"),
            decision="notify",
        )
    )
    rektor, owner = town.door("rektor"), town.door("owner_2")
    object.__setattr__(town.house, "countersign_serious", True)
    try:
        assert (await rektor.post(f"/cases/{case_id}/close", **CLOSING)).status == 303
    finally:
        object.__setattr__(town.house, "countersign_serious", False)
    assert await state_of(town, case_id) == "assessed"
    assert (await rektor.post(f"/cases/{case_id}/countersign", do="sign")).status == 403
    page = await owner.get(f"/cases/{case_id}/countersign")
    assert "Sier selv at det er trygt" in page.text
    assert CLOSING["pupil_says"] not in page.text
    assert (await owner.post(f"/cases/{case_id}/countersign", do="back")).status == 303
    assert "closing-sent-back" in await tasks_of(town, case_id)
    object.__setattr__(town.house, "countersign_serious", True)
    try:
        assert (await rektor.post(f"/cases/{case_id}/close", **CLOSING)).status == 303
    finally:
        object.__setattr__(town.house, "countersign_serious", False)
    assert (await owner.post(f"/cases/{case_id}/countersign", do="sign")).status == 303
    await town.deliver()
    assert [one.countersigned_by for one in town.said_of(CaseClosedV1, case_id)] == [person_id("owner_2")]
    assert (await owner.get(f"/cases/{case_id}/countersign")).status == 404
