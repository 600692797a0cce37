"""A mail has come to one of our own addresses: found out what it is, and acted on.

Nothing here depends on the mail being what it says: what cannot be read is put before a person.
"""

import asyncio

from services.notify.commands.take_answer import take_answer
from services.notify.commands.take_bounce import take_bounce
from services.notify.commands.take_calendar_reply import take_calendar_reply
from services.notify.commands.take_complaint import take_complaint
from services.notify.domain.letter import Letter
from services.notify.mail.reading.found import (
    Answered,
    AutoReplied,
    Bounced,
    CalendarReplied,
    Complained,
    Delayed,
    Found,
)
from services.notify.mail.reading.mail_in import read_mail
from services.notify.mail.return_address import Returned
from services.notify.storage.post import Post
from shared.errors import Unreadable
from shared.observability.logs import get_logger
from shared.observability.metrics import MAIL_IN
from shared.storage.keys import Erased

log = get_logger()


async def when_mail_returns(content: bytes, *, sender: str, about: Returned, post: Post) -> None:
    """Twice is once. Raises `Unavailable` while the database is away: the server that brought it waits."""
    letter = await _letter_of(about, post)
    if letter is None:
        MAIL_IN.labels("of-nothing").inc()
        return
    try:
        # In a thread: a large or hostile mail must not hold up the letters that are going out.
        found = await asyncio.to_thread(read_mail, content, sender=sender)
        await _take(letter, found, content, post)
    except Unreadable as error:
        log.warning("mail.unreadable", letter_id=letter.id, reason=error.reason)
        MAIL_IN.labels("unreadable").inc()
        await take_answer(letter, content, post=post, unreadable=error.reason)


async def _take(letter: Letter, found: Found | None, content: bytes, post: Post) -> None:
    now = post.clock.now()
    match found:
        case Bounced():
            await take_bounce(letter, found, post=post)
        case Delayed():
            await post.letters.change(letter.id, lambda it: it.delayed(now))
        case Complained():
            await take_complaint(letter, post=post)
        case AutoReplied():
            await post.letters.change(letter.id, lambda it: it.auto_replied(now))
        case CalendarReplied(reply):
            await take_calendar_reply(letter, reply, post=post)
            if reply.comment:
                await take_answer(letter, content, post=post, text=reply.comment)
        case Answered(text, attachments):
            await take_answer(letter, content, post=post, text=text, attachments=attachments)
    MAIL_IN.labels(type(found).__name__.lower() if found is not None else "good-news").inc()


async def _letter_of(about: Returned, post: Post) -> Letter | None:
    try:
        if about.about == "letter":
            return await post.letters.get(about.id)
        found = await post.letters.find({"invitation_id": about.id}, sort=[("made_at", -1)], limit=1)
    except Erased:
        return None
    return found[0] if found else None
