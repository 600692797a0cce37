"""Orders about the plan: write it, put it in force, let it cover another case, follow its measures."""

from collections.abc import Collection
from datetime import date

from services.intake.commands.follow_course import (
    after_activation,
    calendar_of,
    next_evaluation_stands,
)
from services.intake.domain.case import Case
from services.intake.domain.plan import Plan, plan_id_of
from services.intake.domain.plan_parts import MeasureStatus, PlanText
from services.intake.queries.name_check import hold_back
from services.intake.queries.names_in_plan import names_in_plan, names_in_text
from services.intake.queries.plans import plan_of
from services.intake.storage.house import Intake
from shared.calendar import SchoolCalendar, add_school_days, next_school_day
from shared.errors import Conflict, Hidden, Refusal

USUAL_SCHOOL_DAYS = (5, 10, 20)
"""A plan is looked at after one, two and four school weeks, unless people agree otherwise."""


async def usual_evaluations(school_id: str, *, house: Intake) -> tuple[date, ...]:
    """The days to propose, none of them in a holiday."""
    calendar = await calendar_of(school_id, house=house)
    return tuple(add_school_days(house.clock.now(), days, calendar).day for days in USUAL_SCHOOL_DAYS)


async def save_plan(
    case_id: str, text: PlanText, *, base: int, by: str, house: Intake, looked: Collection[str] = ()
) -> Plan:
    """Keep the plan as it was written on version `base`.

    A day on which the school is closed becomes the next one on which it is open. Raises
    `Conflict("plan-changed")` when somebody else has saved since, and `NamesFound` where it is in force
    and names a linked pupil whose name nobody has `looked` at: families read it at once.
    """
    case = await _open_case(case_id, house)
    there = await plan_of(case_id, house=house)
    calendar = await calendar_of(case.school_id, house=house)
    text = text.model_copy(
        update={"evaluate_on": tuple(_on_school_day(one, calendar) for one in text.evaluate_on)}
    )
    await _check(text, case, there, house)
    if there is not None and there.status == "active":
        found = await names_in_text(there, text, case_id, house=house)
        hold_back(found, {*looked, *there.names_looked})
    now = house.clock.now()

    def decide(plan: Plan) -> Plan:
        plan.write(text, case_id, base=base, by=by, at=now)
        plan.look_at(looked)
        return plan

    plan_id = there.id if there else plan_id_of(case_id)
    plan = await house.plans.change(
        plan_id, decide, new=lambda: Plan.of(case_id, case.school_id, case.handler_id), by=by
    )
    if plan.status == "active":
        for each in plan.in_force_for:
            await next_evaluation_stands(plan, each, by=by, house=house)
    return plan


async def activate_plan(case_id: str, *, by: str, house: Intake) -> Plan:
    """Put it in force; `Refusal("plan-incomplete")` names each part that is missing.

    Raises `NamesFound` while a linked pupil is named and nobody has looked at it (row R41).
    """
    await _open_case(case_id, house)
    there = await _plan(case_id, house)
    if not there.gaps():
        hold_back(await names_in_plan(there, house=house), there.names_looked)
    now = house.clock.now()

    def decide(plan: Plan) -> Plan:
        plan.activate(by, now)
        return plan

    plan = await house.plans.change(there.id, decide, by=by)
    await after_activation(plan, by=by, house=house)
    return plan


async def join_plan(case_id: str, other_case_id: str, *, by: str, house: Intake) -> None:
    """Let this case's plan cover another case as well; the other must not have a plan of its own."""
    there = await _plan(case_id, house)
    other = await _open_case(other_case_id, house)
    if await plan_of(other.id, house=house) is not None:
        raise Conflict("has-a-plan")
    if other.school_id != there.school_id:
        raise Refusal("invalid", fields={"case_id": "plan-one-school"})
    await house.plans.change(there.id, lambda it: it.join(other.id), by=by)


async def set_measure(
    case_id: str,
    measure_id: str,
    status: MeasureStatus,
    *,
    by: str,
    house: Intake,
    note: str | None = None,
) -> None:
    """A measure has begun, is done, or was stopped."""
    there = await _plan(case_id, house)
    now = house.clock.now()
    await house.plans.change(
        there.id, lambda it: it.set_measure(measure_id, status, by=by, at=now, note=note), by=by
    )


async def _check(text: PlanText, case: Case, there: Plan | None, house: Intake) -> None:
    """Who does it is somebody at the school; whoever stands there already may stay."""
    known = {one.person_id for one in there.measures} if there else set()
    staff = {one.id for one in await house.directory.staff_at(case.school_id)}
    faults = {
        f"measures.{place}.person_id": "not-a-choice"
        for place, one in enumerate(text.measures)
        if one.person_id is not None and one.person_id not in staff | known
    }
    if faults:
        raise Refusal("invalid", fields=faults)


async def _plan(case_id: str, house: Intake) -> Plan:
    found = await plan_of(case_id, house=house)
    if found is None:
        raise Hidden
    return found


async def _open_case(case_id: str, house: Intake) -> Case:
    case = await house.cases.get(case_id)
    if case is None or case.kind == "group":
        raise Hidden
    if case.ended:
        raise Conflict("case-ended")
    return case


def _on_school_day(day: date, calendar: SchoolCalendar) -> date:
    return day if calendar.is_school_day(day) else next_school_day(day, calendar)
