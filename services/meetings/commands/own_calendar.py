"""An employee connects their own calendar, and has a secret link to their meetings."""

import asyncio
from datetime import datetime

from services.meetings.calendars.busy_times import busy_times
from services.meetings.domain.own_calendar import Busy, CalendarNotRead, OwnCalendar
from services.meetings.storage.house import House


async def connect_calendar(person_id: str, url: str, *, house: House) -> None:
    """Read it at once; raises `CalendarNotRead` (422, field `url`), and nothing is kept, when that fails."""
    now = house.clock.now()
    busy = await _read(url, now, house)
    await house.calendars.change(
        OwnCalendar.id_for(person_id),
        lambda it: it.connect(url, busy, at=now),
        new=lambda: OwnCalendar.blank(person_id),
        by=person_id,
    )


async def disconnect_calendar(person_id: str, *, house: House) -> None:
    """Forget the address and what was read."""
    await house.calendars.change(
        OwnCalendar.id_for(person_id),
        lambda it: it.disconnect(),
        new=lambda: OwnCalendar.blank(person_id),
        by=person_id,
    )


async def renew_feed(person_id: str, *, house: House) -> None:
    """A new secret link; the old one opens nothing any more."""
    await house.calendars.change(
        OwnCalendar.id_for(person_id),
        lambda it: it.renew_feed(),
        new=lambda: OwnCalendar.blank(person_id),
        by=person_id,
    )


async def read_calendar_again(calendar_id: str, *, house: House) -> None:
    """What the clock orders every half hour; trouble is kept to be shown, and tried again."""
    now = house.clock.now()
    found = await house.calendars.get(calendar_id)
    if found is None or found.url is None:
        return
    try:
        busy = await _read(found.url, now, house)
    except CalendarNotRead as trouble:
        why = trouble.why
        await house.calendars.change(calendar_id, lambda it: it.not_read(why, at=now))
        return
    await house.calendars.change(calendar_id, lambda it: it.read(busy, at=now))


async def _read(url: str, now: datetime, house: House) -> list[Busy]:
    raw = await house.fetch(url)
    # Laying out a year of appointments takes a while; the pages of the others do not wait for it.
    return await asyncio.to_thread(busy_times, raw, now=now)
