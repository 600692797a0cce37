from services.escalation.commands.take_note import take_note
from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.happened import Happened
from services.escalation.domain.term import Term
from services.escalation.reactions.starting import start, term_for
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.meetings import CAME, CaseMinutesApprovedV1, GroupMinutesApprovedV1


async def when_case_minutes_approved(heard: Heard[CaseMinutesApprovedV1], *, house: Escalation) -> None:
    """The minutes are there (C3); the next meeting has its time from now, in the school's days (C4)."""
    event = heard.event
    minutes = Happened(
        id=event.minutes_id, kind="minutes", case_id=event.case_id, at=event.at, about_id=event.meeting_id
    )
    await take_note(minutes, seq=heard.seq, house=house)
    if heard.republished or event.version != 1:
        return
    term = await term_for(ClockCode.NEXT_MEETING, event, event.at, house)
    await start(
        ClockCode.NEXT_MEETING,
        event,
        term,
        subject_id=event.meeting_id,
        house=house,
        owner_id=event.contact_id,
    )


async def when_group_minutes_approved(heard: Heard[GroupMinutesApprovedV1], *, house: Escalation) -> None:
    """Each parent who was not there is to have the letter for the absent in time (C11)."""
    event = heard.event
    await _next_for_all(heard, house)
    absent = tuple(one.person_id for one in event.parties if one.side == "home" and one.status not in CAME)
    if heard.republished or not absent or event.version != 1:
        return
    await start(
        ClockCode.ABSENT_INFORMED,
        event,
        await term_for(ClockCode.ABSENT_INFORMED, event, event.at, house),
        subject_id=event.meeting_id,
        key=heard.id,
        house=house,
        owner_id=event.contact_id,
        about_id=heard.id,
        awaits=absent,
    )


async def _next_for_all(heard: Heard[GroupMinutesApprovedV1], house: Escalation) -> None:
    """A day to meet again has been set: the invitation goes out in good time before it (C10)."""
    event = heard.event
    if heard.republished or event.version != 1 or event.evaluation_on is None:
        return
    values = await house.books.values(event.school_id)
    days = values.rules[ClockCode.GROUP_INVITATION].days[0]
    term = Term.ahead_of(event.at, event.evaluation_on, days).model_copy(
        update={
            "values_version": values.version,
            "values_place": values.places.get(ClockCode.GROUP_INVITATION, "default"),
        }
    )
    await start(
        ClockCode.GROUP_INVITATION,
        event,
        term,
        subject_id=event.meeting_id,
        house=house,
        owner_id=event.contact_id,
    )
