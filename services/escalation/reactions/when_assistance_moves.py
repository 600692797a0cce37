from services.escalation.commands.take_note import take_note
from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.happened import Happened
from services.escalation.reactions.starting import as_promised, start
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.escalation import (
    AssistanceDeclinedV1,
    AssistanceEndedV1,
    AssistanceGivenV1,
    AssistanceRequestedV1,
)


async def when_assistance_requested(heard: Heard[AssistanceRequestedV1], *, house: Escalation) -> None:
    """The owner is to answer in time, like any promise."""
    event = heard.event
    if heard.republished:
        return
    await start(
        ClockCode.PROMISE,
        event,
        await as_promised(ClockCode.ACKNOWLEDGE, event, event.at, event.answer_by, house),
        subject_id=event.assistance_id,
        house=house,
        owner_id=event.person_id,
        wish="assistance",
    )


async def when_assistance_answered(
    heard: Heard[AssistanceGivenV1] | Heard[AssistanceDeclinedV1] | Heard[AssistanceEndedV1],
    *,
    house: Escalation,
) -> None:
    """Given, declined, or not wanted any more: nobody is waited for."""
    event = heard.event
    done = Happened(
        id=f"{event.assistance_id}:answered",
        kind="task",
        case_id=event.case_id,
        at=event.at,
        about_id=event.assistance_id,
    )
    await take_note(done, seq=heard.seq, house=house)
