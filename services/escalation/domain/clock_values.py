"""How long each clock runs: the municipality's own values, typed and versioned, with the product's defaults.

Every value here is a *target* that a municipality sets (basis `target`). The one case-handling period of
the law's chapter 12, the week of § 12-6, is no clock of ours: it is shown beside them, in both readings
(`shared.calendar.section_12_6_dates`), and nothing here can change or pause it.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from services.escalation.domain.term import Basis, Term
from shared.calendar import (
    Counting,
    SchoolCalendar,
    add_calendar_days,
    add_school_days,
    add_working_days,
    is_working_day,
)
from shared.clock import OSLO

_REMIND_AT = time(8)
_SHORTLY_BEFORE = timedelta(hours=1)

Tell = Literal["owner", "leader", "deputy", "school_owner"]
ValuesPlace = Literal["default", "municipality", "school"]
"""Whose value it is: the product's, the municipality's own, or the school's where it differs."""


class ClockCode(StrEnum):
    """Which clock. C1–C11 are the domain's own; the others watch a word that somebody has given."""

    CONTACT = "C1"
    FIRST_MEETING = "C2"
    MINUTES = "C3"
    NEXT_MEETING = "C4"
    PLAN = "C5"
    EVALUATION = "C6"
    UPDATE = "C7"
    STAFF_OFFENDS = "C8"
    ACKNOWLEDGE = "C9"
    GROUP_INVITATION = "C10"
    ABSENT_INFORMED = "C11"
    ANSWER = "answer"
    PROMISE = "promise"
    DECISION = "decision"
    NEXT_ACTION = "next-action"
    DEVIATION = "deviation"


class StepRule(BaseModel):
    """Whom an unkept clock is told to, and how many working days after it was due."""

    model_config = ConfigDict(frozen=True)

    tell: Tell
    after_working_days: int = Field(default=0, ge=0)


class ClockRule(BaseModel):
    """One clock's value. `days` has more than one number where the clock comes back (C6: 1, 2, 4 weeks)."""

    model_config = ConfigDict(frozen=True)

    counting: Counting | None = None
    days: tuple[int, ...] = ()
    hours: int = Field(default=0, ge=0)
    basis: Basis = "target"
    remind_working_days_before: int = Field(default=0, ge=0)
    remind_at_once: bool = False
    """Whether it is said when the clock starts: somebody else has set it going, and it must not wait."""
    steps: tuple[StepRule, ...] = (StepRule(tell="leader"),)

    @model_validator(mode="after")
    def _can_be_counted(self) -> Self:
        if any(days < 0 for days in self.days):
            raise ValueError("negative-days")
        if bool(self.days) != (self.counting is not None):
            raise ValueError("days-without-counting")
        if not self.steps:
            raise ValueError("no-steps")
        after = [step.after_working_days for step in self.steps]
        if after != sorted(after):
            raise ValueError("steps-out-of-order")
        return self


class ClockValues(BaseModel):
    """All clocks of a municipality, as one version. A running clock keeps the version it started with."""

    model_config = ConfigDict(frozen=True)

    version: int = 1
    rules: Mapping[ClockCode, ClockRule]
    places: Mapping[ClockCode, ValuesPlace] = {}

    def term(
        self, code: ClockCode, start: datetime, *, calendar: SchoolCalendar | None = None, turn: int = 0
    ) -> Term:
        """When the clock is due that starts then; school days need the school's calendar."""
        rule = self.rules[code]
        whose = self.places.get(code, "default")
        if not rule.days:
            return Term(
                start=start,
                due_at=start + timedelta(hours=rule.hours),
                basis=rule.basis,
                values_version=self.version,
                values_place=whose,
            )
        days = rule.days[min(turn, len(rule.days) - 1)]
        match rule.counting:
            case Counting.SCHOOL_DAYS:
                deadline = add_school_days(start, days, calendar or SchoolCalendar())
            case Counting.CALENDAR_DAYS:
                deadline = add_calendar_days(start, days)
            case _:
                deadline = add_working_days(start, days)
        return Term.counted(deadline, basis=rule.basis, values_version=self.version, values_place=whose)


def remind_at(term: Term, working_days_before: int = 0) -> datetime | None:
    """When the one who promised is reminded: at eight on the day itself, or that many working days before.

    A promise for a moment within the day is reminded of an hour before. None where that would be before
    the clock started: nobody is reminded of what they just said.
    """
    day = _working_days_before(term.due_at.astimezone(OSLO).date(), working_days_before)
    found = datetime.combine(day, _REMIND_AT, OSLO)
    if found <= term.start:
        found = (term.due_at - _SHORTLY_BEFORE).replace(microsecond=0)
    return found if term.start < found < term.due_at else None


def _working_days_before(day: date, count: int) -> date:
    while count:
        day -= timedelta(days=1)
        count -= is_working_day(day)
    return day


_WORKING, _SCHOOL = Counting.WORKING_DAYS, Counting.SCHOOL_DAYS
_FIRST_THE_ONE_WHO_PROMISED = (StepRule(tell="owner"), StepRule(tell="deputy", after_working_days=1))

DEFAULT_VALUES = ClockValues(
    version=1,
    rules={
        ClockCode.CONTACT: ClockRule(counting=_WORKING, days=(1,)),
        ClockCode.FIRST_MEETING: ClockRule(counting=_WORKING, days=(2,)),
        ClockCode.MINUTES: ClockRule(counting=_WORKING, days=(2,)),
        ClockCode.NEXT_MEETING: ClockRule(counting=_SCHOOL, days=(10,), remind_working_days_before=2),
        ClockCode.PLAN: ClockRule(counting=_WORKING, days=(5,), remind_working_days_before=1),
        ClockCode.EVALUATION: ClockRule(counting=_SCHOOL, days=(5, 10, 20), remind_working_days_before=1),
        ClockCode.UPDATE: ClockRule(counting=_SCHOOL, days=(5,)),
        ClockCode.STAFF_OFFENDS: ClockRule(hours=2, remind_at_once=True),
        ClockCode.ACKNOWLEDGE: ClockRule(counting=_WORKING, days=(1,)),
        ClockCode.GROUP_INVITATION: ClockRule(counting=Counting.CALENDAR_DAYS, days=(7,)),
        ClockCode.ABSENT_INFORMED: ClockRule(counting=_WORKING, days=(1,)),
        ClockCode.ANSWER: ClockRule(counting=_WORKING, days=(1,), steps=_FIRST_THE_ONE_WHO_PROMISED),
        ClockCode.PROMISE: ClockRule(counting=_WORKING, days=(1,), steps=_FIRST_THE_ONE_WHO_PROMISED),
        # Undecided: the one who decides is reminded twice, then the owner learns that a suggestion waits.
        ClockCode.DECISION: ClockRule(
            counting=_WORKING,
            days=(1,),
            steps=(
                StepRule(tell="owner"),
                StepRule(tell="owner", after_working_days=1),
                StepRule(tell="school_owner", after_working_days=2),
            ),
        ),
        # The one deadline of a law among these (GDPR art. 33): nobody changes it, and nothing pauses it.
        ClockCode.DEVIATION: ClockRule(
            hours=72, basis="statutory", remind_at_once=True, steps=(StepRule(tell="school_owner"),)
        ),
        ClockCode.NEXT_ACTION: ClockRule(counting=_WORKING, days=(1,), steps=(StepRule(tell="owner"),)),
    },
)
