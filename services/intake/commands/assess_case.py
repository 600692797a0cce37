"""Orders of leadership: a case, no case, or another school's case (rows R2, P5)."""

from collections.abc import Collection

from services.intake.commands.follow_course import after_end, after_move
from services.intake.domain.case import Case
from services.intake.domain.course_parts import Assessment, Move
from services.intake.queries.name_check import hold_back_from_family
from services.intake.storage.handlers import handler_of
from services.intake.storage.house import Intake
from shared.errors import Hidden, Refusal


async def assess_case(case_id: str, text: str | None, *, by: str, house: Intake) -> None:
    """It is a case: what leadership makes of it, in words or not; then it is found out about."""
    assessment = Assessment(outcome="case", text=text, by=by, at=house.clock.now())
    await house.cases.change(case_id, lambda it: it.assess(assessment), by=by)


async def find_no_case(
    case_id: str,
    reason: str | None,
    answer: str | None,
    *,
    by: str,
    house: Intake,
    looked: Collection[str] = (),
) -> None:
    """There is nothing in it: why, kept at school, and an answer that whoever told it reads.

    Raises `NamesFound` for a linked pupil's name in the answer that is not among what was `looked` at.
    """
    there = await house.cases.get(case_id)
    if there is None:
        raise Hidden
    await hold_back_from_family(there, {"answer": answer}, looked, house=house)
    assessment = Assessment(outcome="no_case", text=reason, answer=answer, by=by, at=house.clock.now())

    def decide(case: Case) -> Case:
        case.assess(assessment)
        return case

    case = await house.cases.change(case_id, decide, by=by)
    await after_end(case, by=by, house=house)


async def move_case(case_id: str, school_id: str, reason: str, *, by: str, house: Intake) -> None:
    """The case belongs to another school: that school's leader handles it from now on, and sees it alone."""
    there = await house.cases.get(case_id)
    if there is None:
        raise Hidden
    try:
        await house.directory.school(school_id)
        pupils = [await house.directory.person(there.pupil_id)] if there.pupil_id else []
        handler = await handler_of(
            house.directory,
            school_id,
            house.today(),
            pupils,
            implicated=there.implicated,
            led_by=there.led_by,
        )
    except Hidden:
        raise Refusal("invalid", fields={"school_id": "unknown-school"}) from None
    now = house.clock.now()

    def decide(case: Case) -> Case:
        move = Move(
            from_school_id=case.school_id,
            to_school_id=school_id,
            from_handler_id=case.handler_id,
            reason=reason,
            by=by,
            at=now,
        )
        case.move(move, handler.id)
        return case

    case = await house.cases.change(case_id, decide, by=by)
    await after_move(case, by=by, house=house)
