"""Orders: close a case under rule L5, let the owner sign where that is wanted, and open it again."""

from services.intake.commands.close_tasks import close_tasks
from services.intake.commands.evaluate_plan import guardians_of
from services.intake.commands.follow_course import after_end, after_reopening, open_task
from services.intake.domain.case import Case
from services.intake.domain.course import closing_gaps
from services.intake.domain.course_parts import Closing, ClosingDraft
from services.intake.domain.task import Task, task_id_of
from services.intake.queries.plans import plan_of
from services.intake.storage.house import Intake
from shared.calendar import add_working_days
from shared.errors import Conflict, Hidden, Refusal


async def close_case(case_id: str, draft: ClosingDraft, *, by: str, house: Intake) -> Case:
    """Close it; `Refusal("closing-incomplete")` names what L5 asks for and has not got."""
    there = await _case(case_id, house)
    if there.ended:
        raise Conflict("case-ended")
    plan = await plan_of(case_id, house=house)
    in_force = plan is not None and case_id in plan.in_force_for
    gaps = closing_gaps(
        draft,
        today=house.today(),
        has_guardians=bool(await guardians_of(case_id, house=house)),
        evaluated=plan is None or not in_force or any(one.case_id == case_id for one in plan.rounds),
        evaluating=there.state == "evaluating",
    )
    if gaps:
        raise Refusal("closing-incomplete", fields=gaps)
    closing = Closing.model_validate(
        draft.model_dump() | {"follow_up_by": there.handler_id, "by": by, "at": house.clock.now()}
    )
    countersign = house.countersign_serious and await is_serious(case_id, house=house)

    def decide(case: Case) -> Case:
        case.close(closing, countersign=countersign)
        return case

    case = await house.cases.change(case_id, decide, by=by)
    if case.ended:
        await after_end(case, by=by, house=house)
    else:
        await _ask_owner(case, house)
    return case


async def countersign(case_id: str, *, by: str, house: Intake) -> None:
    """The school owner signs too, and the case is closed (row B12)."""
    now = house.clock.now()

    def decide(case: Case) -> Case:
        case.countersign(by, now)
        return case

    case = await house.cases.change(case_id, decide, by=by)
    await close_tasks(case_id, ["countersign-to-give"], by=by, house=house)
    await after_end(case, by=by, house=house)


async def send_back(case_id: str, *, by: str, house: Intake) -> None:
    """The owner wants the school to go on; whoever closed it hears of it as a task."""

    def decide(case: Case) -> tuple[Case, Closing]:
        return case, case.send_back()

    case, closing = await house.cases.change(case_id, decide, by=by)
    await close_tasks(case_id, ["countersign-to-give"], by=by, house=house)
    now = house.clock.now()
    task = Task(
        id=task_id_of("closing-sent-back", case_id, closing.at.isoformat()),
        case_id=case_id,
        school_id=case.school_id,
        list="do",
        code="closing-sent-back",
        owner_id=closing.by,
        due_at=add_working_days(now, 1).at,
        path=f"/cases/{case_id}/close",
        opened_at=now,
    )
    await open_task(task, house=house)


async def reopen_case(case_id: str, reason: str, *, by: str, house: Intake) -> None:
    """Go on with it, with its whole history."""
    now = house.clock.now()

    def decide(case: Case) -> Case:
        case.reopen(reason, by, now)
        return case

    case = await house.cases.change(case_id, decide, by=by)
    await after_reopening(case, by=by, house=house)


async def is_serious(case_id: str, *, house: Intake) -> bool:
    """Whether the rektor has notified the school owner of this case."""
    rows = await house.seen.timeline.find({"case_id": case_id, "type": "serious-decided"})
    return any(row.facts.get("decision") == "notify" for row in rows.values())


async def _ask_owner(case: Case, house: Intake) -> None:
    contacts = await house.directory.owner_contacts(house.today())
    present = [one for one in contacts if not one.away_on(house.today())]
    closing = case.waits_for_owner
    if closing is None or not contacts:
        return
    task = Task(
        id=task_id_of("countersign-to-give", case.id, closing.at.isoformat()),
        case_id=case.id,
        school_id=case.school_id,
        list="do",
        code="countersign-to-give",
        owner_id=(present or contacts)[0].id,
        due_at=add_working_days(closing.at, 1).at,
        path=f"/cases/{case.id}/countersign",
        opened_at=closing.at,
    )
    await open_task(task, house=house)


async def _case(case_id: str, house: Intake) -> Case:
    case = await house.cases.get(case_id)
    if case is None:
        raise Hidden
    return case
