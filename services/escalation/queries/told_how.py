"""Of those whom a clock tells: who gets a letter, who reads it in a digest; whether a school is silent."""

from dataclasses import dataclass
from datetime import datetime

from services.escalation.domain.clock import Clock
from services.escalation.domain.quiet import is_serious
from services.escalation.queries.who_is_told import leader_of
from services.escalation.storage.house import Escalation
from shared.clock import OSLO
from shared.timers import EVER


@dataclass(frozen=True)
class How:
    """`digested`: told, and without a letter of their own. `nobody_there`: the school had nobody to tell."""

    digested: tuple[str, ...] = ()
    nobody_there: bool = False
    silenced: tuple[str, ...] = ()


async def told_how(clock: Clock, told: tuple[str, ...], now: datetime, *, house: Escalation) -> How:
    """Serious things are said at once; what reaches the owner besides is gathered for their own hour."""
    day = now.astimezone(OSLO).date()
    owners = {one.id for one in await house.directory.owner_contacts(day)}
    leaders = {one.id for one in await house.directory.leaders_of(clock.school_id, day)}
    to_owner = tuple(one for one in told if one in owners and one not in leaders)
    if not to_owner:
        return How()
    silences = await house.silences.find({"school_id": clock.school_id, "until": {"$gt": max(now, EVER)}})
    if any(one.covers(clock, now) for one in silences):
        return How(digested=to_owner, silenced=to_owner)
    silent = await leader_of(clock.school_id, day, house.directory) is None
    return How(digested=() if is_serious(clock) else to_owner, nobody_there=silent)
