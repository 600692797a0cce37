"""A team's session with the reflection questions, and the reminder once a term (R58)."""

from collections.abc import Sequence
from datetime import date

from services.meetings.domain.reflection import (
    Question,
    TeamSession,
    TermReminder,
    is_reminded_on,
    term_of,
)
from services.meetings.storage.house import House
from shared.errors import Hidden
from shared.identifiers import derived_id


async def note_session(
    *,
    school_id: str,
    team: str,
    held_on: date,
    questions: Sequence[Question],
    notes: str | None,
    key: str,
    by: str,
    house: House,
) -> None:
    """Keep it; the same `key` is the same session. Raises `Hidden` for a school one does not work at."""
    if school_id not in await schools_of(by, house=house):
        raise Hidden
    session = TeamSession(
        id=derived_id("session", key),
        school_id=school_id,
        team=team,
        held_on=held_on,
        questions=[*dict.fromkeys(questions)],
        notes=notes,
    )
    if await house.sessions.get(session.id) is None:
        await house.sessions.add(session)


async def put_reminder_aside(school_ids: Sequence[str], *, house: House) -> None:
    """Not this term: the leader is not reminded again before the next."""
    term = term_of(house.today())
    for school_id in school_ids:
        id_ = TermReminder.id_for(school_id, term)
        if await house.reminders.get(id_) is None:
            await house.reminders.add(TermReminder(id=id_, school_id=school_id, term=term))


async def reminded_of(school_ids: Sequence[str], *, house: House) -> list[str]:
    """The schools whose teams have not talked this term, once it has begun and until it is put aside."""
    today = house.today()
    if not is_reminded_on(today):
        return []
    term = term_of(today)
    found = []
    for school_id in school_ids:
        held = await house.sessions.count({"school_id": school_id, "term": term}, limit=1)
        aside = await house.reminders.get(TermReminder.id_for(school_id, term))
        if not held and aside is None:
            found.append(school_id)
    return found


async def schools_of(person_id: str, *, house: House) -> list[str]:
    """The schools where somebody works today."""
    person = await house.directory.person(person_id)
    today = house.today()
    by_duty = [one.school_id for one in person.listed.duties if one.school_id and one.holds_on(today)]
    return [*dict.fromkeys([*person.listed.school_ids, *by_duty])]
