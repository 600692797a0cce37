"""One maker of PDF for all services: tagged, PDF/UA-1, from a template of ours and content as data.

What people have written reaches the template as JSON and is drawn as text: no markup in it has any effect.
"""

import asyncio
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from shared.errors import Unavailable

_TEMPLATE = Path(__file__).parent / "document.typ"
_NOT_IN_FONTS = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_ATTEMPTS = 8


@dataclass(frozen=True)
class Heading:
    """A heading below the title; `level` 2 for a part, 3 inside one."""

    text: str
    level: int = 2
    kind: str = field(default="heading", init=False)


@dataclass(frozen=True)
class Text:
    """One paragraph; its line breaks are kept. `quiet`: smaller, for what is said about the document."""

    text: str
    quiet: bool = False
    kind: str = field(default="text", init=False)


@dataclass(frozen=True)
class Items:
    """A list of short texts; `numbered` where their order counts."""

    items: Sequence[str]
    numbered: bool = False
    kind: str = field(default="items", init=False)


@dataclass(frozen=True)
class Fields:
    """Labels, each with a text, or with more of the same that lies inside."""

    rows: Sequence[tuple[str, Any]]
    """(label, str) or (label, list of further rows)."""
    kind: str = field(default="fields", init=False)


@dataclass(frozen=True)
class Table:
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    kind: str = field(default="table", init=False)


Block = Heading | Text | Items | Fields | Table


@dataclass(frozen=True)
class Document:
    """A document from top to bottom. `language`: what a screen reader shall speak."""

    title: str
    language: str
    made_at: datetime
    blocks: Sequence[Block]
    footer: str = ""
    page: str = "{n} / {of}"
    """How a page number is said, in the reader's language."""


async def pdf_of(document: Document) -> bytes:
    """The PDF; drawn beside the event loop. The same document is the same bytes.

    A sign that no font here has (an emoji, say) stands as its name in brackets: nothing is left out unseen.
    """
    return await asyncio.to_thread(_drawn, document)


def _drawn(document: Document) -> bytes:
    data = _without_controls(json.dumps(asdict(document), default=str, ensure_ascii=False))
    for _ in range(_ATTEMPTS):
        try:
            # A compiler holds its fonts and its last input: one for each document, so that none is shared.
            return bytes(
                typst.compile(
                    _TEMPLATE,
                    root=_TEMPLATE.parent,
                    sys_inputs={"data": data},
                    pdf_standards="ua-1",
                    timestamp=int(document.made_at.timestamp()),
                )
            )
        except typst.TypstError as refused:
            missing = {
                sign for found in _NOT_IN_FONTS.findall(str(refused.diagnostic)) for sign in _read(found)
            }
            if not missing:
                raise Unavailable("pdf") from refused
            data = data.translate({ord(sign): _named(sign) for sign in missing})
    raise Unavailable("pdf")


def _without_controls(data: str) -> str:
    """Without half signs and signs that steer: JSON has them escaped, or they stand as themselves."""
    data = re.sub(r"\\u00(?:0[0-8bcef]|1[0-9a-f]|7f)", "", data)
    return "".join(one for one in data if unicodedata.category(one) not in ("Cs", "Cc", "Co", "Cn"))


def _read(told: str) -> str:
    """The signs that an error message names, some of them escaped."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], told)


def _named(sign: str) -> str:
    if sign.isspace() or unicodedata.category(sign) in ("Cf", "Mn", "Me"):
        return ""
    return f"[{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}]"
