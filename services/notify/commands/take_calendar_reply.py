"""Somebody's calendar answered an invitation: told to whoever owns the meeting."""

from services.notify.domain.calendar_reply import CalendarReply, PartStat, calendar_reply_id
from services.notify.domain.letter import Letter
from services.notify.storage.post import Post
from shared.errors import Unreadable
from shared.ics import Answer, Reply

_TOLD: dict[Answer, PartStat] = {
    Answer.COMING: "accepted",
    Answer.NOT_COMING: "declined",
    Answer.MAYBE: "tentative",
}
MOST_SEQUENCE = 2**31 - 1


async def take_calendar_reply(letter: Letter, reply: Reply, *, post: Post) -> None:
    """Raises `Unreadable` when it answers something else than what this letter was about."""
    facts = letter.facts
    if facts.invitation_id is None or facts.meeting_id is None or reply.uid != facts.calendar_uid:
        raise Unreadable("another-meeting")
    if not 0 <= reply.sequence <= MOST_SEQUENCE:
        raise Unreadable("bad-calendar")
    partstat = _TOLD[reply.answer]
    found = CalendarReply(
        id=calendar_reply_id(
            facts.invitation_id, sequence=reply.sequence, dtstamp=reply.dtstamp, partstat=partstat
        ),
        case_id=letter.case_id,
        school_id=letter.school_id,
        meeting_id=facts.meeting_id,
        invitation_id=facts.invitation_id,
        person_id=letter.person_id,
        partstat=partstat,
        sequence=reply.sequence,
        dtstamp=reply.dtstamp,
    )
    await post.calendar_replies.add(found.received(post.clock.now()))
