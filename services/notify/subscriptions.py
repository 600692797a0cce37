"""Which event makes notify do what: the whole of what it hears, beside directory and access."""

from collections.abc import Callable
from functools import partial, update_wrapper
from typing import Any

from services.notify.reactions.when_report_received import when_report_received
from services.notify.storage.post import Post
from shared.contracts.intake import ReportReceivedV1
from shared.messaging.consuming import On


def subscriptions(post: Post) -> list[On[Any]]:
    """The table."""

    def of(reaction: Callable[..., Any]) -> Any:
        return update_wrapper(partial(reaction, post=post), reaction)

    return [
        On(ReportReceivedV1, react=of(when_report_received)),
    ]
