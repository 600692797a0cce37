"""What a person wrote when they answered a letter, without what their mail program repeats of ours.

Told apart from what machines answer (RFC 3834, and what servers really send).
"""

import re
from html.parser import HTMLParser

from services.notify.mail.reading.found import Answered
from services.notify.mail.reading.opening import Mail, first_part, header, text_of

MOST_CHARACTERS = 20_000
_QUOTED_FROM = re.compile(
    r"^(?:>.*|-{2,} ?(?:original message|opprinnelig melding|opphavleg melding|videresendt melding).*|"
    r"_{10,}|(?:on|den|på|el|le|am) .{4,200}(?:wrote|skrev|skreiv) ?.{0,120}:|"
    r"(?:from|fra|frå): .{1,200}@.{1,200}|"
    r"(?:sent from|sendt fra|sendt frå) (?:my|min|outlook|iphone|ipad).*)$",
    re.IGNORECASE,
)
_AUTOMATIC = re.compile(
    r"^(?:automatisk svar|autosvar|auto(?:matic)?[- ]?repl|out of (?:the )?office|fraværs?melding)",
    re.IGNORECASE,
)
_OUR_LINK = re.compile(r"https?://\S*/(?:reply|letters/[a-z-]+)/\S+")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BLANK = re.compile(r"\n{3,}")
_BREAKING = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "blockquote"})
_DROPPED = frozenset({"style", "script", "head", "title", "blockquote"})


def is_automatic(mail: Mail) -> bool:
    """Whether a machine answered, as the standard has it or as servers that ignore it have it."""
    said = header(mail, "Auto-Submitted").casefold()
    if said and not said.startswith("no"):
        return True
    if any(mail.get(name) is not None for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From")):
        return True
    if header(mail, "Precedence").casefold() in {"auto_reply", "bulk", "junk", "list"}:
        return True
    return bool(_AUTOMATIC.match(header(mail, "Subject")))


def answer(mail: Mail) -> Answered:
    """The writer's own words; where nothing is left without what is quoted, all of it."""
    plain = first_part(mail, "text/plain")
    page = first_part(mail, "text/html") if plain is None else None
    words = text_of(plain) if plain is not None else _spoken(text_of(page)) if page is not None else ""
    whole = _tidy(words)
    return Answered(_own(whole) or whole, _files(mail))


def _own(text: str) -> str:
    kept: list[str] = []
    for line in text.splitlines():
        if _QUOTED_FROM.match(line.strip()):
            break
        kept.append(line)
    return "\n".join(kept).strip()


def _tidy(words: str) -> str:
    """Readable, bounded, and without our personal links: they are the reader's own."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return _BLANK.sub("\n\n", _OUR_LINK.sub("…", _UNSEEN.sub("", lines))).strip()[:MOST_CHARACTERS]


def _files(mail: Mail) -> int:
    return sum(
        1
        for part in mail.walk()
        if not part.is_multipart()
        and (part.get_content_disposition() == "attachment" or part.get_filename() is not None)
        and part.get_content_type() != "text/calendar"
    )


def _spoken(page: str) -> str:
    reader = _Spoken()
    reader.feed(page)
    reader.close()
    return "".join(reader.said)


class _Spoken(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._dropped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._dropped += tag in _DROPPED
        if tag in _BREAKING:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._dropped = max(0, self._dropped - (tag in _DROPPED))

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self.said.append(" ".join(data.split()) + " ")
