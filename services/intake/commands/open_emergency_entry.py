"""Orders: a way in for an hour as administrator, opened at the server, and that it was used (row P16)."""

from datetime import datetime, timedelta

from services.intake.commands.let_guest_in import code_hash
from services.intake.domain.directory_entry import ListedPerson
from services.intake.domain.emergency_entry import EmergencyEntry
from services.intake.storage.house import Intake
from shared.clock import OSLO
from shared.contracts.directory import Duty, PersonListedV1, PersonWords
from shared.identifiers import derived_id, new_id
from shared.observability.logs import get_logger

log = get_logger()
LASTS = timedelta(hours=1)


async def open_emergency_entry(why: str, code: str, *, subject_key: bytes, house: Intake) -> datetime:
    """Write down why, then let whoever has the code be administrator for an hour; until when that is."""
    now = house.clock.now()
    until = now + LASTS
    person_id = new_id("person")
    entry = EmergencyEntry(
        id=derived_id("entry", person_id), person_id=person_id, reason=why, at=now, until=until
    )
    await house.entries.add(entry)
    today = now.astimezone(OSLO).date()
    guest = ListedPerson(
        id=person_id,
        listed=PersonListedV1(
            person_id=person_id,
            kinds=("staff",),
            duties=(Duty(role="administrator", since=today, until=today + timedelta(days=1)),),
            here_until=until,
        ),
        words=PersonWords(
            given_name="Nødadministrator", family_name=until.astimezone(OSLO).strftime("%H.%M")
        ),
        identities=(code_hash(code, subject_key),),
        guest=True,
    )
    guest.say()
    await house.listed.people.add(guest)
    log.warning("emergency-entry.opened", entry_id=entry.id, person_id=person_id)
    return until


async def note_entry(person_id: str, *, house: Intake) -> None:
    """Somebody has come in by a code; where it was an emergency entry, that is written down."""
    id_ = derived_id("entry", person_id)
    if await house.entries.get(id_) is None:
        return
    now = house.clock.now()
    await house.entries.change(id_, lambda it: it.use(now), by=person_id)
    log.warning("emergency-entry.used", entry_id=id_, person_id=person_id)
