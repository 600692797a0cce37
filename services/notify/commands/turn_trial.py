"""The municipality tries things out, or begins in earnest: from now on nothing leaves, or everything does."""

from services.notify.domain.trial import TRIAL, Trial
from services.notify.storage.post import Post


async def turn_trial(*, on: bool, by: str, post: Post) -> None:
    """Every process keeps to it within two seconds."""
    now = post.clock.now()
    await post.trials.change(
        TRIAL, lambda it: it.turn(on=on, by=by, at=now), new=lambda: Trial(id=TRIAL), by=by
    )
    post.look_again()
