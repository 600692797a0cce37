"""Order of the clock: try every school's chain, and say which end in nobody (B29)."""

from datetime import datetime

from services.escalation.domain.preflight import SchoolCheck
from services.escalation.queries.availability import cannot_be_asked
from services.escalation.storage.house import Escalation
from shared.clock import OSLO
from shared.observability.logs import get_logger
from shared.observability.metrics import CHAINS_TRIED, CHAINS_UNREACHED

log = get_logger()


async def try_chains(preflight_id: str, now: datetime, *, house: Escalation) -> None:
    """Called by the timers every morning, and when the house is new."""
    day = now.astimezone(OSLO).date()
    contacts = [one.id for one in await house.directory.owner_contacts(day)]
    book = await house.books.chain_book()
    checks = []
    for school_id in sorted(await house.directory.schools.find({})):
        chain = book.chain(school_id, contacts)
        cannot = await cannot_be_asked(chain, day, implicated=(), directory=house.directory)
        there = [one for one in chain.people() if one not in cannot]
        dead = await house.channels.dead_among(there)
        reaches = tuple(one for one in there if one not in dead)
        checks.append(SchoolCheck(school_id=school_id, reaches=reaches, dead=tuple(sorted(dead))))
        if not reaches:
            log.error("chain.unreached", school_id=school_id)
    await house.preflights.change(preflight_id, lambda it: it.take(checks, now))
    CHAINS_UNREACHED.set(sum(not one.reaches for one in checks))
    CHAINS_TRIED.set(now.timestamp())
