"""Words made fit for a header: one line, no encoded-words, no marks that make an address, a bounded length.

Three strings are known to break the header registry of supported Pythons: an encoded-word that decodes to
a line end becomes a real header, an ASCII subject that ends in a line end ends the headers, and a long
display name with quotes, comma and an address reads back as a second recipient.
"""

import re
import unicodedata
from functools import lru_cache

_SUBJECT_LIMIT = 120
_NAME_LIMIT = 64
# Controls, format characters (direction marks among them), line and paragraph separators, lone surrogates.
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"})
_ENCODED_WORD = re.compile(r"=\?|\?=")
_ADDRESS_MARKS = re.compile(r"[\"\\<>()\[\],;:@]")
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=2048)
def harmless_subject(text: str) -> str:
    """Return the subject on one line; never empty."""
    return _bounded(_plain(text), _SUBJECT_LIMIT) or "-"


def harmless_name(text: str) -> str:
    """Return a display name that cannot be read as an address or as several."""
    return _bounded(_SPACES.sub(" ", _ADDRESS_MARKS.sub(" ", _plain(text))).strip(), _NAME_LIMIT)


def _plain(text: str) -> str:
    if not text.isascii() or not text.isprintable():
        text = "".join(" " if unicodedata.category(char) in _UNSEEN else char for char in text)
    # Taking one mark out can bring two halves of another together, so go on until nothing is left.
    while _ENCODED_WORD.search(text):
        text = _ENCODED_WORD.sub(" ", text)
    return _SPACES.sub(" ", text).strip()


def _bounded(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
