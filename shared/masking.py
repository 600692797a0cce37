"""One party's version of a text: everybody else's name becomes a neutral word (rows R12, R41)."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from shared.directory import Person
from shared.naming import parts_of

Mask = Callable[[str], str]


def mask_of(others: Iterable[Person], shown: Iterable[Person], instead: str) -> Mask:
    """Replace whole names, and each part of them that nobody who is shown by name shares.

    The genitive s goes with the name it is written together with.
    """
    kept = {part for person in shown for part in parts_of(person)}
    names: set[str] = set()
    for person in others:
        names.add(person.name)
        names |= parts_of(person) - kept
    if not names:
        return lambda text: text
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?:['’]?s)?(?!\w)")
    return lambda text: pattern.sub(instead, text)


def masked(value: Any, mask: Mask) -> Any:
    """The same content, each text of it masked; ids, codes and dates hold no names."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, dict):
        return {key: masked(inner, mask) for key, inner in value.items()}
    if isinstance(value, list):
        return [masked(inner, mask) for inner in value]
    return value
