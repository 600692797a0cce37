"""One employee's meetings as a calendar to subscribe to: neutral titles, no people, behind a secret link."""

from datetime import UTC, datetime, timedelta

from services.meetings.domain.own_calendar import OwnCalendar
from services.meetings.queries.practicalities import room_name
from services.meetings.storage.house import House
from shared import ics
from shared.clock import OSLO
from shared.directory import Person
from shared.errors import Hidden
from shared.links import BadLink

_BACK = timedelta(days=30)
_NEVER = datetime(2100, 1, 1, tzinfo=UTC)
_MOST = 500


async def feed_token(person_id: str, *, house: House) -> str:
    """What stands in the secret link as it is now; the same until it is renewed."""
    calendar = await own_calendar(person_id, house=house)
    return house.links.make(
        "calendar",
        subject_id=calendar.id,
        person_id=person_id,
        revision=calendar.feed_revision,
        expires=_NEVER,
    )


async def own_calendar(person_id: str, *, house: House) -> OwnCalendar:
    return await house.calendars.get(OwnCalendar.id_for(person_id)) or OwnCalendar.blank(person_id)


async def person_of_feed(token: str, *, house: House) -> Person:
    """Whose meetings the link opens; `BadLink` for a forged or renewed one, or of staff no more."""
    link = house.links.open(token, "calendar", now=house.clock.now())
    calendar = await own_calendar(link.person_id, house=house)
    try:
        person = await house.directory.person(link.person_id)
    except Hidden:
        raise BadLink from None
    if calendar.id != link.subject_id or calendar.feed_revision != link.revision:
        raise BadLink
    if "staff" not in person.listed.kinds:
        raise BadLink
    return person


async def calendar_feed(person: Person, *, summary: str, base_url: str, house: House) -> bytes:
    """The meetings this person is asked to: as long as the room is kept, where, and the way to the page."""
    now = house.clock.now()
    invitations = await house.invitations.find(
        {"person_id": person.id, "starts_at": {"$gte": now - _BACK}}, sort=[("starts_at", 1)], limit=_MOST
    )
    own = [one for one in invitations if one.side == "school" and one.revision]
    meetings = {
        one.id: one for one in await house.meetings.find({"_id": {"$in": [one.meeting_id for one in own]}})
    }
    entries = [
        ics.Entry(
            uid=one.calendar_uid,
            sequence=one.sequence,
            starts=one.starts_at,
            ends=max(one.ends_at, meetings[one.meeting_id].kept_until)
            if one.meeting_id in meetings and not one.cancelled
            else one.ends_at,
            summary=summary,
            location=await room_name(one.room_id, house),
            url=f"{base_url.rstrip('/')}/meetings/{one.meeting_id}",
            cancelled=one.cancelled,
        )
        for one in own
    ]
    return ics.feed(entries, name=summary, dtstamp=now.astimezone(OSLO))
