"""Orders about quiet: what waits for a digest, a school that is silent, and what somebody has silenced."""

from datetime import datetime

from services.escalation.domain.digest import Digest, Entry
from services.escalation.domain.silence import Silence
from services.escalation.domain.silent_school import SilentSchool
from services.escalation.queries.who_is_told import first_owner_contact
from services.escalation.storage.house import Escalation
from shared.clock import OSLO
from shared.errors import Hidden
from shared.observability.logs import get_logger
from shared.observability.metrics import SCHOOLS_SILENT, TIMERS_FIRED

log = get_logger()


async def put_in_digest(person_id: str, entry: Entry, *, event_id: str, house: Escalation) -> None:
    now = house.clock.now()
    await house.digests.change(
        Digest.id_for(person_id),
        lambda it: it.take(entry, event_id=event_id, now=now),
        new=lambda: Digest.of(person_id),
    )


async def choose_hour(person_id: str, hour: int, *, house: Escalation) -> None:
    now = house.clock.now()
    await house.digests.change(
        Digest.id_for(person_id),
        lambda it: it.choose(hour, now=now),
        new=lambda: Digest.of(person_id),
        by=person_id,
    )


async def send_digest(digest_id: str, now: datetime, *, house: Escalation) -> None:
    """Called by the timers when somebody's hour has come."""
    digest = await house.digests.get(digest_id)
    if digest is None:
        return
    colleague = await _colleague_of(digest.person_id, now, house)
    if await house.digests.change(digest_id, lambda it: it.send(now, contact_id=colleague)):
        TIMERS_FIRED.labels("digest").inc()


async def alarm_silent_school(school_id: str, now: datetime, *, house: Escalation) -> None:
    """Nobody at the school could be told: the owner hears of that at once, once a day."""
    day = now.astimezone(OSLO).date()
    to = await first_owner_contact(day, house.directory)
    if to is None:
        log.error("school.unreachable", school_id=school_id)
        return
    colleague = await _colleague_of(to, now, house)
    raised = await house.silent_schools.change(
        SilentSchool.id_for(school_id),
        lambda it: it.alarm(day, now, to=to, contact_id=colleague),
        new=lambda: SilentSchool.of(school_id),
    )
    if raised:
        SCHOOLS_SILENT.inc()
        log.error("school.unreachable", school_id=school_id)


async def _colleague_of(person_id: str, now: datetime, house: Escalation) -> str:
    """Whom this contact of the owner can ring: another contact who is there, else nobody but themselves."""
    day = now.astimezone(OSLO).date()
    contacts = [one for one in await house.directory.owner_contacts(day) if not one.away_on(day)]
    return next((one.id for one in contacts if one.id != person_id), person_id)


async def silence_school(
    id_: str,
    school_id: str,
    *,
    reason: str,
    serious: bool,
    until: datetime,
    by: str,
    house: Escalation,
) -> None:
    """Begin a silence; the same form sent twice is one. Raises `Hidden` for a school that is not there."""
    if school_id not in await house.directory.schools.find({}):
        raise Hidden
    now = house.clock.now()
    made = Silence.begin(id_, school_id=school_id, reason=reason, serious=serious, until=until, by=by, at=now)
    await house.silences.add(made, by=by)


async def agree_to_silence(id_: str, *, by: str, house: Escalation) -> None:
    now = house.clock.now()
    await house.silences.change(id_, lambda it: it.agree(by, now), by=by)


async def end_silence(id_: str, *, by: str, house: Escalation) -> None:
    now = house.clock.now()
    await house.silences.change(id_, lambda it: it.end(now), by=by)
