"""Orders: ask the school owner to help in a case, and what becomes of it (R38)."""

from datetime import datetime

from services.escalation.domain.assistance import Assistance
from services.escalation.domain.clock_values import ClockCode
from services.escalation.storage.case_facts import CaseFact
from services.escalation.storage.house import Escalation
from shared.clock import OSLO
from shared.errors import Refusal


async def ask_for_assistance(case: CaseFact, wanted: str, *, by: str, house: Escalation) -> None:
    """Ask the first contact of the owner who is there and whom the case does not concern."""
    now = house.clock.now()
    today = now.astimezone(OSLO).date()
    contacts = [
        one for one in await house.directory.owner_contacts(today) if one.id not in case.implicated_ids
    ]
    there = [one for one in contacts if not one.away_on(today)] or contacts
    if not there:
        raise Refusal("nobody-at-owner", fields={"wanted": "nobody-at-owner"})
    due_at = (await house.books.values(case.school_id)).term(ClockCode.ACKNOWLEDGE, now).due_at

    def decide(it: Assistance) -> None:
        it.implicated = tuple(case.implicated_ids)
        it.ask(wanted, by=by, to=there[0].id, due_at=due_at, at=now)

    await house.assistance.change(
        Assistance.id_for(case.case_id),
        decide,
        new=lambda: Assistance.about(case.case_id, case.school_id),
        by=by,
    )


async def give_assistance(case_id: str, person_id: str, *, by: str, house: Escalation) -> None:
    """Help: one of the owner's contacts of today may see the case as long as it lasts."""
    now = house.clock.now()
    contacts = await house.directory.owner_contacts(now.astimezone(OSLO).date())
    if person_id not in {one.id for one in contacts}:
        raise Refusal("not-a-contact", fields={"person_id": "not-a-contact"})
    await house.assistance.change(
        Assistance.id_for(case_id), lambda it: it.give(person_id, by=by, at=now), by=by
    )


async def decline_assistance(case_id: str, reason: str, *, by: str, house: Escalation) -> None:
    now = house.clock.now()
    await house.assistance.change(
        Assistance.id_for(case_id), lambda it: it.decline(reason, by=by, at=now), by=by
    )


async def end_assistance(
    case_id: str, *, house: Escalation, by: str | None = None, at: datetime | None = None
) -> None:
    """The help is over: said by one of the two, or (by nobody) because the case has ended."""
    there = Assistance.id_for(case_id)
    if await house.assistance.get(there) is None:
        return
    moment = at or house.clock.now()
    await house.assistance.change(
        there, lambda it: it.end("done" if by else "case-ended", at=moment, by=by), by=by
    )
