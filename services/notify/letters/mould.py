"""One letter that many people get: rendered once, and filled in with what is each reader's own.

Three hundred parents get the same words but for their name and their links. Rendering costs a hundred times
what filling in does, and a filled-in letter is, to the byte, the one that would have been rendered.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape

from services.notify.letters.contexts import LETTERS, LetterContext
from services.notify.letters.rendering import Letters, LetterText, seen
from shared.i18n import Language

# What stands in the holes while the letter is rendered. Nobody can know it, so no text typed by a person
# can hold it and have another's link put in its place.
_SECRET = secrets.token_hex(8)
_MARKS: Mapping[str, str] = {
    "reader": f"reader{_SECRET}",
    "link": f"https://{_SECRET}.invalid/link",
    "wrong_address_link": f"https://{_SECRET}.invalid/stranger",
    "call_me_link": f"https://{_SECRET}.invalid/ring",
    "unsubscribe_link": f"https://{_SECRET}.invalid/without",
}
_FIELD_OF = {mark: field for field, mark in _MARKS.items()}
_CUT = re.compile("(" + "|".join(re.escape(mark) for mark in _FIELD_OF) + ")")


@dataclass(frozen=True, slots=True)
class Personal:
    """What is one reader's own in a letter. The links are web addresses, made by us."""

    reader: str | None
    link: str
    wrong_address_link: str
    call_me_link: str
    unsubscribe_link: str | None = None


@dataclass(frozen=True, slots=True)
class Mould:
    """A letter with holes in it."""

    language: Language
    subject: str
    text: tuple[str, ...]
    html: tuple[str, ...]

    def fill(self, own: Personal) -> LetterText:
        """The letter to this reader."""
        plain = {
            "reader": seen(own.reader or ""),
            "link": own.link,
            "wrong_address_link": own.wrong_address_link,
            "call_me_link": own.call_me_link,
            "unsubscribe_link": own.unsubscribe_link or "",
        }
        marked = {field: str(escape(value)) for field, value in plain.items()}
        return LetterText(self.subject, _joined(self.text, plain), _joined(self.html, marked))


def mould(
    letters: Letters,
    name: str,
    language: Language,
    told: Mapping[str, object],
    own: Personal,
    *,
    own_words: Mapping[str, str] | None = None,
) -> Mould:
    """Render the letter with holes; raises `ValidationError` when something it needs is not told."""
    kind: type[LetterContext] = LETTERS[name]
    holes = {field: mark for field, mark in _MARKS.items() if getattr(own, field) is not None}
    context = kind.model_validate({k: v for k, v in {**told, **holes}.items() if k in kind.model_fields})
    rendered = letters.render(name, language, context, own_words)
    return Mould(language, rendered.subject, _cut(rendered.text), _cut(rendered.html))


def _cut(text: str) -> tuple[str, ...]:
    # Every second piece is the name of a hole.
    return tuple(_FIELD_OF.get(piece, piece) for piece in _CUT.split(text))


def _joined(pieces: tuple[str, ...], values: Mapping[str, str]) -> str:
    return "".join(values[piece] if number % 2 else piece for number, piece in enumerate(pieces))
