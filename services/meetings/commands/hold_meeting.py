"""The meeting is over: who came is told, and what cannot wait for the minutes is seen to the same day."""

from collections.abc import Mapping

from services.meetings.commands.after_meeting import offer_debrief
from services.meetings.commands.follow_up import owner_of_gaps, raise_criticism
from services.meetings.commands.take_attendance import take_attendance
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.storage.house import House
from shared.contracts.meetings import Attendance


async def hold_meeting(
    meeting_id: str, attendance: Mapping[str, Attendance], *, by: str, house: House
) -> Meeting:
    """The meeting, held. Again is once; should it stop half way, `when_meeting_held` does the rest."""
    meeting = await take_attendance(meeting_id, attendance, by=by, house=house)
    await settle_the_day(meeting, by=by, house=house)
    await offer_debrief(meeting, house=house)
    return meeting


async def settle_the_day(meeting: Meeting, *, by: str, house: House) -> None:
    """Criticism has its owner and date (R20); where we did not agree, the home hears what happens (R24)."""
    minutes = await house.minutes.get(Minutes.id_for(meeting.id))
    if minutes is None or meeting.is_group:
        return
    now = house.clock.now()
    await raise_criticism(meeting, minutes, by=by, house=house)
    owner_id = await owner_of_gaps(meeting, house)
    await house.minutes.change(
        minutes.id, lambda it: it.settle_the_day(meeting, owner_id=owner_id, by=by, at=now), by=by
    )
