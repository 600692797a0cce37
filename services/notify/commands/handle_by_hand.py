"""A person has posted the letter, rung, or gone there."""

from services.notify.domain.letter import Handled
from services.notify.storage.post import Post


async def handle_by_hand(letter_id: str, how: Handled, *, by: str, post: Post) -> None:
    """Raises `Gone` for an unknown letter and `Conflict` when it is not on the list any more."""
    now = post.clock.now()
    await post.letters.change(letter_id, lambda it: it.handled(how, by=by, at=now), by=by)
