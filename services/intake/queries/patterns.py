"""What comes again over the reports of a school: the same class, place or weekday, never a name (row B13)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from services.intake.domain.report import Report
from services.intake.storage.house import Intake

LOOKED_BACK = timedelta(days=30)
FEWEST = 3
"""A pattern is what at least so many reports have in common; fewer would point at somebody."""
_MOST_REPORTS = 400

Kind = Literal["group", "place", "day"]


@dataclass(frozen=True)
class Pattern:
    """`what`: a group's name, a place's code, or the number of a weekday."""

    kind: Kind
    what: str
    reports: int


async def patterns_at(school_id: str, *, house: Intake) -> list[Pattern]:
    """What the last thirty days have in common, the most frequent first; counted by report, once each."""
    since = house.clock.now() - LOOKED_BACK
    reports = await house.reports.find(
        {"school_id": school_id, "received_at": {"$gte": since}},
        sort=[("received_at", -1)],
        limit=_MOST_REPORTS,
    )
    groups = await _groups(reports, house=house)
    names = {one.listed.group_id: one.name for one in await house.directory.groups_at(school_id)}
    found = [
        *_frequent(
            "group", ((names[one] for one in groups[report.id] if one in names) for report in reports)
        ),
        *_frequent("place", ({one for add in report.additions for one in add.places} for report in reports)),
        *_frequent("day", ({str(day.isoweekday()) for day in _days(report)} for report in reports)),
    ]
    return sorted(found, key=lambda one: (-one.reports, one.kind, one.what))


async def _groups(reports: list[Report], *, house: Intake) -> dict[str, set[str]]:
    pupils = await house.directory.people_by_id(
        sorted({one.pupil_id for report in reports for one in report.cases if one.pupil_id})
    )
    return {
        report.id: {
            group
            for one in report.cases
            if one.pupil_id in pupils
            for group in pupils[one.pupil_id or ""].listed.group_ids
        }
        for report in reports
    }


def _days(report: Report) -> set[date]:
    """The days on which it happened, as far as they were told."""
    return {add.occurred_on for add in report.additions if add.occurred_on}


def _frequent(kind: Kind, of_reports: Iterable[Iterable[str]]) -> list[Pattern]:
    counted = Counter(what for one in of_reports for what in set(one))
    return [Pattern(kind, what, count) for what, count in counted.items() if count >= FEWEST]
