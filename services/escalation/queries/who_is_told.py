"""Who is told on a day: the leader of the school, the one who promised, or who acts in their place."""

from datetime import date, datetime

from services.escalation.domain.clock import REMINDER, Clock
from services.escalation.domain.clock_values import Tell
from services.escalation.storage.case_facts import CaseFact
from shared.clock import OSLO
from shared.directory import Directory, Person
from shared.errors import Hidden
from shared.observability.logs import get_logger

log = get_logger()


async def told_by(
    clock: Clock, now: datetime, directory: Directory, case: CaseFact | None = None
) -> dict[int, tuple[str, ...]]:
    """The recipients of what the clock says at that moment, under the number of its step.

    Of a case that concerns the school's leadership, or one of its staff, nothing is told to those (L3).
    """
    step = clock.next_step(now)
    if step is None:
        return {}
    tell: Tell = "owner" if step == REMINDER else clock.steps[step - 1].tell
    day = now.astimezone(OSLO).date()
    found: tuple[str, ...]
    if case is not None and case.led_by == "owner":
        leader = await leader_of_case(case, day, directory)
        found = () if leader is None else (leader,)
    else:
        found = await _people(tell, clock, day, directory)
    if case is not None and set(found) & set(case.implicated_ids):
        leader = await leader_of_case(case, day, directory)
        found = () if leader is None else (leader,)
    if not found:
        log.error("clock.nobody-to-tell", clock_id=clock.id, school_id=clock.school_id)
    return {step: found}


async def leader_of(school_id: str, day: date, directory: Directory) -> str | None:
    """The rektor or who acts in that place; none where the directory has nobody."""
    try:
        return (await directory.leader_of(school_id, day)).id
    except Hidden:
        return None


async def leader_of_case(case: CaseFact, day: date, directory: Directory) -> str | None:
    """Who decides in this case today: the school's leader, or the owner's contact where that may not be."""
    leader = None if case.led_by == "owner" else await leader_of(case.school_id, day, directory)
    if leader is not None and leader not in case.implicated_ids:
        return leader
    leaders = {one.id for one in await directory.leaders_of(case.school_id, day)}
    contacts = [
        one
        for one in await directory.owner_contacts(day)
        if one.id not in case.implicated_ids and not (case.led_by == "owner" and one.id in leaders)
    ]
    there = [one for one in contacts if not one.away_on(day)]
    return next((one.id for one in [*there, *contacts]), None)


async def first_owner_contact(day: date, directory: Directory) -> str | None:
    """The first of the school owner's contacts who is there that day, else the first of them."""
    contacts = await directory.owner_contacts(day)
    there = [one for one in contacts if not one.away_on(day)]
    return next((one.id for one in [*there, *contacts]), None)


async def _people(tell: Tell, clock: Clock, day: date, directory: Directory) -> tuple[str, ...]:
    leader = await leader_of(clock.school_id, day, directory)
    match tell:
        case "owner":
            found = await _present(clock.owner_id, day, directory) or leader
        case "deputy":
            found = await _other_leader(clock, day, directory) or leader
        case "school_owner":
            found = await first_owner_contact(day, directory)
        case _:
            found = leader
    # A school that has nobody must not be a school where nothing is heard.
    found = found or await first_owner_contact(day, directory)
    return (found,) if found else ()


async def _present(person_id: str | None, day: date, directory: Directory) -> str | None:
    """That person, or who stands in while they are away."""
    person = await _person(person_id, directory)
    if person is None:
        return None
    return person.listed.stand_in_id if person.away_on(day) else person.id


async def _other_leader(clock: Clock, day: date, directory: Directory) -> str | None:
    leaders = await directory.leaders_of(clock.school_id, day)
    there = [one.id for one in leaders if not one.away_on(day) and one.id != clock.owner_id]
    return there[0] if there else None


async def _person(person_id: str | None, directory: Directory) -> Person | None:
    if person_id is None:
        return None
    try:
        return await directory.person(person_id)
    except Hidden:
        return None
