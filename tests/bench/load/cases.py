"""A hundred thousand cases in some minutes: the very documents that intake's stores would have written.

Commands write one document after another and say events that nobody here hears. These go in by the thousand,
sealed by the same keys and with the same clear fields, so that a page reads them as it reads any other.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from services.intake.commands.open_case import cases_of, first_tasks
from services.intake.domain.access import Access
from services.intake.domain.case import Case
from services.intake.domain.directory_entry import ListedPerson
from services.intake.domain.grants import home_grants, staff_grants
from services.intake.domain.report import ChildsCase, Report
from services.intake.storage.house import Intake, access_id_of
from services.intake.storage.projections import TimelineRow
from shared.contracts.envelope import Heard
from shared.identifiers import new_id
from shared.storage.aggregate import Aggregate
from shared.storage.projection import Row
from shared.storage.store import Store, _place
from tests.bench.load.people import Guardian, directory, leader_of

AT_ONCE = 2000
LINES = 12
"""Lines on the timeline of each case whose page is shown."""
DUE_TODAY = 50
"""One in so many has something due today; the rest is due in the weeks to come."""


class Seeder:
    """Fills one house."""

    def __init__(self, house: Intake) -> None:
        self._house = house
        self._keys = house.cases._keys
        self._people = {one.id: one for one in directory().people}
        self._leading: dict[str, list[ListedPerson]] = {}

    async def list_everybody(self) -> None:
        """The directory, as its owner keeps it and as every page reads it."""
        entries, house = directory(), self._house
        at = datetime.now(UTC).isoformat()

        def heard(entry: Any) -> Heard[Any]:
            listed, words = entry.says()
            return Heard(listed, f"{entry.id}:1", entry.id, 1, at, words=words)

        await house.directory.when_schools_listed([heard(one) for one in entries.schools])
        await house.directory.when_groups_listed([heard(one) for one in entries.groups])
        await house.directory.when_rooms_listed([heard(one) for one in entries.rooms])
        await house.directory.when_people_listed([heard(one) for one in entries.people])
        await self._insert(house.listed.people, list(entries.people))

    async def cases(self, people: Sequence[Guardian], count: int) -> list[tuple[str, str]]:
        """That many cases, the newest first; the id and school of each."""
        made: list[tuple[str, str]] = []
        for start in range(0, count, AT_ONCE):
            numbers = range(start, min(count, start + AT_ONCE))
            reports = [_report(people[number % len(people)], number) for number in numbers]
            cases = [case for report in reports for case in cases_of(report)]
            await self._insert(self._house.reports, reports)
            await self._insert(self._house.cases, cases)
            await self._insert(self._house.access, [self._access(one) for one in cases])
            tasks = [task for number, one in zip(numbers, cases, strict=True) for task in _tasks(one, number)]
            await self._insert(self._house.tasks, tasks)
            made += [(one.id, one.school_id) for one in cases]
        return made

    async def tell_of(self, case_ids: Iterable[str]) -> None:
        """What has been said of these cases, as their pages show it."""
        at = datetime.now(UTC)
        rows = [
            Row(
                f"{case_id}:{number}",
                1,
                TimelineRow(id=f"{case_id}:{number}", case_id=case_id, type="fact-recorded", at=at),
                {"case_id": case_id, "type": "fact-recorded", "at": at},
                case_id,
            )
            for case_id in case_ids
            for number in range(LINES)
        ]
        await self._house.seen.timeline.put(rows)

    def _access(self, case: Case) -> Access:
        pupil = self._people[case.pupil_id or ""]
        leadership = self._leading.setdefault(case.school_id, list(self._leaders(case.school_id)))
        groups = pupil.listed.group_ids
        grants = [*staff_grants(case.school_id, leadership, [], groups), *home_grants(pupil)]
        return Access(
            id=access_id_of(case.id),
            case_id=case.id,
            school_id=case.school_id,
            pupil_id=case.pupil_id,
            grants=tuple(grants),
            through=(pupil.id,),
        )

    def _leaders(self, school_id: str) -> Iterator[ListedPerson]:
        for one in self._people.values():
            if any(d.role in ("rektor", "deputy") and d.school_id == school_id for d in one.listed.duties):
                yield one

    async def _insert(self, store: Store[Any], aggregates: Sequence[Aggregate]) -> None:
        """As a first write leaves it once the relay has been there: no event waits."""
        await self._keys.ensure(one.scope() for one in aggregates)
        rows = []
        for one in aggregates:
            one.recorded().clear()
            cipher = self._keys.opened(one.scope()) or await self._keys.cipher(one.scope())
            body = cipher.seal(one.model_dump_json().encode(), _place(store.name, one.id, 1))
            rows.append(
                {
                    "_id": one.id,
                    "seq": 1,
                    "k": one.scope(),
                    "tip": b"",
                    "m": store._shape,
                    "c": dict(one.clear()),
                    "body": body,
                    "ob": [],
                }
            )
        await store.collection.insert_many(rows, ordered=False)


def _report(guardian: Guardian, number: int) -> Report:
    at = datetime.now(UTC) - timedelta(minutes=number)
    return Report(
        id=new_id("report"),
        school_id=guardian.school_id,
        told_as="guardian",
        channel="form",
        reporter_id=guardian.person_id,
        entered_by=guardian.person_id,
        text="Hun kommer hjem og vil ikke si hvorfor.",
        cases=(ChildsCase(case_id=new_id("case"), number=f"2026-{number:06d}", pupil_id=guardian.pupil_id),),
        handler_id=leader_of(guardian.school_id),
        received_at=at,
        contact_by=at + timedelta(days=1),
    )


def _tasks(case: Case, number: int) -> list[Any]:
    """What was to be done first has been; what remains is due some day, now and then today."""
    day = timedelta(days=0 if number % DUE_TODAY == 0 else 1 + number % 30)
    due = datetime.now(UTC) + day
    return [task.model_copy(update={"due_at": due}) for task in first_tasks(case) if task.due_at is None]
