"""The municipality's own clock values: every change is a new edition, and no edition is ever rewritten.

A school may differ from the municipality, clock by clock. All editions share one row of numbers, so that
"version 3" means one thing to everybody; version 1 is the product's own defaults.
"""

from collections.abc import Iterable, Mapping

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.escalation.domain.clock_values import (
    DEFAULT_VALUES,
    ClockCode,
    ClockRule,
    ClockValues,
    ValuesPlace,
)
from shared.calendar import CalendarNeverOpens, Counting, SchoolCalendar, add_school_days
from shared.errors import Refusal
from shared.storage.aggregate import Aggregate

BOOK_ID = "values"
MOST_DAYS = 90

IN_HOURS = frozenset({ClockCode.STAFF_OFFENDS})
"""Somebody's safety: counted in hours, which no calendar can stop."""
NEVER_SLEEP = frozenset(
    {ClockCode.CONTACT, ClockCode.FIRST_MEETING, ClockCode.PLAN, ClockCode.ACKNOWLEDGE, ClockCode.ANSWER}
)
"""These run on through the school's holidays, against the duty rota: school days cannot count them."""


class Edition(BaseModel):
    """What one place goes by from one moment on, where it differs from the place above it."""

    model_config = ConfigDict(frozen=True)

    version: int
    school_id: str | None = None
    rules: Mapping[ClockCode, ClockRule]
    by: str
    at: AwareDatetime


class ValueBook(Aggregate):
    editions: list[Edition] = Field(default_factory=list)

    @classmethod
    def empty(cls) -> "ValueBook":
        return cls(id=BOOK_ID)

    @property
    def version(self) -> int:
        return self.editions[-1].version if self.editions else DEFAULT_VALUES.version

    def own_rules(self, school_id: str | None) -> Mapping[ClockCode, ClockRule]:
        """Where this place differs from the one above it, as it is now."""
        edition = self._latest(school_id)
        return edition.rules if edition else {}

    def values(self, school_id: str | None = None) -> ClockValues:
        """What a school goes by now: its own, else the municipality's, else the defaults."""
        rules, places = dict(DEFAULT_VALUES.rules), dict[ClockCode, ValuesPlace]()
        version = DEFAULT_VALUES.version
        above: tuple[tuple[str | None, ValuesPlace], ...] = ((None, "municipality"),)
        for place, named in (*above, (school_id, "school")) if school_id else above:
            edition = self._latest(place)
            if edition is not None:
                rules |= edition.rules
                places |= dict.fromkeys(edition.rules, named)
                version = max(version, edition.version)
        return ClockValues(version=version, rules=rules, places=places)

    def change(
        self,
        school_id: str | None,
        code: ClockCode,
        rule: ClockRule | None,
        *,
        by: str,
        at: AwareDatetime,
        calendars: Iterable[SchoolCalendar] = (),
    ) -> int:
        """Set one clock's value, or (None) go by the place above again; the version that counts now."""
        rules = dict(self.own_rules(school_id))
        if rule is None:
            rules.pop(code, None)
        else:
            refuse_unworkable(code, rule, at=at, calendars=calendars)
            rules[code] = rule
        if rules != dict(self.own_rules(school_id)):
            edition = Edition(version=self.version + 1, school_id=school_id, rules=rules, by=by, at=at)
            self.editions.append(edition)
        return self.version

    def _latest(self, school_id: str | None) -> Edition | None:
        return next((one for one in reversed(self.editions) if one.school_id == school_id), None)


def refuse_unworkable(
    code: ClockCode, rule: ClockRule, *, at: AwareDatetime, calendars: Iterable[SchoolCalendar] = ()
) -> None:
    """Raise a refusal that names the field and the reason where a value could never work."""
    if code in IN_HOURS and rule.counting is not None:
        raise _refused("days", "safety-in-hours")
    if code in NEVER_SLEEP and rule.counting is Counting.SCHOOL_DAYS:
        raise _refused("counting", "never-sleeps")
    if any(days > MOST_DAYS for days in rule.days):
        raise _refused("days", "too-many-days")
    if len(rule.days) > 1 and code is not ClockCode.EVALUATION:
        raise _refused("days", "one-number")
    if list(rule.days) != sorted(set(rule.days)):
        raise _refused("days", "days-out-of-order")
    if rule.counting is Counting.SCHOOL_DAYS:
        for calendar in calendars:
            try:
                add_school_days(at, max(rule.days), calendar)
            except CalendarNeverOpens:
                raise _refused("counting", "no-school-day") from None


def _refused(field: str, code: str) -> Refusal:
    return Refusal(code, fields={field: code})
