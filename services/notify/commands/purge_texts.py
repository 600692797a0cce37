"""A month's letters have been kept long enough: their words are destroyed, hash and receipt stay (B67)."""

from datetime import datetime, timedelta

from services.notify.storage.post import Post
from shared.observability.logs import get_logger

log = get_logger()

FOR_GOOD = 2**62
"""Beyond any sequence number: what a meeting said before does not bring its words back."""


async def purge_texts(month: str, now: datetime, *, post: Post) -> None:
    """Twice is once. The key goes first: killed after that, the words are gone and the rest is done again."""
    found = await post.copies.months.get(month)
    if found is None or found.purged_at is not None or now < found.purge_at:
        return
    await post.copies.keys.destroy(month)
    until = datetime.combine(found.ends, datetime.min.time(), found.purge_at.tzinfo)
    since = until - timedelta(days=32)
    # What everyone of a group could read was kept only to be written in letters.
    groups = {"name": {"$in": ["group-invitation", "group-minutes-present", "group-minutes-absent"]}}
    letters = await post.letters.find({**groups, "made_at": {"$gte": since, "$lt": until}})
    for words_id in sorted({one.facts.words_id for one in letters if one.facts.words_id is not None}):
        await post.words.remove(words_id, FOR_GOOD)
    await post.copies.months.change(month, lambda it: it.purged(now))
    log.info("letters.purged", month=month)
