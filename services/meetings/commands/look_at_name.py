"""A name in a draft was looked at: it may stand, or a neutral word takes its place (R41)."""

from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.queries.names_in_minutes import names_in_minutes
from services.meetings.storage.house import House
from shared.naming import replaced


async def look_at_name(meeting: Meeting, key: str, *, instead: str | None, by: str, house: House) -> None:
    """Replace it with `instead`, or let it stand; a finding that is gone changes nothing."""
    minutes = await house.minutes_of(meeting)
    found = await names_in_minutes(meeting, minutes, house=house)
    one = next((it for it in found if it.key == key), None)
    if one is None:
        return
    if instead is None:
        await house.minutes.change(minutes.id, lambda it: it.look_at_name(key), by=by)
        return
    after = replaced(one.text, one.found, instead)
    await house.minutes.change(
        Minutes.id_for(meeting.id), lambda it: it.put_text(one.place, one.text, after, by=by), by=by
    )
