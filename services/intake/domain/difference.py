"""What was changed in a text, word by word, for people to read."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_WORD = re.compile(r"\s+|[^\s]+")
Kind = Literal["same", "gone", "new"]


class Piece(NamedTuple):
    """A run of words that stayed, went, or came."""

    kind: Kind
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """The pieces in reading order: what went stands before what came in its place."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    for op, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op == "equal":
            pieces.append(Piece("same", "".join(old[i1:i2])))
            continue
        if gone := "".join(old[i1:i2]):
            pieces.append(Piece("gone", gone))
        if came := "".join(new[j1:j2]):
            pieces.append(Piece("new", came))
    return pieces
