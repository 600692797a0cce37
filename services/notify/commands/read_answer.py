"""Somebody has read what the reader of a letter wrote back, and takes it from here."""

from services.notify.storage.post import Post


async def read_answer(answer_id: str, *, by: str, post: Post) -> None:
    """Raises `Gone` where there is no such answer."""
    now = post.clock.now()
    await post.answers.change(answer_id, lambda it: it.read(by=by, at=now), by=by)
