"""Every open promise at a school, for whoever takes it over: what, to whom, by when, in whose name (P9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from services.intake.domain.case import Case
from services.intake.domain.case_filter import OPEN
from services.intake.queries.whose_cases import that_may_be_seen
from services.intake.storage.house import Intake
from services.intake.storage.projections import TaskRow
from shared.directory import Person

MOST_PROMISES = 300
MOST_MET = 50


@dataclass(frozen=True)
class Promise:
    """One thing that somebody at the school has said would be done."""

    task: TaskRow
    case: Case
    pupil: Person | None
    owner: Person | None
    about: Person | None
    due_at: datetime | None
    of_former: bool
    """Whether the one whose name it stands under leads the school no more."""


@dataclass(frozen=True)
class Meeting:
    """A child whom an adult is to meet."""

    case: Case
    pupil: Person | None
    adult: Person | None
    colleague: Person | None
    at: datetime


@dataclass(frozen=True)
class Promises:
    promises: Sequence[Promise]
    met: Sequence[Meeting]
    more: bool


async def promises_at(school_id: str, person_id: str, *, house: Intake) -> Promises:
    """What is still owed, the most urgent first, as far as this person may see the cases."""
    rows, more = await _open_tasks(school_id, house)
    meeting = {"school_id": school_id, "adults.0": {"$exists": True}, "state": {"$in": list(OPEN)}}
    cards = await house.cases.find(meeting, sort=[("reported_at", -1)], limit=MOST_MET)
    seen = await that_may_be_seen(
        person_id, [*(row.case_id for row in rows), *(one.id for one in cards)], house=house
    )
    rows = [row for row in rows if row.case_id in seen]
    cases = {one.id: one for one in await house.cases.find({"_id": {"$in": [r.case_id for r in rows]}})}
    today = house.today()
    waiting = [
        (case, card)
        for case in cards
        if case.id in seen
        for card in case.cards
        if card.waits and card.day >= today
    ]
    named = {row.owner_id for row in rows} | {row.about_person_id or "" for row in rows}
    named |= {one.pupil_id or "" for one in [*cases.values(), *(case for case, _ in waiting)]}
    named |= {id_ for _, card in waiting for id_ in (card.adult_id, card.colleague_id)}
    people = await house.directory.people_by_id(sorted(named - {""}))
    leading = {one.id for one in await house.directory.leaders_of(school_id, today)}
    former = {one.id for one in await house.listed.leadership_of(school_id)} - leading
    promises = [
        Promise(
            task=row,
            case=cases[row.case_id],
            pupil=people.get(cases[row.case_id].pupil_id or ""),
            owner=people.get(row.owner_id),
            about=people.get(row.about_person_id or ""),
            due_at=row.due_at,
            of_former=row.owner_id in former,
        )
        for row in rows
        if row.case_id in cases
    ]
    met = [
        Meeting(
            case=case,
            pupil=people.get(case.pupil_id or ""),
            adult=people.get(card.adult_id),
            colleague=people.get(card.colleague_id),
            at=card.starts_at,
        )
        for case, card in waiting
    ]
    return Promises(promises, sorted(met, key=lambda one: one.at), more)


async def _open_tasks(school_id: str, house: Intake) -> tuple[list[TaskRow], bool]:
    asked = {"school_id": school_id, "open": True}
    found: list[TaskRow] = []
    for due in ({"$ne": None}, None):
        query, order = {**asked, "due_at": due}, "opened_at" if due is None else "due_at"
        own = await house.tasks.find(query, sort=[(order, 1)], limit=MOST_PROMISES)
        found += [
            TaskRow(task_id=one.id, is_open=True, **one.model_dump(exclude={"id", "heard"})) for one in own
        ]
        others = await house.seen.tasks.find(query, sort=[(order, 1)], limit=MOST_PROMISES)
        found += others.values()
    found.sort(key=lambda row: (row.due_at is None, row.due_at, row.opened_at, row.task_id))
    return found[:MOST_PROMISES], len(found) > MOST_PROMISES
