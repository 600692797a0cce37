"""A letter is of no use any more and has not gone: somebody must ring, now."""

from datetime import datetime

from services.notify.storage.post import Post
from shared.observability.logs import get_logger

log = get_logger()


async def give_up(letter_id: str, now: datetime, *, post: Post) -> None:
    letter = await post.letters.get(letter_id)
    if letter is None or not letter.is_open or now < letter.useless_after:
        return
    owner = await post.leader_of(letter.case_id, letter.school_id)
    log.error("letter.too-late", letter_id=letter_id, attempts=letter.attempts, last=letter.reason)
    await post.letters.change(letter_id, lambda it: it.undeliverable("too-late", at=now, owner_id=owner.id))
