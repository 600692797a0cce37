"""A letter's words in one language: subject, plain text and HTML, with the same facts in both."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from services.notify.letters.contexts import LETTERS, LetterContext
from services.notify.letters.locked import LOCKED_PARAGRAPH, demand_locked_paragraph
from services.notify.letters.wording import filled
from shared.calendar import end_of_day
from shared.i18n import LANGUAGES, Catalogue, Language, format_day, format_moment, format_time, local

_HERE = Path(__file__).parent
_BLANK_LINES = re.compile(r"\n{3,}")
# On a narrow screen "kl." and its time, a day and its month, stay on one line.
_TOGETHER = re.compile(r"(\bkl\.|\b\d{1,2}\.) (?=\d|[a-zæøå]{3,9}\b)")
# A letter is read by people: what cannot be seen, or turns the direction of reading, is not in it.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class LetterText:
    """One letter, ready to be put in an envelope."""

    subject: str
    text: str
    html: str


class NoSuchLetter(Exception):
    """There is no letter of that name, or it was given another letter's context."""


class Letters:
    """All letters: templates and catalogue, read once. Safe to share between tasks."""

    def __init__(self, folder: Path = _HERE, locales: Path = _HERE / "locales") -> None:
        self._catalogue = Catalogue(locales)
        self._catalogue.check()
        self._plain = _environment(folder, markup=False)
        self._html = _environment(folder, markup=True)
        self._html.filters["lines"] = _as_lines
        self._says = {language: self._speaker(language) for language in LANGUAGES}
        self._parts = {name: self._templates(name) for name in LETTERS}

    def render(
        self,
        name: str,
        language: Language,
        context: LetterContext,
        own_words: Mapping[str, str] | None = None,
    ) -> LetterText:
        """Return the letter, in a school's own words if any; raise NoSuchLetter, LockedParagraphMissing."""
        if type(context) is not LETTERS.get(name):
            raise NoSuchLetter(name)
        known = {
            "letter": context,
            "lang": language,
            "locked_paragraph": LOCKED_PARAGRAPH[language],
            **(self._speaker(language, own_words) if own_words else self._says[language]),
        }
        subject, text, html = self._parts[name]
        line = " ".join(subject.render(known).split())
        body = _BLANK_LINES.sub("\n\n", seen(text.render(known))).strip() + "\n"
        page = _TOGETHER.sub("\\1\u00a0", seen(html.render(known, subject=line)))
        demand_locked_paragraph(name, language, body, page)
        return LetterText(line, body, page)

    def calendar_summary(self, language: Language) -> str:
        """What a meeting is called in a calendar that the whole family, or an office, may share."""
        return self._catalogue.t(language, "calendar-summary")

    def _templates(self, name: str) -> tuple[Template, Template, Template]:
        return (
            self._plain.get_template(f"{name}/subject.txt"),
            self._plain.get_template(f"{name}/body.txt"),
            self._html.get_template(f"{name}/body.html"),
        )

    def _speaker(
        self, language: Language, own_words: Mapping[str, str] | None = None
    ) -> dict[str, Callable[..., str]]:
        # Words without arguments are the same in every letter. The others hold names and are not kept.
        fixed: dict[str, str] = {}

        def t(message_id: str, **args: object) -> str:
            if own_words is not None and message_id in own_words:
                return filled(own_words[message_id], args)
            if args:
                return self._catalogue.t(language, message_id, **args)
            if message_id not in fixed:
                fixed[message_id] = self._catalogue.t(language, message_id)
            return fixed[message_id]

        def by(moment: datetime) -> str:
            day = _day(moment, language)
            if end_of_day(local(moment).date()) == moment:
                return t("letter-by-day", day=day)
            return t("letter-by-time", day=day, time=format_time(moment, language))

        return {
            "t": t,
            "by": by,
            "day": lambda moment: _day(moment, language),
            "moment": lambda moment: _moment(moment, language),
            "clock": lambda moment: format_time(moment, language),
        }


def render_letter(name: str, language: Language, context: LetterContext) -> LetterText:
    """Render with the letters that come with the product."""
    return letters().render(name, language, context)


@cache
def letters() -> Letters:
    """The letters that come with the product; read at the first call."""
    return Letters()


def _environment(folder: Path, *, markup: bool) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=markup,  # noqa: S701 - off for plain text only, where it would show its marks
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        undefined=StrictUndefined,
    )


def seen(text: str) -> str:
    """The text without what cannot be seen or turns the direction of reading."""
    return _UNSEEN.sub("", text)


@lru_cache(maxsize=1024)
def _day(moment: datetime, language: Language) -> str:
    return format_day(moment, language)


@lru_cache(maxsize=1024)
def _moment(moment: datetime | date, language: Language) -> str:
    """The day and the time, or the day alone where no time is set."""
    return format_moment(moment, language) if isinstance(moment, datetime) else format_day(moment, language)


def _as_lines(words: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in words.strip().splitlines())
