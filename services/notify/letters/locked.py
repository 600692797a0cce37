"""The paragraph that nobody can take out of an invitation to a group meeting.

It stands in code, not in a catalogue or a template: a school may rewrite its letters, but a letter that
lacks it is not sent.
"""

import re
from html.parser import HTMLParser
from typing import Literal

from shared.i18n import Language

LOCKED_PARAGRAPH: dict[Language, str] = {
    "nb": (
        "På møtet snakker vi ikke om enkelthendelser eller enkeltelever. "
        "Ingen trenger å være redde for hva som kommer fram."
    ),
    "nn": (
        "På møtet snakkar vi ikkje om enkelthendingar eller enkeltelevar. "
        "Ingen treng å vere redde for kva som kjem fram."
    ),
    "en": (
        "At the meeting we do not talk about single incidents or individual pupils. "
        "Nobody needs to be afraid of what may come up."
    ),
}
WITH_LOCKED_PARAGRAPH = frozenset({"group-invitation"})

_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "wbr", "col", "area", "base", "embed", "source"}
)
_NEVER_SEEN = frozenset({"head", "style", "script", "template", "title"})
_HIDING = re.compile(
    r"display:none|visibility:hidden|font-size:0|opacity:0|max-height:0|color:transparent", re.IGNORECASE
)
_SPACE = re.compile(r"\s+")


class LockedParagraphMissing(Exception):
    """A template left out, or hid, the paragraph that every such letter must carry."""

    def __init__(self, letter: str, part: Literal["text", "html"]) -> None:
        super().__init__(f"{letter}: the locked paragraph is not in the {part}")


def demand_locked_paragraph(letter: str, language: Language, text: str, html: str) -> None:
    """Raise LockedParagraphMissing unless a reader of either part would see the paragraph."""
    if letter not in WITH_LOCKED_PARAGRAPH:
        return
    if LOCKED_PARAGRAPH[language] not in _SPACE.sub(" ", text):
        raise LockedParagraphMissing(letter, "text")
    if LOCKED_PARAGRAPH[language] not in _SPACE.sub(" ", visible_text(html)):
        raise LockedParagraphMissing(letter, "html")


def visible_text(html: str) -> str:
    """Return what a reader sees of the page: no comments, no head, nothing hidden by its own style."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.seen)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.seen.append(" ")
            return
        told = dict(attrs)
        style = (told.get("style") or "").replace(" ", "")
        hides = tag in _NEVER_SEEN or "hidden" in told or bool(_HIDING.search(style))
        self._open.append((tag, hides or self._hidden))

    def handle_endtag(self, tag: str) -> None:
        while self._open and any(name == tag for name, _ in self._open):
            name, _ = self._open.pop()
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.seen.append(data)

    @property
    def _hidden(self) -> bool:
        return bool(self._open) and self._open[-1][1]
