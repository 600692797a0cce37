"""The cases a member of staff may see: what is due first, then the newest, a page at a time.

Only what is shown is opened. What decides the order lies in clear (codes, ids and times), so a page costs
the same with a hundred thousand cases as with a hundred.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from services.intake.domain.case_filter import CaseFilter
from services.intake.domain.course import State
from services.intake.queries.whose_cases import Reach, reach_of, that_may_be_seen
from services.intake.storage.house import Intake
from shared.calendar import end_of_day
from shared.directory import Person

PAGE = 25
MOST_PAGES = 80
DUE_FIRST = 10
DUE_LOOKED_AT = 400
_OPEN_TASKS = 40
NEWEST = (("reported_at", -1), ("number", -1))
"""The number settles what came at the same moment, so that no case falls between two pages."""


@dataclass(frozen=True)
class Listed:
    """One line of the list."""

    id: str
    number: str
    state: State
    school_id: str
    pupil_id: str | None
    handler_id: str | None
    reported_at: datetime
    pupil: Person | None
    group_name: str | None
    school_name: str
    next_due: datetime | None


@dataclass(frozen=True)
class CaseList:
    """One page. `due` stands first, on the first page of a list that does not ask for it by itself."""

    due: Sequence[Listed]
    cases: Sequence[Listed]
    page: int
    more: bool
    more_due: bool = False


async def case_list(person_id: str, wanted: CaseFilter, page: int = 1, *, house: Intake) -> CaseList:
    """One page of the cases that fit; what has an open task due today, or long ago, comes first."""
    page = max(1, min(page, MOST_PAGES))
    reach = await reach_of(person_id, house=house)
    start = (page - 1) * PAGE
    if wanted.due is not None:
        ids = await _due(person_id, reach, wanted, house)
        shown = await lines_of(person_id, await _clear_of(ids[start : start + PAGE], house), house=house)
        return CaseList((), _first_due_first(shown), page, more=len(ids) > start + PAGE)
    rows = await _rows(person_id, reach, wanted, start + PAGE + 1, house)
    shown = await lines_of(person_id, rows[start : start + PAGE], house=house)
    due: list[Listed] = []
    ids = []
    if page == 1 and not wanted.finds and wanted.state == "open":
        ids = await _due(person_id, reach, wanted, house)
        due = _first_due_first(
            await lines_of(person_id, await _clear_of(ids[:DUE_FIRST], house), house=house)
        )
    first = {one.id for one in due}
    rest = [one for one in shown if one.id not in first]
    return CaseList(due, rest, page, more=len(rows) > start + PAGE, more_due=len(ids) > DUE_FIRST)


async def _rows(
    person_id: str, reach: Reach, wanted: CaseFilter, most: int, house: Intake
) -> list[tuple[str, dict[str, Any]]]:
    """The newest that fit, in clear; whether each may be seen is asked of the page alone."""
    narrowed: dict[str, Any] = {"state": {"$in": list(wanted.states)}}
    if wanted.finds:
        narrowed = {"number": wanted.number} if wanted.number else {"pupil_id": {"$in": list(wanted.pupil)}}
    if wanted.mine:
        narrowed["handler_id"] = person_id
    if wanted.finds or wanted.mine:
        if wanted.school:
            narrowed["school_id"] = wanted.school
        return await house.cases.in_clear(narrowed, sort=NEWEST, limit=most)
    schools = [one for one in reach.schools if wanted.school in (None, one)]
    found: list[tuple[str, dict[str, Any]]] = []
    if schools:
        by_duty = {"school_id": {"$in": schools}, **narrowed}
        found += await house.cases.in_clear(by_duty, sort=NEWEST, limit=most)
    if reach.others:
        if wanted.school:
            narrowed["school_id"] = wanted.school
        let_in = {"_id": {"$in": list(reach.others)}, **narrowed}
        found += await house.cases.in_clear(let_in, sort=NEWEST, limit=most)
    return sorted(
        dict(found).items(), key=lambda row: (row[1]["reported_at"], row[1]["number"]), reverse=True
    )[:most]


async def _due(person_id: str, reach: Reach, wanted: CaseFilter, house: Intake) -> list[str]:
    """The cases with a task that is due by the end of today, or of the week; the most urgent first."""
    last = house.today() + timedelta(days=6 if wanted.due == "week" else 0)
    by = {"open": True, "due_at": {"$lte": end_of_day(last)}}
    whose: list[dict[str, Any]] = [{"owner_id": person_id}]
    if not wanted.mine:
        whose.append({"school_id": {"$in": [one for one in reach.schools if wanted.school in (None, one)]}})
    found: dict[str, datetime] = {}
    for store in (house.tasks, house.seen.tasks):
        for one in whose:
            tasks = await store.in_clear({**one, **by}, sort=[("due_at", 1)], limit=DUE_LOOKED_AT)
            for _, clear in tasks:
                case_id, due_at = clear["case_id"], clear["due_at"]
                found[case_id] = min(due_at, found.get(case_id, due_at))
    ids = sorted(found, key=lambda id_: (found[id_], id_))
    if wanted.school or wanted.state not in ("open", "all"):
        kept = dict(await _clear_of(ids, house))
        ids = [
            one
            for one in ids
            if one in kept
            and kept[one]["state"] in wanted.states
            and wanted.school in (None, kept[one]["school_id"])
        ]
    return ids


async def _clear_of(ids: Iterable[str], house: Intake) -> list[tuple[str, dict[str, Any]]]:
    wanted = list(ids)
    return await house.cases.in_clear({"_id": {"$in": wanted}}) if wanted else []


async def lines_of(person_id: str, rows: Sequence[tuple[str, dict[str, Any]]], house: Intake) -> list[Listed]:
    """These cases as lines, without those that this person may not see."""
    seen = await that_may_be_seen(person_id, (id_ for id_, _ in rows), house=house)
    rows = [row for row in rows if row[0] in seen]
    due = await _next_due([id_ for id_, _ in rows], house)
    pupils = await house.directory.people_by_id(one["pupil_id"] for _, one in rows if one["pupil_id"])
    return [
        Listed(
            id=id_,
            number=one["number"],
            state=one["state"],
            school_id=one["school_id"],
            pupil_id=one["pupil_id"],
            handler_id=one.get("handler_id"),
            reported_at=one["reported_at"],
            pupil=pupils.get(one["pupil_id"] or ""),
            group_name=(await house.directory.group(one["group_id"])).name if one["group_id"] else None,
            school_name=(await house.directory.school(one["school_id"])).name,
            next_due=due.get(id_),
        )
        for id_, one in rows
    ]


async def _next_due(case_ids: list[str], house: Intake) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    if not case_ids:
        return found
    asked = {"case_id": {"$in": case_ids}, "open": True}
    for store in (house.tasks, house.seen.tasks):
        for _, clear in await store.in_clear(asked, limit=len(case_ids) * _OPEN_TASKS):
            due_at = clear.get("due_at")
            if due_at is not None and (clear["case_id"] not in found or due_at < found[clear["case_id"]]):
                found[clear["case_id"]] = due_at
    return found


def _first_due_first(lines: Sequence[Listed]) -> list[Listed]:
    far = max((one.next_due for one in lines if one.next_due), default=None)
    return sorted(lines, key=lambda one: (one.next_due is None, one.next_due or far, one.number))
