"""Who of a chain cannot be asked today, and why."""

from collections.abc import Collection
from datetime import date

from services.escalation.domain.chain import Chain, SkipReason
from shared.directory import Directory


async def cannot_be_asked(
    chain: Chain, day: date, *, implicated: Collection[str], directory: Directory
) -> dict[str, SkipReason]:
    """The absent, those who no longer have the duty (vacant), and those whom the case concerns."""
    people = await directory.people_by_id([link.person_id for link in chain.links])
    on_duty = {person.id for person in await directory.owner_contacts(day)}
    found: dict[str, SkipReason] = {}
    for link in chain.links:
        person = people.get(link.person_id)
        if link.person_id in implicated:
            found[link.person_id] = "implicated"
        elif person is None or person.id not in on_duty:
            found[link.person_id] = "vacant"
        elif person.away_on(day):
            found[link.person_id] = "absent"
    return found
