"""Somebody wrote back: "you have an answer" to whoever the letter named, the words kept here."""

import base64
import hashlib

from services.notify.domain.answer import Answer, answer_id
from services.notify.domain.letter import Letter
from services.notify.storage.post import Post

# Of what nobody could read, so much is kept for whoever wants to look.
MOST_KEPT = 256 * 1024
MOST_WAITING = 25


async def take_answer(
    letter: Letter,
    content: bytes,
    *,
    post: Post,
    text: str = "",
    attachments: int = 0,
    unreadable: str | None = None,
) -> None:
    """Keep it once, however often it is handed over.

    Beyond so many that wait for one letter's reader nothing more is kept: a mail program has run wild.
    """
    waiting = {"letter_id": letter.id, "waits": True}
    if len(await post.answers.ids(waiting, limit=MOST_WAITING)) >= MOST_WAITING:
        return
    owner_id = await post.contact_of(letter)
    answer = Answer(
        id=answer_id(letter.id, hashlib.sha256(content).hexdigest()),
        letter_id=letter.id,
        person_id=letter.person_id,
        case_id=letter.case_id,
        school_id=letter.school_id,
        received_at=post.clock.now(),
        text=text,
        attachments=attachments,
        unreadable=unreadable,
        raw=base64.b64encode(content[:MOST_KEPT]).decode() if unreadable else None,
    )
    await post.answers.add(answer.arrived(owner_id=owner_id))
