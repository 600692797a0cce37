"""Names in a text that a family is to read: found before it is sent, for a person to look at (row R41).

Nothing is replaced here by itself: Vår, Dag, Liv and Even are words as well as names. Each finding is shown
with one click for a neutral role and one for "it is the word", and a linked pupil's name stops what is to be
sent until one of the two is done. What reads a whole case for a party masks instead (`shared.masking`).
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from shared.directory import Person

_WORDS = (
    "alv and april arne ask august bakke bakken ben berg bjørk bjørn bo brage bråten dag dal dina "
    "edel eide eng even falk faste finn foss frank glad grim gro gry hage hagen hans haug haugen hell "
    "holm iver jo juni kai lie lien lilje line liv live lo love lund lykke magne mai mild mina mo "
    "moen my nes odd per pil ravn rein rose rud rune sand signe siv skog snorre sol stein stig storm "
    "strand svein tang tangen tom tone tor trine trygg ulv vang vera vik vår ås åsen ørn"
)
ALSO_WORDS = frozenset(_WORDS.split())
"""Names that are words too: looked for only where they are written as names are."""

_AROUND = 24
_LETTERS_OF_OUR_OWN = frozenset("æøåÆØÅ")


@dataclass(frozen=True)
class NameFound:
    """A name in a text, from `start` to `end`, and whose it may be."""

    start: int
    end: int
    word: str
    person_ids: tuple[str, ...]
    linked: bool
    """Whether it may be a pupil linked to the case: it stops until somebody has looked at it."""
    also_word: bool
    key: str
    """The same as long as the name and what stands around it do: what has been looked at is known by it."""


def names_in(
    text: str, people: Iterable[Person], *, linked: Collection[str] = (), shown: Iterable[Person] = ()
) -> list[NameFound]:
    """Where `people` are named, whole or in part, in the order of the text.

    Whoever is in `shown` may be named to the reader: a name that they share is no finding. `linked` are the
    ids of those whose names stop. A name is found in any case and without its accents, with the genitive's s.
    """
    names = _names_of(people, shown)
    if not names:
        return []
    folded = _fold(text)
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?:['’]?s)?(?!\w)")
    found = []
    for at in pattern.finditer(folded):
        ids = names[at[1]]
        also_word = at[1] in ALSO_WORDS
        if also_word and not text[at.start()].isupper():
            continue
        found.append(
            NameFound(
                start=at.start(),
                end=at.end(),
                word=text[at.start() : at.end()],
                person_ids=tuple(sorted(ids)),
                linked=not ids.isdisjoint(linked),
                also_word=also_word,
                key=_key(text, at.start(), at.end()),
            )
        )
    return found


def stopping(found: Iterable[NameFound], looked_at: Collection[str] = ()) -> list[NameFound]:
    """The findings that hold a text back: linked names that nobody has looked at."""
    return [one for one in found if one.linked and one.key not in looked_at]


def replaced(text: str, found: NameFound, instead: str) -> str:
    """The text with that one name gone; at the start of a sentence the replacement begins as one."""
    before = text[: found.start].rstrip(" ")
    if not before or before[-1] in ".!?:\n":
        instead = instead[:1].upper() + instead[1:]
    return text[: found.start] + instead + text[found.end :]


def pieces(text: str, found: Sequence[NameFound]) -> list[tuple[str, NameFound | None]]:
    """The text cut at its names, for a page that highlights them."""
    cut: list[tuple[str, NameFound | None]] = []
    at = 0
    for one in found:
        if text[at : one.start]:
            cut.append((text[at : one.start], None))
        cut.append((one.word, one))
        at = one.end
    if text[at:]:
        cut.append((text[at:], None))
    return cut


def parts_of(person: Person) -> set[str]:
    """What a person may be called: the given names together and apart, and the family name."""
    given, family = person.words.given_name, person.words.family_name
    return {one for one in (given, *re.split(r"[\s-]+", given), family) if one}


def _names_of(people: Iterable[Person], shown: Iterable[Person]) -> dict[str, set[str]]:
    """Whose each name is, folded; without the parts that somebody who may be named has too."""
    kept = {_fold(part) for person in shown for part in parts_of(person)}
    names: dict[str, set[str]] = {}
    for person in people:
        whole = {person.name, f"{person.words.family_name}, {person.words.given_name}"}
        for name in {_fold(one) for one in whole} | ({_fold(one) for one in parts_of(person)} - kept):
            if len(name) > 1:
                names.setdefault(name, set()).add(person.id)
    return names


def _fold(text: str) -> str:
    """Small letters without foreign accents, one for each that stood there, so that places agree."""
    return "".join(_fold_one(one) for one in text)


def _fold_one(letter: str) -> str:
    if letter.isascii() or letter in _LETTERS_OF_OUR_OWN:
        return letter.lower()
    bare = unicodedata.normalize("NFD", letter)[0].lower()
    return bare if len(bare) == 1 else letter


def _key(text: str, start: int, end: int) -> str:
    around = text[max(0, start - _AROUND) : end + _AROUND]
    return sha256(f"{min(start, _AROUND)}:{around}".encode()).hexdigest()[:16]
