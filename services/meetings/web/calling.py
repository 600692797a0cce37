"""What the pages on which a meeting is called are drawn with."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request

from services.meetings.domain.people import Participant
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
    request: Request, house: House, pages: Pages, snapshot: AccessSnapshotV1, me: str
) -> dict[str, Any]:
    """Case, family, rooms, people and the time that is proposed."""
    school = await house.directory.school(snapshot.school_id)
    options, possible = await school_options(snapshot, house, pages, language_of(request))
    at = proposed_time(house.clock.now(), school.listed.closed_days).astimezone(OSLO)
    chosen = [one.person_id for one, _ in possible if one.person_id == me or one.role == "contact_teacher"]
    case = await house.cases.get(snapshot.case_id)
    rooms = await rooms_of(snapshot.school_id, house)
    proposed: Mapping[str, Any] = {
        "day": at.date().isoformat(),
        "hour": f"{at:%H:%M}",
        "minutes": "60",
        "mode": "physical",
        "room": rooms[0][0] if len(rooms) == 1 else "",
        "school": chosen or [one.person_id for one, _ in possible][:1],
    }
    return {
        "case_id": snapshot.case_id,
        "case_number": case.number if case else "",
        "held": snapshot.home_held,
        "family": await family_lines(snapshot, house),
        "rooms": rooms,
        "people": options,
        "proposed": proposed,
        "school_name": school.name,
    }
