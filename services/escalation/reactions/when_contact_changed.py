from services.escalation.commands.keep_posted import keep_posted
from services.escalation.commands.take_note import take_note
from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.happened import Happened
from services.escalation.reactions.starting import as_promised, start
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.intake import ContactAskedForV1, ContactLoggedV1, ReporterAnsweredV1


async def when_contact_logged(heard: Heard[ContactLoggedV1], *, house: Escalation) -> None:
    """Somebody was reached: keeps C1, and the answer that this person waits for. A try keeps nothing."""
    event = heard.event
    if event.reached:
        contact = Happened(
            id=heard.id, kind="contact", case_id=event.case_id, at=event.at, about_id=event.person_id
        )
        await take_note(contact, seq=heard.seq, house=house)
        if not heard.republished:
            await keep_posted(event.case_id, house=house)


async def when_reporter_answered(heard: Heard[ReporterAnsweredV1], *, house: Escalation) -> None:
    """Who told without a name has an answer to come back to: that is the contact that was promised (C1)."""
    answer = Happened(id=heard.id, kind="contact", case_id=heard.event.case_id, at=heard.event.at)
    await take_note(answer, seq=heard.seq, house=house)


async def when_contact_asked_for(heard: Heard[ContactAskedForV1], *, house: Escalation) -> None:
    """The family has asked to be rung, written to or met: the answer has a time (P2)."""
    event = heard.event
    if heard.republished:
        return
    await start(
        ClockCode.ANSWER,
        event,
        await as_promised(ClockCode.ANSWER, event, event.at, event.answer_by, house),
        subject_id=event.request_id,
        house=house,
        owner_id=event.owner_id,
        about_id=event.person_id,
        wish=event.wish,
    )
