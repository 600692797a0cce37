"""What follows in other documents when a case or its plan has moved on: tasks, the case's state, access.

Each function is called by the order itself, so that the next page is right, and once more when our own
event is heard, so that a process killed in between leaves nothing undone. All of them may run twice.
"""

from datetime import date

from services.intake.commands.close_tasks import close_tasks
from services.intake.commands.settle_access import settle_access
from services.intake.domain.case import Case
from services.intake.domain.evaluation import Evaluation
from services.intake.domain.plan import Plan
from services.intake.domain.plan_parts import Round
from services.intake.domain.task import Task, task_id_of
from services.intake.queries.plans import plan_of
from services.intake.storage.house import Intake
from shared.calendar import SchoolCalendar, add_school_days, add_working_days, end_of_day

LATER_SCHOOL_DAYS = 20
"""Four school weeks: the last of the usual days, and how far apart those after it are."""
ENDS_WITH_THE_CASE = (
    "contact-reporter",
    "contact-home",
    "tomorrow-to-decide",
    "meeting-to-call",
    "plan-to-write",
    "evaluation-due",
    "outside-help",
    "countersign-to-give",
    "closing-sent-back",
)
"""What the family has asked for is not among them: an answer that was promised is still owed."""


async def calendar_of(school_id: str, *, house: Intake) -> SchoolCalendar:
    school = await house.directory.school(school_id)
    return SchoolCalendar(frozenset(school.listed.closed_days))


async def after_activation(plan: Plan, *, by: str | None, house: Intake) -> None:
    """The cases go by the plan; it is written, and the first day to look at it stands on a list."""
    for case_id in plan.in_force_for:
        await house.cases.change(case_id, lambda it: it.follow_plan(), by=by)
        await close_tasks(case_id, ["plan-to-write"], by=by, house=house)
        await next_evaluation_stands(plan, case_id, by=by, house=house)


async def next_evaluation_stands(plan: Plan, case_id: str, *, by: str | None, house: Intake) -> None:
    """The next day to look at the plan is a task, and no other day is."""
    coming = plan.next_evaluation(case_id) if case_id in plan.in_force_for else None
    task_id = task_id_of("evaluation-due", coming.evaluation_id) if coming else ""
    now = house.clock.now()
    for open_ in await house.tasks.find({"case_id": case_id, "open": True, "code": "evaluation-due"}):
        if open_.id != task_id:
            await house.tasks.change(open_.id, lambda it: it.close(now, by=by, outcome="moved"), by=by)
    if coming is not None:
        await open_task(
            Task(
                id=task_id,
                case_id=case_id,
                school_id=plan.school_id,
                list="do",
                code="evaluation-due",
                owner_id=plan.owner_id,
                due_at=end_of_day(coming.on),
                path=f"/cases/{case_id}/evaluations/{coming.evaluation_id}",
                opened_at=now,
            ),
            house=house,
        )


async def after_evaluation(evaluation: Evaluation, *, house: Intake) -> None:
    """The plan remembers it and has a next day; a third time without effect asks for help from outside."""
    if evaluation.recorded_at is None or evaluation.text.result is None:
        return
    by, at = evaluation.recorded_by or "", evaluation.recorded_at
    held = Round(
        evaluation_id=evaluation.id,
        case_id=evaluation.case_id,
        on=evaluation.due_on,
        works=evaluation.works,
        result=evaluation.text.result,
    )
    next_on = await _next_on(evaluation, house)

    def decide(plan: Plan) -> Plan:
        plan.remember(held, next_on, by=by, at=at)
        return plan

    plan = await house.plans.change(evaluation.plan_id, decide, by=by)
    await house.cases.change(evaluation.case_id, lambda it: it.evaluate(under_way=False), by=by)
    await close_tasks_of_evaluation(evaluation.id, by=by, house=house)
    await next_evaluation_stands(plan, evaluation.case_id, by=by, house=house)
    if evaluation.help_suggested:
        await open_task(
            Task(
                id=task_id_of("outside-help", evaluation.id),
                case_id=evaluation.case_id,
                school_id=plan.school_id,
                list="do",
                code="outside-help",
                owner_id=plan.owner_id,
                due_at=add_working_days(at, 1).at,
                path=f"/notices/decide/{evaluation.case_id}",
                opened_at=at,
            ),
            house=house,
        )


