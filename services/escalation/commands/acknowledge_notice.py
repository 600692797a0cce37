"""A contact of the school owner takes a notice: name, next action, date (R37)."""

from datetime import date

from services.escalation.storage.house import Escalation


async def acknowledge_notice(
    notice_id: str, *, person_id: str, next_action: str, on: date, house: Escalation
) -> None:
    """Stop the chain until that date. The name is the signed-in person's own."""
    person = await house.directory.person(person_id)
    now = house.clock.now()
    await house.notices.change(
        notice_id,
        lambda it: it.acknowledge(person_id, name=person.name, next_action=next_action, on=on, now=now),
        by=person_id,
    )


async def keep_next_action(notice_id: str, *, person_id: str, house: Escalation) -> None:
    """What was promised has been done."""
    now = house.clock.now()
    await house.notices.change(notice_id, lambda it: it.keep(person_id, now), by=person_id)
