"""What the pages on which a meeting is called are drawn with."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fastapi import Request

from services.meetings.commands.call_meeting import next_kind
from services.meetings.domain.kinds import IN_A_CASE, KINDS, Kind
from services.meetings.domain.people import Participant
from services.meetings.queries.free_times import FreeTime, free_times, rooms_by_size
from services.meetings.queries.library import helpful_for
from services.meetings.queries.proposed_time import proposed_time
from services.meetings.queries.who_may_come import home_side, school_side
from services.meetings.storage.house import House
from services.meetings.web.words import role_id
from shared.clock import OSLO
from shared.contracts.access import AccessSnapshotV1
from shared.directory import Person
from shared.i18n import Language
from shared.web.layout import Pages
from shared.web.sessions import language_of

Options = list[tuple[str, str]]

OTHER_TIMES = 3
_COLLEAGUES = ("case_owner", "contact_teacher", "social_teacher", "helper", "rektor", "deputy")


async def rooms_of(school_id: str, house: House) -> Options:
    rooms = await house.directory.rooms_at(school_id)
    return sorted(((room.listed.room_id, room.name) for room in rooms), key=lambda one: one[1])


async def school_options(
    snapshot: AccessSnapshotV1, house: House, pages: Pages, language: Language
) -> tuple[Options, list[tuple[Participant, Person]]]:
    """Those from the school who can come, with their role in words."""
    possible = await school_side(house, snapshot)
    options = [
        (one.person_id, f"{person.name}, {pages.t(language, role_id(one.role))}") for one, person in possible
    ]
    return options, possible


async def family_lines(snapshot: AccessSnapshotV1, house: House) -> list[dict[str, Any]]:
    """The guardians who each get their own invitation; the protected ones are handled by hand."""
    home = home_side(snapshot, house.clock.now())
    people = await house.directory.people_by_id(one.person_id for one in home)
    return [
        {"name": people[one.person_id].name, "by_hand": people[one.person_id].protected}
        for one in home
        if one.person_id in people
    ]


async def calling_context(
    request: Request,
    house: House,
    pages: Pages,
    snapshot: AccessSnapshotV1,
    me: str,
    *,
    chosen: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Case, kind, family, rooms, people, and the times that are free; `chosen` is what was posted."""
    school = await house.directory.school(snapshot.school_id)
    options, possible = await school_options(snapshot, house, pages, language_of(request))
    kind = KINDS[await _kind(request, chosen, snapshot.case_id, house)]
    case = await house.cases.get(snapshot.case_id)
    rooms = await rooms_of(snapshot.school_id, house)
    colleagues = await _proposed_people(kind, me, possible, snapshot.case_id, house)
    free = await free_times(
        snapshot.school_id, colleagues, minutes=kind.minutes + kind.air_minutes, house=house
    )
    at = _told_time(request) or proposed_time(house.clock.now(), school.listed.closed_days)
    return {
        "case_id": snapshot.case_id,
        "case_number": case.number if case else "",
        "held": snapshot.home_held,
        "kind": kind,
        "kinds": [one for one in IN_A_CASE if one != kind.code],
        "family": await family_lines(snapshot, house) if kind.with_home else [],
        "not_asked": await _implicated(snapshot.case_id, house),
        "rooms": rooms,
        "people": options,
        "free": free,
        "today": house.today(),
        "zone": OSLO,
        "other_times": range(OTHER_TIMES),
        "proposed": {
            "day": at.astimezone(OSLO).date().isoformat(),
            "hour": f"{at.astimezone(OSLO):%H:%M}",
            "minutes": str(kind.minutes),
            "mode": "physical",
            "room": await _room_at(at, free, snapshot.school_id, house),
            "school": colleagues,
        },
        "school_name": school.name,
        "resources": await helpful_for(kind.code, house=house) if kind.hard else [],
    }


async def _kind(request: Request, chosen: Mapping[str, Any] | None, case_id: str, house: House) -> Any:
    told = chosen.get("kind") if chosen else request.query_params.get("kind")
    return told if told in IN_A_CASE else await next_kind(case_id, house)


def _told_time(request: Request) -> datetime | None:
    """The free time that was chosen on the page."""
    try:
        told = datetime.fromisoformat(request.query_params.get("at", ""))
    except ValueError:
        return None
    return told if told.tzinfo is not None else None


async def _proposed_people(
    kind: Kind, me: str, possible: list[tuple[Participant, Person]], case_id: str, house: House
) -> list[str]:
    """Those of the last meeting; else who calls and the contact teacher, and a colleague where it is hard."""
    there = [one.person_id for one, _ in possible]
    last = await house.meetings.find(
        {"case_id": case_id, "status": {"$in": ["called", "held"]}}, sort=[("starts_at", -1)], limit=1
    )
    before = [one.person_id for one in last[0].participants if one.person_id in there] if last else []
    found = before or [
        one.person_id for one, _ in possible if one.person_id == me or one.role == "contact_teacher"
    ]
    by_role = sorted(possible, key=lambda one: _place(one[0].role))
    for one, _ in by_role:
        if len(found) >= (2 if kind.hard else 1):
            break
        if one.person_id not in found:
            found.append(one.person_id)
    return found


def _place(role: str) -> int:
    return _COLLEAGUES.index(role) if role in _COLLEAGUES else len(_COLLEAGUES)


async def _room_at(at: datetime, free: list[FreeTime], school_id: str, house: House) -> str:
    """The smallest room that is free then; of a school with one room, that one."""
    for one in free:
        if one.starts_at == at and one.room_ids:
            return one.room_ids[0]
    rooms = await rooms_by_size(school_id, house)
    return rooms[0] if rooms else ""


async def _implicated(case_id: str, house: House) -> list[str]:
    """Employees whom the case concerns: they are not on the list, and the page says so (R14)."""
    case = await house.cases.get(case_id)
    if case is None or not case.implicated_ids:
        return []
    people = await house.directory.people_by_id(case.implicated_ids)
    return sorted(one.name for one in people.values())
