"""Who of the school and the municipality has been in a case, day by day."""

from dataclasses import dataclass
from datetime import date, datetime

from services.intake.storage.house import Intake
from services.intake.storage.projections import SeenRow
from shared.contracts.access import Relation
from shared.directory import Person


@dataclass(frozen=True)
class Visit:
    """One person on one day. `person` is None for somebody who is no longer in the directory."""

    person_id: str
    person: Person | None
    relation: Relation
    day: date
    first_at: datetime


async def who_looked(case_id: str, *, house: Intake) -> list[tuple[date, list[Visit]]]:
    """The days, the newest first; of each day those who were there, in the order in which they came."""
    first: dict[tuple[str, date], SeenRow] = {}
    for row in (await house.seen.looks.find({"case_id": case_id})).values():
        key = (row.person_id, row.day)
        if key not in first or row.first_at < first[key].first_at:
            first[key] = row
    people = await house.directory.people_by_id({person_id for person_id, _ in first})
    days: dict[date, list[Visit]] = {}
    for (person_id, day), row in sorted(first.items(), key=lambda one: one[1].first_at):
        visit = Visit(person_id, people.get(person_id), row.relation, day, row.first_at)
        days.setdefault(day, []).append(visit)
    return sorted(days.items(), reverse=True, key=lambda one: one[0])
