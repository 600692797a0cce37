"""Who of a chain cannot be asked today, and why."""

from collections.abc import Collection
from datetime import date

from services.escalation.domain.chain import Chain, SkipReason
from shared.directory import Directory


async def cannot_be_asked(
    chain: Chain, day: date, *, implicated: Collection[str], directory: Directory
) -> dict[str, SkipReason]:
    """The absent, those who no longer have the duty (vacant), and those whom the case concerns."""
    people = await directory.people_by_id(chain.people())
    on_duty = {person.id for person in await directory.owner_contacts(day)}
    found: dict[str, SkipReason] = {}
    for person_id in chain.people():
        person = people.get(person_id)
        if person_id in implicated:
            found[person_id] = "implicated"
        elif person is None or person.id not in on_duty:
            found[person_id] = "vacant"
        elif person.away_on(day):
            found[person_id] = "absent"
    return found
