from services.escalation.commands.take_note import take_note
from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.happened import Happened
from services.escalation.queries.who_is_told import first_owner_contact
from services.escalation.reactions.starting import start, term_for
from services.escalation.storage.house import Escalation
from shared.clock import OSLO
from shared.contracts.envelope import Heard
from shared.contracts.escalation import DeviationAssessedV1, DeviationRecordedV1


async def when_deviation_recorded(heard: Heard[DeviationRecordedV1], *, house: Escalation) -> None:
    """The law's 72 hours run from when it was known."""
    event = heard.event
    if heard.republished:
        return
    await start(
        ClockCode.DEVIATION,
        event,
        await term_for(ClockCode.DEVIATION, event, event.at, house),
        subject_id=event.deviation_id,
        house=house,
        owner_id=await first_owner_contact(event.at.astimezone(OSLO).date(), house.directory),
    )


async def when_deviation_assessed(heard: Heard[DeviationAssessedV1], *, house: Escalation) -> None:
    event = heard.event
    done = Happened(
        id=heard.id, kind="assessment", case_id=event.case_id, at=event.at, about_id=event.deviation_id
    )
    await take_note(done, seq=heard.seq, house=house)
