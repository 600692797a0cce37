from services.escalation.commands.take_note import take_note
from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.happened import Happened
from services.escalation.domain.term import Term
from services.escalation.reactions.starting import as_promised, start
from services.escalation.storage.house import Escalation
from shared.calendar import end_of_day
from shared.contracts.envelope import Heard
from shared.contracts.escalation import NoticeAcknowledgedV1, NoticeActionKeptV1, NoticeStepV1


async def when_notice_stepped(heard: Heard[NoticeStepV1], *, house: Escalation) -> None:
    """Who was asked is to acknowledge in time (C9); each asking has a clock of its own."""
    event = heard.event
    if heard.republished:
        return
    await start(
        ClockCode.ACKNOWLEDGE,
        event,
        await as_promised(ClockCode.ACKNOWLEDGE, event, event.at, event.acknowledge_by, house),
        subject_id=event.notice_id,
        key=f"{event.notice_id}:{event.step}",
        house=house,
        owner_id=event.person_id,
    )


async def when_notice_acknowledged(heard: Heard[NoticeAcknowledgedV1], *, house: Escalation) -> None:
    """C9 is kept; what was promised has a day of its own, and keeps the promise before it."""
    event = heard.event
    taken = Happened(
        id=heard.id, kind="acknowledgement", case_id=event.case_id, at=event.at, about_id=event.notice_id
    )
    await take_note(taken, seq=heard.seq, house=house)
    if heard.republished:
        return
    await start(
        ClockCode.NEXT_ACTION,
        event,
        Term.promised(event.at, end_of_day(event.next_action_on)),
        subject_id=event.notice_id,
        key=heard.id,
        house=house,
        owner_id=event.person_id,
    )


async def when_notice_action_kept(heard: Heard[NoticeActionKeptV1], *, house: Escalation) -> None:
    event = heard.event
    kept = Happened(id=heard.id, kind="action", case_id=event.case_id, at=event.at, about_id=event.notice_id)
    await take_note(kept, seq=heard.seq, house=house)
