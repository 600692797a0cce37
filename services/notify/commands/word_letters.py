"""A school or the municipality words a letter its own way: drafted, approved by another, withdrawn."""

from collections.abc import Mapping
from datetime import date

from services.notify.domain.wording import Wording
from services.notify.letters.wording import changed, fault_in
from services.notify.storage.post import Post
from shared.errors import Refusal
from shared.i18n import Language
from shared.identifiers import new_id


async def draft_wording(
    level: str, letter: str, typed: Mapping[Language, Mapping[str, str]], *, by: str, post: Post
) -> str:
    """Keep a draft; its id. Raises `Refusal`, naming each text that leaves out a fact or tells too much."""
    texts = changed(letter, typed)
    faults = {
        f"texts.{language}.{message_id}": f"wording-{fault}"
        for language, said in texts.items()
        for message_id, text in said.items()
        if (fault := fault_in(message_id, text)) is not None
    }
    if faults or not texts:
        raise Refusal("wording-not-usable", fields=faults or {"letter": "wording-unchanged"})
    wording = Wording(
        id=new_id("wording"),
        level=level,
        letter=letter,
        texts=texts,
        drafted_by=by,
        drafted_at=post.clock.now(),
    )
    await post.wordings.add(wording, by=by)
    return wording.id


async def approve_wording(wording_id: str, live_from: date, *, by: str, post: Post) -> None:
    """Raises `Refusal` for whoever wrote it, `Conflict` when it is no draft any more."""
    now = post.clock.now()
    await post.wordings.change(wording_id, lambda it: it.approve(live_from, by=by, at=now), by=by)
    post.look_again()


async def withdraw_wording(wording_id: str, *, by: str, post: Post) -> None:
    now = post.clock.now()
    await post.wordings.change(wording_id, lambda it: it.withdraw(now), by=by)
    post.look_again()
