"""What notify's clock orders: letters that have rested, that are too late, and whose words are to be gone."""

from functools import partial

from services.notify.commands.give_up import give_up
from services.notify.commands.purge_texts import purge_texts
from services.notify.storage.post import Post
from shared.timers import Due


def dues(post: Post) -> list[Due]:
    return [
        Due(post.letters, partial(give_up, post=post)),
        Due(post.copies.months, partial(purge_texts, post=post)),
    ]
