"""What the reactions that start clocks share: a clock from an event, by the municipality's values."""

from datetime import datetime
from typing import Any

from services.escalation.commands.start_clock import start_clock
from services.escalation.domain.clock import Clock
from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.term import Term
from services.escalation.storage.house import Escalation
from shared.calendar import Counting, SchoolCalendar
from shared.contracts.envelope import CaseEvent
from shared.errors import Hidden, NotYet


async def start(
    code: ClockCode, event: CaseEvent, term: Term, *, subject_id: str, house: Escalation, **more: Any
) -> str:
    """Start the clock of this code for an event of a case; the clock's id."""
    values = await house.books.values(event.school_id)
    clock = Clock.start(
        subject_id=subject_id,
        code=code,
        case_id=event.case_id,
        school_id=event.school_id,
        term=term,
        rule=values.rules[code],
        at=event.at,
        **more,
    )
    await start_clock(clock, house=house)
    return clock.id


async def term_for(code: ClockCode, event: CaseEvent, start: datetime, house: Escalation) -> Term:
    """When a clock of this code is due that starts then, by the values of the event's school."""
    values = await house.books.values(event.school_id)
    in_school_days = values.rules[code].counting is Counting.SCHOOL_DAYS
    calendar = await school_calendar(event.school_id, house) if in_school_days else None
    return values.term(code, start, calendar=calendar)


async def as_promised(
    code: ClockCode, event: CaseEvent, start: datetime, due_at: datetime, house: Escalation
) -> Term:
    """The term that somebody has told people, with the rule that explains it where it is that rule's."""
    counted = await term_for(code, event, start, house)
    return counted if counted.due_at == due_at else Term.promised(start, due_at)


async def school_calendar(school_id: str, house: Escalation) -> SchoolCalendar:
    """The school's closed days; waits for the school rather than counting without them."""
    try:
        school = await house.directory.school(school_id)
    except Hidden:
        raise NotYet(school_id) from None
    return SchoolCalendar(frozenset(school.listed.closed_days))
