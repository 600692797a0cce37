"""How long ended cases are kept, and what keeps one longer (row B15). Nothing here erases by itself.

The municipality sets the years; without a rule for its kind a case is kept (arkivforskrifta § 3 leaves the
period to the municipality unless Nasjonalarkivet demands preservation).
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal

from pydantic import AwareDatetime, Field

from shared.clock import OSLO
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

Kind = Literal["individual", "group", "no_case"]
KINDS: tuple[Kind, ...] = ("individual", "group", "no_case")
RULES = "retention"
MOST_YEARS = 100


class RetentionRules(Aggregate):
    """The municipality's own rules: years after the case ended, by kind."""

    years: dict[Kind, int] = Field(default_factory=dict)
    set_by: str | None = None
    set_at: AwareDatetime | None = None

    def change(self, years: Mapping[Kind, int], by: str, at: datetime) -> None:
        """New rules; the older ones stand in the history."""
        self.years, self.set_by, self.set_at = dict(years), by, at

    def due_on(self, kind: Kind, ended_on: date) -> date | None:
        """From which day such a case may go; None where nothing is decided."""
        years = self.years.get(kind)
        return None if years is None else after_years(ended_on, years)


class Hold(Aggregate):
    """Why a case is kept although its time is up: an appeal, a claim, an archive's wish. Sealed with it."""

    case_id: str
    reason: str
    by: str
    at: AwareDatetime
    lifted_by: str | None = None
    lifted_at: AwareDatetime | None = None

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id, "on": self.lifted_at is None}

    def scope(self) -> str:
        return self.case_id

    def hold(self, reason: str, by: str, at: datetime) -> None:
        """Keep it, for this reason, from now on."""
        self.reason, self.by, self.at = reason, by, at
        self.lifted_by = self.lifted_at = None

    def lift(self, by: str, at: datetime) -> None:
        if self.lifted_at is None:
            self.lifted_by, self.lifted_at = by, at


def hold_id_of(case_id: str) -> str:
    return derived_id("hold", case_id)


def kind_of(kind: Literal["individual", "group"], state: str) -> Kind:
    """By which rule a case goes: what was assessed to be no case has one of its own."""
    return "no_case" if state == "no_case" else kind


def after_years(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def day_of(moment: datetime) -> date:
    return moment.astimezone(OSLO).date()
