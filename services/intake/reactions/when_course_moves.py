"""Our own case or plan has moved on: what follows elsewhere is done, had the order been cut short."""

from services.intake.commands.follow_course import (
    after_activation,
    after_end,
    after_evaluation,
    after_hand_over,
    after_move,
    after_reopening,
    next_evaluation_stands,
)
from services.intake.domain.case import Case
from services.intake.storage.house import Intake
from shared.contracts.envelope import CaseEvent, Heard
from shared.contracts.intake import (
    CaseAssessedV1,
    CaseClosedV1,
    CaseHandedOverV1,
    CaseMovedV1,
    CaseReopenedV1,
    EvaluationRecordedV1,
    PlanActivatedV1,
    PlanChangedV1,
)


async def when_plan_activated(heard: Heard[PlanActivatedV1], *, house: Intake) -> None:
    plan = await house.plans.get(heard.event.plan_id)
    if plan is not None and plan.status == "active":
        await after_activation(plan, by=heard.event.by, house=house)


async def when_plan_changed(heard: Heard[PlanChangedV1], *, house: Intake) -> None:
    plan = await house.plans.get(heard.event.plan_id)
    if plan is not None and plan.status == "active":
        await next_evaluation_stands(plan, heard.event.case_id, by=heard.event.by, house=house)


async def when_evaluation_recorded(heard: Heard[EvaluationRecordedV1], *, house: Intake) -> None:
    evaluation = await house.evaluations.get(heard.event.evaluation_id)
    if evaluation is not None:
        await after_evaluation(evaluation, house=house)


async def when_case_ended(heard: Heard[CaseAssessedV1] | Heard[CaseClosedV1], *, house: Intake) -> None:
    case = await _case(heard.event, house)
    if case is not None and case.ended:
        await after_end(case, by=heard.event.by, house=house)


async def when_case_moved(heard: Heard[CaseMovedV1], *, house: Intake) -> None:
    case = await _case(heard.event, house)
    if case is not None:
        await after_move(case, by=heard.event.by, house=house)


async def when_case_handed_over(heard: Heard[CaseHandedOverV1], *, house: Intake) -> None:
    case = await _case(heard.event, house)
    if case is not None:
        await after_hand_over(case, heard.event.from_handler_id, by=heard.event.by, house=house)


async def when_case_reopened(heard: Heard[CaseReopenedV1], *, house: Intake) -> None:
    case = await _case(heard.event, house)
    if case is not None and not case.ended:
        await after_reopening(case, by=heard.event.by, house=house)


async def _case(event: CaseEvent, house: Intake) -> Case | None:
    """The case as it is now: what was ordered since then counts, not what the event remembers."""
    return await house.cases.get(event.case_id)
