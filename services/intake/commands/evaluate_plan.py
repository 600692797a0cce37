"""Orders: note how the plan works, each when it is told; and record the evaluation (rows R26, R32)."""

from services.intake.commands.follow_course import after_evaluation
from services.intake.domain.evaluation import Evaluation, EvaluationText
from services.intake.domain.plan import OUTSIDE_HELP_AFTER, Plan
from services.intake.queries.plans import plan_of
from services.intake.queries.story import story_of
from services.intake.storage.house import Intake, access_id_of
from shared.contracts.intake import PlannedEvaluation
from shared.errors import Conflict, Hidden


async def save_evaluation(
    case_id: str, evaluation_id: str, text: EvaluationText, *, by: str, house: Intake
) -> None:
    """Keep what has come so far; the case is being evaluated from now on."""
    plan, planned = await planned_evaluation(case_id, evaluation_id, house=house)
    now = house.clock.now()
    await house.evaluations.change(
        evaluation_id,
        lambda it: it.write(text),
        new=lambda: Evaluation(
            id=evaluation_id,
            plan_id=plan.id,
            case_id=case_id,
            school_id=plan.school_id,
            due_on=planned.on,
            started_at=now,
        ),
        by=by,
    )
    await house.cases.change(case_id, lambda it: it.evaluate(under_way=True), by=by)


async def record_evaluation(case_id: str, evaluation_id: str, *, by: str, house: Intake) -> Evaluation:
    """Record it; `Refusal("evaluation-incomplete")` names what is missing, and what was typed is kept."""
    plan, _ = await planned_evaluation(case_id, evaluation_id, house=house)
    guardian_ids = await guardians_of(case_id, house=house)
    invited = await invited_to_evaluate(case_id, house=house)
    before, now = plan.without_effect(case_id), house.clock.now()

    def decide(evaluation: Evaluation) -> Evaluation:
        evaluation.record(
            guardian_ids=guardian_ids,
            invited=invited,
            before=before,
            help_after=OUTSIDE_HELP_AFTER,
            by=by,
            at=now,
        )
        return evaluation

    evaluation = await house.evaluations.change(evaluation_id, decide, by=by)
    await after_evaluation(evaluation, house=house)
    return evaluation


async def planned_evaluation(
    case_id: str, evaluation_id: str, *, house: Intake
) -> tuple[Plan, PlannedEvaluation]:
    """The plan and the day, for an evaluation that is still to come; hidden when there is none such."""
    plan = await plan_of(case_id, house=house)
    if plan is None:
        raise Hidden
    planned = next((one for one in plan.planned(case_id) if one.evaluation_id == evaluation_id), None)
    if planned is None:
        if any(one.evaluation_id == evaluation_id for one in plan.rounds):
            raise Conflict("evaluation-recorded")
        raise Hidden
    if case_id not in plan.in_force_for:
        raise Conflict("plan-not-active")
    return plan, planned


async def guardians_of(case_id: str, *, house: Intake) -> list[str]:
    """The guardians who follow the case today."""
    access = await house.access.get(access_id_of(case_id))
    now = house.clock.now()
    found = [one for one in (access.grants if access else ()) if one.holds_at(now)]
    return list(dict.fromkeys(one.person_id for one in found if one.relation == "guardian"))


async def invited_to_evaluate(case_id: str, *, house: Intake) -> set[str]:
    """Who has been called in to a meeting that looks at the plan; meetings has said so."""
    story = await story_of(case_id, house=house)
    return {
        str(row.facts["person_id"])
        for row in story.rows
        if row.type == "invitation-issued" and row.facts.get("kind") == "evaluation"
    }
