"""A letter's moment has come: it has rested long enough, or is of no use any more and somebody must ring."""

from datetime import datetime

from services.notify.storage.post import Post, machine_now
from shared.observability.logs import get_logger

log = get_logger()


async def give_up(letter_id: str, now: datetime, *, post: Post) -> None:
    letter = await post.letters.get(letter_id)
    if letter is None or not letter.is_open:
        return
    if letter.rests_until is not None and now >= letter.rests_until:
        soon = machine_now()
        await post.letters.change(letter_id, lambda it: it.woken(try_at=soon))
        return
    if now < letter.useless_after:
        return
    owner = await post.leader_of(letter.case_id, letter.school_id)
    log.error("letter.too-late", letter_id=letter_id, attempts=letter.attempts, last=letter.reason)
    await post.letters.change(letter_id, lambda it: it.undeliverable("too-late", at=now, owner_id=owner.id))
