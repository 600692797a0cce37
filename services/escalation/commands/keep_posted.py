"""The home is kept posted: after each contact the next one has its time, in the agreed rhythm (R25, C7)."""

from collections.abc import Callable
from datetime import datetime

from services.escalation.commands.start_clock import start_clock
from services.escalation.domain.clock import Clock
from services.escalation.domain.clock_values import ClockCode, ClockRule
from services.escalation.domain.rhythm import Rhythm
from services.escalation.domain.term import Term
from services.escalation.storage.case_facts import CaseFact
from services.escalation.storage.house import Escalation
from shared.calendar import SchoolCalendar, add_school_days
from shared.errors import Hidden, NotYet


async def keep_posted(case_id: str, *, house: Escalation) -> None:
    """Start the clock that runs from the latest contact known, or from when the case came; repeatable."""
    case = await house.cases.get(case_id)
    if case is None or case.kind != "individual":
        return
    known = await house.happenings.in_case(case_id, "contact", "talk", "end")
    latest = max((one.at for one in known if one.kind != "end"), default=case.reported_at)
    start = max(latest, case.reported_at)
    if any(one.kind == "end" and not one.withdrawn and one.at <= start for one in known):
        return  # who is rung after the case has ended is not owed another call by it
    rule = (await house.books.values(case.school_id)).rules[ClockCode.UPDATE]
    clock = Clock.start(
        subject_id=case_id,
        code=ClockCode.UPDATE,
        case_id=case_id,
        school_id=case.school_id,
        term=await _term(case, start, house),
        rule=rule,
        at=start,
        key=f"{case_id}:{start.isoformat()}",
        owner_id=case.handler_id,
    )
    await start_clock(clock, house=house)


async def agree_rhythm(case_id: str, school_days: int | None, *, by: str, house: Escalation) -> None:
    """Agree another rhythm with the family; the time that runs now is counted anew, unless it is broken."""
    now = house.clock.now()
    await house.rhythms.change(
        Rhythm.id_for(case_id),
        lambda it: it.agree(school_days, by=by, at=now),
        new=lambda: Rhythm.of(case_id),
        by=by,
    )
    case = await house.cases.get(case_id)
    if case is None:
        return
    rule = (await house.books.values(case.school_id)).rules[ClockCode.UPDATE]
    running = {"case_id": case_id, "code": str(ClockCode.UPDATE), "state": "running"}
    for clock in await house.clocks.find(running):
        term = await _term(case, clock.term.start, house)
        await house.clocks.change(clock.id, _counted_anew(term, rule, now), by=by)


def _counted_anew(term: Term, rule: ClockRule, now: datetime) -> Callable[[Clock], None]:
    return lambda clock: clock.count_anew(term, rule, now)


async def _term(case: CaseFact, start: datetime, house: Escalation) -> Term:
    values = await house.books.values(case.school_id)
    calendar = await _calendar(case.school_id, house)
    agreed = await house.rhythms.get(Rhythm.id_for(case.case_id))
    if agreed is None or agreed.school_days is None:
        return values.term(ClockCode.UPDATE, start, calendar=calendar)
    return Term.counted(
        add_school_days(start, agreed.school_days, calendar), values_version=None, values_place="agreed"
    )


async def _calendar(school_id: str, house: Escalation) -> SchoolCalendar:
    try:
        school = await house.directory.school(school_id)
    except Hidden:
        raise NotYet(school_id) from None
    return SchoolCalendar(frozenset(school.listed.closed_days))
