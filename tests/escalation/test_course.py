"""What a case's course does to its clocks: a plan, its evaluations, another school, the end, going on."""

from datetime import date, timedelta
from typing import Any

import pytest

from shared.contracts.escalation import (
    ClockMetV1,
    ClockOverdueV1,
    ClockStartedV1,
    ClockWithdrawnV1,
    SeriousSuggestedV1,
)
from shared.contracts.intake import (
    CaseAssessedV1,
    CaseClosedV1,
    CaseHandedOverV1,
    CaseMovedV1,
    CaseReopenedV1,
    EvaluationRecordedV1,
    PlanActivatedV1,
    PlanChangedV1,
    PlannedEvaluation,
)
from shared.identifiers import new_id
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town

pytestmark = pytest.mark.stack
DAYS = (date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 14))
ENDED = {"pupil_heard": True, "follow_up_on": date(2027, 1, 15)}


@pytest.fixture
def case(town: Town) -> Case:
    return Case(town)


class Plan:
    """The plan of a case, and what is said of it."""

    def __init__(self, case: Case) -> None:
        self.case, self.id = case, new_id("plan")
        self.evaluations = tuple(
            PlannedEvaluation(evaluation_id=new_id("evaluation"), on=day) for day in DAYS
        )

    def said(self, kind: Any, **more: Any) -> Any:
        told = {"plan_id": self.id, "version": 1, "owner_id": self.case.town.rektor}
        return kind(**{**self.case.about, **told, "evaluations": self.evaluations, **more})

    async def activate(self) -> None:
        await self.case.town.hear(self.said(PlanActivatedV1), source=self.id)

    async def changes(self, *evaluations: PlannedEvaluation, held: tuple[str, ...] = ()) -> None:
        said = self.said(PlanChangedV1, evaluations=evaluations, held=held)
        await self.case.town.hear(said, source=self.id)

    async def looked_at(self, place: int = 0, **more: Any) -> None:
        id_ = self.evaluations[place].evaluation_id
        told = {"plan_id": self.id, "evaluation_id": id_, "result": "continue", "works": True}
        event = EvaluationRecordedV1(**{**self.case.about, **told, "without_effect": 0, **more})
        await self.case.town.hear(event, source=id_)


@pytest.mark.requirement("R31")
async def test_a_plan_in_force_keeps_the_promise_of_a_plan(town: Town, case: Case) -> None:
    await case.open()
    town.clock.advance(timedelta(hours=1))
    await Plan(case).activate()
    town.clock.set(oslo(11, 25))
    await town.look()
    said = await town.said()
    assert len(said.clocks(ClockMetV1, "C5")) == 1
    assert said.clocks(ClockOverdueV1, "C5") == []


@pytest.mark.requirement("R32")
async def test_each_day_to_look_at_the_plan_is_told_of_when_it_went_by(town: Town, case: Case) -> None:
    await case.open()
    await Plan(case).activate()
    started = (await town.said()).clocks(ClockStartedV1, "C6")
    assert sorted(one.due_at.date() for one in started) == list(DAYS)
    town.clock.set(oslo(11, 23, 23, 59))
    await town.look()
    assert (await town.said()).clocks(ClockOverdueV1, "C6") == []
    town.clock.set(oslo(11, 24))
    await town.look()
    assert len((await town.said()).clocks(ClockOverdueV1, "C6")) == 1


@pytest.mark.requirement("R32")
async def test_a_usual_day_is_explained_with_the_days_that_were_skipped(town: Town, case: Case) -> None:
    await town.list_school(*(date(2026, 11, day) for day in (19, 20)))
    plan = Plan(case)
    plan.evaluations = (PlannedEvaluation(evaluation_id=new_id("evaluation"), on=date(2026, 11, 25)),)
    await plan.activate()
    clock = (await town.house.clocks.find({"case_id": case.id, "code": "C6"}))[0]
    assert (clock.term.days, clock.term.counting) == (5, "school-days")
    assert {one.day for one in clock.term.skipped} >= {date(2026, 11, 19), date(2026, 11, 20)}


@pytest.mark.parametrize("plan_says_so_first", [True, False])
async def test_an_evaluation_keeps_its_own_day_whichever_is_heard_first(
    town: Town, case: Case, *, plan_says_so_first: bool
) -> None:
    plan = Plan(case)
    await plan.activate()
    rest, held = plan.evaluations[1:], (plan.evaluations[0].evaluation_id,)
    town.clock.set(oslo(11, 23, 14))
    if plan_says_so_first:
        await plan.changes(*rest, held=held)
    await plan.looked_at()
    if not plan_says_so_first:
        await plan.changes(*rest, held=held)
    said = await town.said()
    assert [one.subject_id for one in said.clocks(ClockMetV1, "C6")] == list(held)
    assert said.clocks(ClockWithdrawnV1, "C6") == []


async def test_a_day_that_was_moved_is_waited_for_no_more(town: Town, case: Case) -> None:
    plan = Plan(case)
    await plan.activate()
    later = PlannedEvaluation(evaluation_id=new_id("evaluation"), on=date(2026, 11, 27))
    await plan.changes(later, *plan.evaluations[1:])
    said = await town.said()
    assert [one.due_at.date() for one in said.clocks(ClockWithdrawnV1, "C6")] == [DAYS[0]]
    assert date(2026, 11, 27) in {one.due_at.date() for one in said.clocks(ClockStartedV1, "C6")}


