"""The reader of a letter would rather hear it on the telephone: a task for whoever the letter named."""

from services.notify.storage.post import Post
from shared.errors import Hidden
from shared.links import Link


async def ask_to_be_rung(link: Link, *, post: Post) -> None:
    """Asked twice is asked once. Raises `Hidden` when there is no such letter."""
    letter = await post.letters.get(link.subject_id)
    if letter is None or letter.person_id != link.person_id:
        raise Hidden
    now = post.clock.now()
    owner_id = await post.contact_of(letter)
    await post.letters.change(letter.id, lambda it: it.ask_to_be_rung(at=now, owner_id=owner_id))
