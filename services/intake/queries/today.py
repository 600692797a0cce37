"""What a member of staff has to do, from all four services: ring, meet, write, and decide (row P8)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from services.intake.domain.case import Case
from services.intake.domain.case_filter import OPEN
from services.intake.domain.case_parts import Card
from services.intake.queries.whose_cases import LEADING, schools_led_by, that_may_be_seen
from services.intake.storage.house import Intake
from services.intake.storage.projections import TaskRow
from shared.directory import Person

MOST_TASKS = 300
MOST_CARDS = 50


@dataclass(frozen=True)
class Todo:
    """One task with what is shown beside it."""

    task: TaskRow
    case: Case | None
    pupil: Person | None
    group_name: str | None
    about: Person | None
    due_at: datetime | None
    owner: Person | None = None

    @property
    def is_ours(self) -> bool:
        return self.task.code in ("contact-reporter", "contact-home", "ring-asked")


@dataclass
class Today:
    tasks: list[Todo] = field(default_factory=list)
    cards: list[tuple[Case, Card]] = field(default_factory=list)
    """Cards of today and tomorrow on which this person is the adult or the colleague."""


async def today_of(person_id: str, *, house: Intake, most: int = MOST_TASKS) -> Today:
    """Most urgent first: what is overdue, then by when it is due, then what has no time.

    At most so many of each service, with a time and without: nobody does a thousand in a day.
    """
    rows = await _rows(await _owners(person_id, house), house, most)
    rows += await _taken_over(person_id, house)
    rows = await _those_that_may_be_seen(rows, person_id, house)
    cases = {one.id: one for one in await house.cases.find({"_id": {"$in": [row.case_id for row in rows]}})}
    people = await house.directory.people_by_id(_mentioned(rows, cases.values()))
    promised = await _due_by_clock([row.case_id for row in rows if row.code in _CLOCK_OF], house)
    found = []
    for row in rows:
        case = cases.get(row.case_id)
        group = None
        if case is not None and case.group_id is not None:
            group = (await house.directory.group(case.group_id)).name
        found.append(
            Todo(
                task=row,
                case=case,
                pupil=people.get(case.pupil_id or "") if case else None,
                group_name=group,
                about=people.get(row.about_person_id or ""),
                due_at=row.due_at or promised.get((row.case_id, _CLOCK_OF.get(row.code, ""))),
                owner=people.get(row.owner_id) if row.owner_id != person_id else None,
            )
        )
    found.sort(key=lambda one: (one.due_at is None, one.due_at, one.task.opened_at, one.task.task_id))
    return Today(tasks=found, cards=await cards_of(person_id, house=house))


async def cards_of(person_id: str, *, house: Intake) -> list[tuple[Case, Card]]:
    """The cards that wait for this person, as the adult or as the colleague."""
    cases = await house.cases.find({"adults": person_id}, sort=[("reported_at", -1)], limit=MOST_CARDS)
    found = [
        (case, card)
        for case in cases
        for card in case.cards
        if card.waits and person_id in (card.adult_id, card.colleague_id) and card.day >= house.today()
    ]
    return sorted(found, key=lambda pair: pair[1].starts_at)


async def _owners(person_id: str, house: Intake) -> list[str]:
    """The person, and every leader whose tasks fall to this one today: who has gone, or is away (row P9).

    On the holiday rota (row P10) it is every leader of every school whose pupils are away.
    """
    today = house.today()
    owners = [person_id]
    for school_id in await schools_led_by(person_id, house=house):
        if (await house.directory.leader_of(school_id, today)).id != person_id:
            continue
        on_duty = await house.directory.on_duty(school_id, today)
        for one in await house.listed.leadership_of(school_id):
            holds = any(d.role in LEADING and d.holds_on(today) for d in one.listed.duties)
            away = any(absence.covers(today) for absence in one.listed.absences)
            if away or not holds or on_duty is not None:
                owners.append(one.id)
    return list(dict.fromkeys(owners))


async def _rows(owners: list[str], house: Intake, most: int) -> list[TaskRow]:
    """The most urgent of them, and the oldest of those without a time."""
    asked = {"owner_id": {"$in": owners}, "open": True}
    timed, rest = {**asked, "due_at": {"$ne": None}}, {**asked, "due_at": None}
    own = await house.tasks.find(timed, sort=[("due_at", 1)], limit=most)
    own += await house.tasks.find(rest, sort=[("opened_at", 1)], limit=most)
    others = await house.seen.tasks.find(timed, sort=[("due_at", 1)], limit=most)
    others |= await house.seen.tasks.find(rest, sort=[("opened_at", 1)], limit=most)
    mine = [TaskRow(task_id=one.id, is_open=True, **one.model_dump(exclude={"id", "heard"})) for one in own]
    return [*mine, *others.values()]


async def _taken_over(person_id: str, house: Intake) -> list[TaskRow]:
    """What other services still have under the name of whoever was responsible for these cases before."""
    query = {"handler_id": person_id, "state": {"$in": list(OPEN)}, "handed_from.0": {"$exists": True}}
    cases = dict(await house.cases.in_clear(query, sort=[("reported_at", -1)], limit=MOST_TASKS))
    if not cases:
        return []
    found = await house.seen.tasks.find({"case_id": {"$in": list(cases)}, "open": True}, limit=MOST_TASKS)
    return [row for row in found.values() if row.owner_id in cases[row.case_id]["handed_from"]]


async def _those_that_may_be_seen(rows: list[TaskRow], person_id: str, house: Intake) -> list[TaskRow]:
    """One's own, and of those that fell to this person only what the cases are open to them for."""
    inherited = {row.case_id for row in rows if row.owner_id != person_id}
    open_to = await that_may_be_seen(person_id, inherited, house=house)
    return [row for row in rows if row.owner_id == person_id or row.case_id in open_to]


def _mentioned(rows: Iterable[TaskRow], cases: Iterable[Case]) -> list[str]:
    ids = [one for row in rows for one in (row.about_person_id, row.owner_id)]
    return [one for one in [*ids, *(case.pupil_id for case in cases)] if one]


_CLOCK_OF = {"meeting-to-call": "C2", "plan-to-write": "C5"}


async def _due_by_clock(case_ids: list[str], house: Intake) -> dict[tuple[str, str], datetime]:
    """By when a first meeting and a plan should be, as escalation has said it; the latest word counts."""
    if not case_ids:
        return {}
    rows = await house.seen.timeline.find({"case_id": {"$in": case_ids}, "type": "clock-started"})
    return {
        (row.case_id, row.facts["clock"]): datetime.fromisoformat(row.facts["due_at"])
        for row in sorted(rows.values(), key=lambda row: row.at)
        if row.facts.get("clock") in _CLOCK_OF.values()
    }
