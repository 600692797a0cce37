"""What notify's clock orders: a letter whose use ends before it could go becomes a telephone call."""

from functools import partial

from services.notify.commands.give_up import give_up
from services.notify.storage.post import Post
from shared.timers import Due


def dues(post: Post) -> list[Due]:
    return [Due(post.letters, partial(give_up, post=post))]
