"""Which of a letter's words may be changed, and what another's words must hold to.

Every fact stays: the same variables, each language for itself. Nothing that tells comes in. The locked
paragraph is no text of a catalogue, so nothing here can touch it, and each rendering demands it besides.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from services.notify.letters.contexts import LETTERS
from shared.i18n import LANGUAGES, Catalogue, Language

_HERE = Path(__file__).parent
_ASKED = re.compile(r"""\bt\("([a-z][a-z-]*[a-z])"[,)]""")
_VARIABLE = re.compile(r"\{([a-z_]+)\}")
# What a neighbour, an employer or a sibling must not be able to read out of a letter.
_TELLING = re.compile(
    r"mobb|krenk|§|\bsak(en|a|er)?\b|utsatt for|utsett for|\bvold|bully|violat|harass|abus|victim|offend|"
    r"skolemilj|skulemilj|aktivitetsplan|tiltaksplan",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[<>]|https?://|www\.", re.IGNORECASE)
MOST_CHARACTERS = 600


@dataclass(frozen=True)
class Worded:
    """The versions that a letter is written with, the municipality's first; `texts` by language."""

    ids: tuple[str, ...] = ()
    texts: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)


@cache
def catalogue() -> Catalogue:
    return Catalogue(_HERE / "locales")


@cache
def editable(letter: str) -> tuple[str, ...]:
    """The texts of this letter that are its own and plain; buttons say what they do and stay."""
    asked = "".join((_HERE / letter / part).read_text() for part in ("body.txt", "body.html"))
    found = dict.fromkeys(_ASKED.findall(asked))
    return tuple(
        one for one in found if not one.startswith(("button-", "letter-")) and catalogue().is_plain(one)
    )


def standard(message_id: str, language: Language) -> str:
    """Our own words, with `{name}` where something is filled in."""
    holes = {name: "{" + name + "}" for name in catalogue().variables(message_id)}
    return catalogue().t(language, message_id, **holes)


def fault_in(message_id: str, text: str) -> str | None:
    """Why this cannot stand in a letter, as a code; None when it can."""
    if len(text) > MOST_CHARACTERS:
        return "too-long"
    if set(_VARIABLE.findall(text)) != set(catalogue().variables(message_id)) or "{" in _VARIABLE.sub(
        "", text
    ):
        return "facts-missing"
    if _TELLING.search(text):
        return "tells"
    if _MARKS.search(text) or "!" in text:
        return "marks"
    return None


def letters_with_words() -> tuple[str, ...]:
    return tuple(name for name in LETTERS if editable(name))


def filled(text: str, told: Mapping[str, object]) -> str:
    """The words with what is told in its places; once, so that what is filled in is never filled itself."""
    return _VARIABLE.sub(lambda hole: str(told.get(hole[1], hole[0])), text)


def changed(letter: str, typed: Mapping[Language, Mapping[str, str]]) -> dict[Language, dict[str, str]]:
    """What of all that was typed is not our own words; unknown texts are left out."""
    found: dict[Language, dict[str, str]] = {}
    for language in LANGUAGES:
        for message_id in editable(letter):
            text = " ".join(typed.get(language, {}).get(message_id, "").split())
            if text and text != standard(message_id, language):
                found.setdefault(language, {})[message_id] = text
    return found
