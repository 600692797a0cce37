from services.escalation.commands.keep_quiet import alarm_silent_school, put_in_digest
from services.escalation.domain.digest import Entry
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.escalation import ClockOverdueV1


async def when_clock_overdue(heard: Heard[ClockOverdueV1], *, house: Escalation) -> None:
    """What was not said by letter waits for the owner's own hour; a school without anybody is one alarm."""
    event = heard.event
    if heard.republished:
        return
    entry = Entry(
        clock_id=event.clock_id,
        case_id=event.case_id,
        school_id=event.school_id,
        code=event.clock,
        due_at=event.due_at,
        told_at=event.at,
    )
    for person_id in event.digested:
        if person_id not in event.silenced:
            await put_in_digest(person_id, entry, event_id=heard.id, house=house)
    if event.nobody_there:
        await alarm_silent_school(event.school_id, event.at, house=house)