async def test_an_older_word_of_the_plan_heard_late_changes_no_day(town: Town, case: Case) -> None:
    plan = Plan(case)
    older = town.heard(plan.said(PlanActivatedV1), source=plan.id, seq=1)
    later = PlannedEvaluation(evaluation_id=new_id("evaluation"), on=date(2026, 11, 27))
    changed = plan.said(PlanChangedV1, evaluations=(later,))
    await town.react(town.heard(changed, source=plan.id, seq=2))
    await town.react(older)
    running = await town.house.clocks.find({"case_id": case.id, "code": "C6", "state": "running"})
    assert [one.subject_id for one in running] == [later.evaluation_id]


@pytest.mark.requirement("R36")
async def test_what_does_not_help_again_and_again_is_a_question_to_the_rektor(town: Town, case: Case) -> None:
    plan = Plan(case)
    await plan.activate()
    await case.record("high_conflict")
    await plan.looked_at(0, works=False, without_effect=1)
    assert (await town.said()).all(SeriousSuggestedV1) == []
    await plan.looked_at(2, works=False, without_effect=3, criteria=("long_lasting",))
    asked = (await town.said()).only(SeriousSuggestedV1)
    assert set(asked.criteria) == {"high_conflict", "long_lasting"}


@pytest.mark.parametrize("how", ["closed", "no_case"])
async def test_when_a_case_ends_its_clocks_stand_still_and_promises_to_people_run_on(
    town: Town, case: Case, how: str
) -> None:
    await case.open()
    await Plan(case).activate()
    asked = case.asked_for(answer_by=oslo(11, 17, 23, 59))
    await town.hear(asked, source=new_id("request"))
    town.clock.advance(timedelta(hours=1))
    ended = (
        CaseClosedV1(**case.about, **ENDED)
        if how == "closed"
        else CaseAssessedV1(**case.about, outcome="no_case")
    )
    await town.hear(ended, source=case.id)
    town.clock.set(oslo(12, 20))
    await town.look()
    said = await town.said()
    assert {one.clock for one in said.all(ClockOverdueV1)} == {"answer"}
    assert {one.clock for one in said.all(ClockWithdrawnV1)} == {"C1", "C2", "C6", "C7"}


async def test_a_plan_heard_of_after_the_end_of_its_case_starts_nothing(town: Town, case: Case) -> None:
    await case.open()
    plan = Plan(case)
    activated = town.heard(plan.said(PlanActivatedV1), source=plan.id, seq=1)
    town.clock.advance(timedelta(hours=1))
    await town.hear(CaseClosedV1(**case.about, **ENDED), source=case.id)
    await town.react(activated)
    assert await town.house.clocks.find({"case_id": case.id, "code": "C6", "state": "running"}) == []


async def test_a_case_that_goes_on_is_due_a_plan_again(town: Town, case: Case) -> None:
    await case.open()
    await Plan(case).activate()
    await town.hear(CaseClosedV1(**case.about, **ENDED), source=case.id)
    town.clock.set(oslo(12, 1))
    reopened = CaseReopenedV1(**case.about, handler_id=town.rektor, after="closed")
    await town.hear(reopened, source=case.id)
    started = (await town.said()).clocks(ClockStartedV1, "C5")
    assert sorted(one.due_at.date() for one in started) == [date(2026, 11, 23), date(2026, 12, 8)]
    town.clock.set(oslo(12, 9))
    await town.look()
    assert len((await town.said()).clocks(ClockOverdueV1, "C5")) == 1


@pytest.mark.requirement("P5")
async def test_a_moved_case_is_told_of_at_the_school_that_has_it(town: Town, case: Case) -> None:
    await case.open()
    other_school, other_rektor = new_id("school"), new_id("person")
    home = town.school_id
    town.school_id = other_school
    await town.list_school()
    await town.list_person(other_rektor, "Nina Ny", "rektor")
    moved = CaseMovedV1(
        **case.about,
        number="2026-000123",
        from_school_id=home,
        from_handler_id=town.rektor,
        handler_id=other_rektor,
    )
    await town.hear(moved, source=case.id)
    town.clock.set(oslo(11, 18, 9))
    await town.look()
    overdue = (await town.said()).clocks(ClockOverdueV1, "C1")
    assert [one.tell for one in overdue] == [(other_rektor,)]
    assert {one.school_id for one in overdue} == {other_school}


async def test_what_was_promised_in_a_case_that_is_handed_over_is_the_new_ones(
    town: Town, case: Case
) -> None:
    await case.open()
    teacher = new_id("person")
    await town.list_person(teacher, "Tone Ny", "teacher")
    over = CaseHandedOverV1(
        **case.about, number="2026-000123", from_handler_id=town.rektor, handler_id=teacher
    )
    for _ in range(2):
        await town.hear(over, source=case.id)
    town.clock.set(oslo(11, 18, 9))
    await town.look()
    assert (await town.said()).clocks(ClockStartedV1, "C1")[-1].owner_id == teacher
