"""Order: the municipality, or one of its schools, counts a clock otherwise from now on."""

from services.escalation.domain.clock_values import ClockCode, ClockRule
from services.escalation.storage.house import Escalation
from shared.calendar import SchoolCalendar
from shared.errors import Hidden


async def change_values(
    school_id: str | None, code: ClockCode, rule: ClockRule | None, *, by: str, house: Escalation
) -> int:
    """A new edition; running clocks keep what they began with. None goes by the place above again.

    Raises a `Refusal` that names the field where the value could never work, `Hidden` for a school that
    is not there.
    """
    schools = await house.directory.schools.find({})
    if school_id is not None and school_id not in schools:
        raise Hidden
    concerned = [one for key, one in schools.items() if school_id in (None, key)]
    calendars = [SchoolCalendar(frozenset(one.listed.closed_days)) for one in concerned]
    now = house.clock.now()
    return await house.books.change_values(
        lambda book: book.change(school_id, code, rule, by=by, at=now, calendars=calendars), by=by
    )
