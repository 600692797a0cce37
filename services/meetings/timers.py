"""What the clock of meetings orders: today's meetings, minutes to write, invitations nobody answered."""

from datetime import datetime

from services.meetings.commands.own_calendar import read_calendar_again
from services.meetings.commands.prepare_group import turn_group_preparation
from services.meetings.commands.reach_out import forget_outreach
from services.meetings.queries.overview import who_has_not_read
from services.meetings.storage.house import House
from shared.timers import Due


def dues(house: House) -> list[Due]:
    async def turn_meeting(meeting_id: str, now: datetime) -> None:
        meeting = await house.meeting(meeting_id)
        unopened = await who_has_not_read(meeting, house=house) if meeting.asks_who_has_read(now) else None
        await house.meetings.change(meeting_id, lambda it: it.turn(now, unopened=unopened))

    async def turn_invitation(invitation_id: str, now: datetime) -> None:
        await house.invitations.change(invitation_id, lambda it: it.turn(now))

    async def read_calendar(calendar_id: str, now: datetime) -> None:  # noqa: ARG001 - the command asks the clock
        await read_calendar_again(calendar_id, house=house)

    async def turn_preparation(preparation_id: str, now: datetime) -> None:
        await turn_group_preparation(preparation_id, now, house=house)

    async def forget(outreach_id: str, now: datetime) -> None:
        await forget_outreach(outreach_id, now, house=house)

    return [
        Due(house.meetings, turn_meeting),
        Due(house.invitations, turn_invitation),
        Due(house.preparations, turn_preparation),
        Due(house.outreach, forget),
        Due(house.calendars, read_calendar),
    ]
