"""What was said in a letter, word for word, for as long as the municipality keeps it.

The words lie in the letter's own document under two keys: the case's, as everything, and the month's, which
is destroyed on its day. Personal links are not kept: they are the reader's.
"""

import base64
import json
import re
import zlib
from dataclasses import dataclass
from datetime import datetime

from services.notify.domain.text_month import TextMonth, text_month
from shared.storage.keys import Erased, ScopeKeys
from shared.storage.store import Store

_OUR_LINK = re.compile(r"https?://\S*/(?:reply|letters/[a-z-]+)/\S+")


@dataclass(frozen=True, slots=True)
class Said:
    """A letter's words as its reader got them."""

    subject: str
    text: str


class Copies:
    """Seals and opens the words of letters. `keep_days` count from the end of the letter's month."""

    def __init__(self, keys: ScopeKeys, months: Store[TextMonth], *, keep_days: int) -> None:
        self.months = months
        self.keys = keys
        self._keep_days = keep_days
        self._known: set[str] = set()

    async def sealed(self, letter_id: str, subject: str, text: str, *, at: datetime) -> str:
        """The words, sealed under the key of that moment's month; raises `Unavailable`."""
        month = text_month(at)
        if month not in self._known:
            await self.months.add(TextMonth.of(at, keep_days=self._keep_days))
            await self.keys.ensure([month])
            self._known.add(month)
        cipher = await self.keys.cipher(month)
        words = json.dumps([subject, _OUR_LINK.sub("…", text)], ensure_ascii=False).encode()
        return f"{month} {base64.b64encode(cipher.seal(zlib.compress(words), letter_id.encode())).decode()}"

    async def opened(self, letter_id: str, copy: str) -> Said | None:
        """What was said; None once its time is over."""
        month, _, body = copy.partition(" ")
        try:
            cipher = await self.keys.cipher(month)
        except Erased:
            return None
        subject, text = json.loads(zlib.decompress(cipher.open(base64.b64decode(body), letter_id.encode())))
        return Said(subject, text)
