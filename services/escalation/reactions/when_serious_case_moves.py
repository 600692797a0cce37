from services.escalation.commands.start_notice import start_notice
from services.escalation.commands.take_note import take_note
from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.happened import Happened
from services.escalation.domain.suggestion import Suggestion
from services.escalation.reactions.starting import start, term_for
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.escalation import SeriousDecidedV1, SeriousSuggestedV1
from shared.errors import NotYet


async def when_serious_suggested(heard: Heard[SeriousSuggestedV1], *, house: Escalation) -> None:
    """Undecided, the rektor is reminded twice, then the owner learns that a suggestion waits."""
    event = heard.event
    if heard.republished:
        return
    await start(
        ClockCode.DECISION,
        event,
        await term_for(ClockCode.DECISION, event, event.at, house),
        subject_id=event.suggestion_id,
        key=heard.id,
        house=house,
        owner_id=event.decider_id,
    )


async def when_serious_decided(heard: Heard[SeriousDecidedV1], *, house: Escalation) -> None:
    """The question is answered; a notice that a fall kept from starting starts now."""
    event = heard.event
    decided = Happened(id=heard.id, kind="decision", case_id=event.case_id, at=event.at)
    await take_note(decided, seq=heard.seq, house=house)
    if event.notice_id is None or heard.republished:
        return
    suggestion = await house.suggestions.get(Suggestion.id_for(event.case_id))
    if suggestion is None:
        raise NotYet(event.case_id)
    decision = next(one for one in suggestion.decisions if one.notice_id == event.notice_id)
    await start_notice(suggestion, decision, house=house)
