from services.escalation.commands.keep_posted import keep_posted
from services.escalation.commands.take_note import take_note
from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.happened import Happened
from services.escalation.reactions.starting import start, term_for
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.meetings import (
    CAME,
    MeetingCalledV1,
    MeetingCancelledV1,
    MeetingHeldV1,
    MeetingKind,
    MeetingMovedV1,
)

_WITHOUT_HOME: frozenset[MeetingKind] = frozenset({"group", "staff"})


async def when_meeting_called(
    heard: Heard[MeetingCalledV1] | Heard[MeetingMovedV1], *, house: Escalation
) -> None:
    """A meeting with the home stands: called in time is enough for C2, C4 and a wish to meet."""
    event = heard.event
    meeting = Happened(
        id=event.meeting_id,
        kind="meeting",
        case_id=event.case_id,
        at=event.at,
        starts_at=event.starts_at,
        with_home=event.kind not in _WITHOUT_HOME,
    )
    await take_note(meeting, seq=heard.seq, house=house)


async def when_meeting_cancelled(heard: Heard[MeetingCancelledV1], *, house: Escalation) -> None:
    """What the meeting kept runs on towards the time it had."""
    event = heard.event
    meeting = Happened(
        id=event.meeting_id,
        kind="meeting",
        case_id=event.case_id,
        at=event.at,
        starts_at=event.starts_at,
        with_home=event.kind not in _WITHOUT_HOME,
        withdrawn=True,
    )
    await take_note(meeting, seq=heard.seq, house=house)


async def when_meeting_held(heard: Heard[MeetingHeldV1], *, house: Escalation) -> None:
    """A meeting that nobody had called in advance counts as well; the minutes have their time (C3)."""
    event = heard.event
    with_home = event.kind not in _WITHOUT_HOME
    meeting = Happened(
        id=event.meeting_id,
        kind="meeting",
        case_id=event.case_id,
        at=event.at,
        starts_at=event.at,
        with_home=with_home,
    )
    await take_note(meeting, seq=heard.seq, house=house)
    if with_home and any(one.side == "home" and one.status in CAME for one in event.attendance):
        talk = Happened(id=f"{event.meeting_id}:held", kind="talk", case_id=event.case_id, at=event.at)
        await take_note(talk, seq=heard.seq, house=house)
    if heard.republished or not with_home:
        return
    await keep_posted(event.case_id, house=house)
    term = await term_for(ClockCode.MINUTES, event, event.at, house)
    await start(ClockCode.MINUTES, event, term, subject_id=event.meeting_id, house=house, owner_id=event.by)
