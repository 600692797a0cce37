"""Words that judge rather than describe: a hint beside the facts, never a locked door (R7)."""

import re
from collections.abc import Iterable

_LISTED = (
    "alltid aldri mobber mobberen offer offeret overgriper løgn løgner lyver hysterisk aggressiv slem "
    "vanskelig provoserende åpenbart selvfølgelig mobbar mobbaren lygn ljug vanskeleg sjølvsagt "
    "always never bully liar hysterical aggressive difficult obviously victim"
)
_LOADED = frozenset(_LISTED.split())
_WORD = re.compile(r"[^\W\d_]+")


def loaded_words(texts: Iterable[str]) -> list[str]:
    """The words of these texts that are worth another look, each once, in the order they come."""
    found = (word for text in texts for word in _WORD.findall(text.lower()))
    return list(dict.fromkeys(word for word in found if word in _LOADED))
