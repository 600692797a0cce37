"""Which versions of its words a letter is written with: the school's, else the municipality's, else ours."""

from datetime import datetime

from services.notify.domain.wording import MUNICIPALITY, Wording
from services.notify.letters.wording import Worded
from services.notify.storage.post import Post
from shared.i18n import Language


async def wording_of(letter: str, school_id: str, made_at: datetime, *, post: Post) -> Worded:
    """The same for the same letter always: it goes by the moment at which the letter was made."""
    found = [one for one in await post.approved_wordings() if one.holds_for(letter, made_at)]
    chosen = [one for level in (MUNICIPALITY, school_id) if (one := _newest(found, level)) is not None]
    texts: dict[Language, dict[str, str]] = {}
    for wording in chosen:
        for language, said in wording.texts.items():
            texts.setdefault(language, {}).update(said)
    return Worded(tuple(one.id for one in chosen), texts)


def _newest(found: list[Wording], level: str) -> Wording | None:
    of_level = [one for one in found if one.level == level]
    return max(of_level, key=lambda one: (one.live_at or one.drafted_at, one.id), default=None)