async def close_tasks_of_evaluation(evaluation_id: str, *, by: str | None, house: Intake) -> None:
    now, task_id = house.clock.now(), task_id_of("evaluation-due", evaluation_id)
    if await house.tasks.get(task_id) is not None:
        await house.tasks.change(task_id, lambda it: it.close(now, by=by), by=by)


async def after_end(case: Case, *, by: str | None, house: Intake) -> None:
    """Nothing more is to be done in it but to look in on the day that was set."""
    await close_tasks(case.id, ENDS_WITH_THE_CASE, by=by, outcome="withdrawn", house=house)
    await settle_access(case.id, lambda it: it.close(closed=True), house=house)
    plan = await plan_of(case.id, house=house)
    if plan is not None:
        await house.plans.change(plan.id, lambda it: it.end(case.id), by=by)
    if case.state == "closed":
        last = case.closings[-1]
        await open_task(
            Task(
                id=task_id_of("follow-up", case.id, last.at.isoformat()),
                case_id=case.id,
                school_id=case.school_id,
                list="do",
                code="follow-up",
                owner_id=last.follow_up_by,
                due_at=end_of_day(last.follow_up_on),
                path=f"/cases/{case.id}",
                opened_at=last.at,
            ),
            house=house,
        )


async def after_reopening(case: Case, *, by: str | None, house: Intake) -> None:
    """There is a plan to look over again, by whoever handles the case now."""
    await close_tasks(case.id, ["follow-up"], by=by, house=house)
    await settle_access(case.id, lambda it: it.close(closed=False), house=house)
    plan = await plan_of(case.id, house=house)
    if plan is not None:
        await house.plans.change(plan.id, Plan.take_up, by=by)
    at = case.reopenings[-1].at
    await open_task(
        Task(
            id=task_id_of("plan-to-write", case.id, at.isoformat()),
            case_id=case.id,
            school_id=case.school_id,
            list="write",
            code="plan-to-write",
            owner_id=case.handler_id,
            path=f"/cases/{case.id}/plan",
            opened_at=at,
        ),
        house=house,
    )


async def after_move(case: Case, *, by: str | None, house: Intake) -> None:
    """The new school sees it, the old one no more; what stood on the old lists stands on the new."""
    await settle_access(case.id, lambda it: it.move(case.school_id), house=house)
    now = house.clock.now()
    for task in await house.tasks.find({"case_id": case.id, "open": True}):
        await house.tasks.change(
            task.id, lambda it: it.hand_over(case.school_id, case.handler_id, now, by=by), by=by
        )
    plan = await plan_of(case.id, house=house)
    if plan is not None and plan.case_ids[0] == case.id:
        await house.plans.change(plan.id, lambda it: it.hand_over(case.school_id, case.handler_id), by=by)


async def after_hand_over(case: Case, from_id: str, *, by: str | None, house: Intake) -> None:
    """Whoever is responsible now is let in, and has on the list what the former one had."""
    if case.owner_id is None:
        return  # moved since: the new school has it
    owner_id = case.owner_id
    await settle_access(case.id, lambda it: it.make_responsible(owner_id), house=house)
    now = house.clock.now()
    for task in await house.tasks.find({"case_id": case.id, "owner_id": from_id, "open": True}):
        await house.tasks.change(
            task.id, lambda it: it.hand_over(case.school_id, owner_id, now, by=by), by=by
        )
    plan = await plan_of(case.id, house=house)
    if plan is not None and plan.case_ids[0] == case.id:
        await house.plans.change(plan.id, lambda it: it.hand_over(case.school_id, owner_id), by=by)


async def open_task(task: Task, *, house: Intake) -> None:
    """Put it on its owner's list; a repeat is the same task."""
    await house.tasks.add(task.opened())


async def _next_on(evaluation: Evaluation, house: Intake) -> date | None:
    """The day that was agreed on, else four school weeks on; none where the plan is to stop."""
    if evaluation.text.result == "stop" or evaluation.recorded_at is None:
        return None
    if evaluation.text.next_on is not None:
        return evaluation.text.next_on
    calendar = await calendar_of(evaluation.school_id, house=house)
    return add_school_days(evaluation.recorded_at, LATER_SCHOOL_DAYS, calendar).day
