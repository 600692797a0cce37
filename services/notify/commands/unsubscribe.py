"""The reader of an optional letter wants no more of its kind, or wants them again after all (RFC 8058)."""

from services.notify.domain.wishes import Wishes, wishes_id
from services.notify.storage.post import Post
from shared.errors import Hidden
from shared.links import Link


async def unsubscribe(link: Link, *, post: Post, again: bool = False) -> None:
    """Twice is once. Raises `Hidden` when there is no such letter."""
    letter = await post.letters.get(link.subject_id)
    if letter is None or letter.person_id != link.person_id:
        raise Hidden
    now, name = post.clock.now(), letter.name
    await post.wishes.change(
        wishes_id(letter.person_id),
        lambda it: it.want_again(name) if again else it.do_without(name, now),
        new=lambda: Wishes(id=wishes_id(letter.person_id), person_id=letter.person_id),
    )
