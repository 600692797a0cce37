"""When a letter waits for a better hour: no mail at night, on Sundays and holidays, or while school is out.

Only what can wait does: acute letters never, and no letter whose use would end in the quiet. Our own
defaults, which a municipality may change; no law asks for them.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from services.notify.domain.kinds import Calm
from shared.calendar import SchoolCalendar, public_holiday
from shared.clock import OSLO

_SUNDAY = 6
# A summer without school days is about eight weeks; a calendar that never opens must not loop for ever.
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From this hour in the evening until this one in the morning, in Oslo; equal hours: never."""

    begins: int = 21
    ends: int = 7

    @property
    def never(self) -> bool:
        return self.begins == self.ends

    def holds_at(self, hour: int) -> bool:
        if self.begins > self.ends:
            return hour >= self.begins or hour < self.ends
        return self.begins <= hour < self.ends


def rests_until(
    calm: Calm, now: datetime, *, useless_after: datetime, hours: QuietHours, school: SchoolCalendar
) -> datetime | None:
    """The first better moment; None when it may go now, or would be of no use then."""
    if calm == "never" or hours.never:
        return None
    here = now.astimezone(OSLO)
    if not hours.holds_at(here.hour) and _calm_day(calm, here, school):
        return None
    morning = _next_morning(here, hours)
    for _ in range(_LONGEST):
        if morning >= useless_after:
            return None
        if _calm_day(calm, morning, school):
            return morning
        morning = _next_morning(morning, hours)
    return None


def _calm_day(calm: Calm, moment: datetime, school: SchoolCalendar) -> bool:
    """Whether a letter may go on that day at all."""
    day = moment.date()
    if calm == "holidays":
        return school.is_school_day(day)
    return day.weekday() != _SUNDAY and public_holiday(day) is None


def _next_morning(moment: datetime, hours: QuietHours) -> datetime:
    morning = datetime.combine(moment.date(), time(hours.ends), OSLO)
    return (
        morning
        if morning > moment
        else datetime.combine(moment.date() + timedelta(days=1), time(hours.ends), OSLO)
    )
