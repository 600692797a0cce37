"""Orders about how long cases are kept: rules, holds, and that a case is to be gone (rows B6, B15)."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.intake.domain.case import Case
from services.intake.domain.erasure import Erasure, Ground, erasure_id_of
from services.intake.domain.retention import RULES, Hold, Kind, RetentionRules, hold_id_of, kind_of
from services.intake.queries.disposal import companions, hold_on, rules_of
from services.intake.storage.house import Intake, access_id_of
from shared.errors import Conflict, Hidden


async def set_rules(years: Mapping[Kind, int], *, by: str, house: Intake) -> None:
    """From now on cases of these kinds may go so many years after they ended; a kind left out is kept."""
    now = house.clock.now()
    await house.retention.change(
        RULES, lambda rules: rules.change(years, by, now), new=lambda: RetentionRules(id=RULES), by=by
    )


async def hold_case(case_id: str, reason: str, *, by: str, house: Intake) -> None:
    """Keep the case, whatever the rules say, until somebody lifts it."""
    if await house.cases.get(case_id) is None:
        raise Hidden
    now = house.clock.now()
    new = Hold(id=hold_id_of(case_id), case_id=case_id, reason=reason, by=by, at=now)
    await house.holds.change(new.id, lambda hold: hold.hold(reason, by, now), new=lambda: new, by=by)


async def lift_hold(case_id: str, *, by: str, house: Intake) -> None:
    now = house.clock.now()
    await house.holds.change(hold_id_of(case_id), lambda hold: hold.lift(by, now), by=by)


@dataclass(frozen=True)
class OrderErasure:
    """`number` is typed by hand: whoever orders says once more which case is meant."""

    case_id: str
    number: str
    ground: Ground
    by: str


async def order_erasure(command: OrderErasure, *, house: Intake) -> str:
    """Have the case, and those with papers in common, erased in all four services; the order's id.

    Refused where a case has not ended, is held, or (on the ground of the rules) its time is not up. Ordered
    again it is the same order: what was cut short goes on.
    """
    order_id = erasure_id_of(command.case_id)
    if await house.erasures.get(order_id) is not None:
        return order_id
    case = await _case(command.case_id, house)
    if command.number.strip() != case.number:
        raise Conflict("number-differs", fields={"number": "number-differs"})
    together = [case, *[await _case(one, house) for one in await companions(case.id, house=house)]]
    for one in together:
        await _may_go(one, command.ground, house)
    for one in together:
        order = Erasure(
            id=erasure_id_of(one.id),
            of=one.id,
            number=one.number,
            school_id=one.school_id,
            ground=command.ground,
            ordered_by=command.by,
            ordered_at=house.clock.now(),
        )
        await house.erasures.add(order.ordered(), by=command.by)
    return order_id


async def end_access(case_id: str, *, house: Intake) -> None:
    """Nobody may see it from now on, and on Kafka its last snapshot names nobody."""
    if await house.access.get(access_id_of(case_id)) is not None:
        await house.access.change(access_id_of(case_id), lambda access: access.end())


async def _case(case_id: str, house: Intake) -> Case:
    found = await house.cases.get(case_id)
    if found is None:
        raise Hidden
    return found


async def _may_go(case: Case, ground: Ground, house: Intake) -> None:
    if not case.ended or case.ended_at is None:
        raise Conflict("case-not-over")
    if await hold_on(case.id, house=house) is not None:
        raise Conflict("case-held")
    if ground == "retention":
        rules = await rules_of(house)
        due = rules.due_on(kind_of(case.kind, case.state), case.ended_at.date())
        if due is None or due > house.today():
            raise Conflict("case-not-due")
