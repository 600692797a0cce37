"""Words in three languages: Project Fluent catalogues, and dates as people say them.

Texts live in `{nb,nn,en}.ftl` files: what all pages share in `shared/web/locales`, the rest in the
service's own `locales`. Ids are kebab-case. Numbers given to a text are written the language's way
(2026 becomes "2 026"): give years and case numbers as strings.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from babel.dates import format_date
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from shared.clock import OSLO

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

# Danish and Swedish readers understand bokmål. "no" is what older browsers say for either Norwegian.
_SPOKEN_AS: Mapping[str, Language] = {"nb": "nb", "no": "nb", "da": "nb", "sv": "nb", "nn": "nn", "en": "en"}
_ACCEPTED = re.compile(r"\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\s*(?:;\s*q=([01](?:\.\d{1,3})?))?\s*")


class CatalogueError(Exception):
    """The languages do not say the same things; the message lists every difference."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class Catalogue:
    """Every text of one service, in every language.

    Reads the folders once, when it is made; a folder may have one of its own for a theme (`access/nb.ftl`
    beside `nb.ftl`), in the same three languages. `missed(language, message_id)` is told about a text that
    was asked for and could not be written; the reader then sees its id.
    """

    def __init__(self, *folders: Path, missed: Callable[[Language, str], None] | None = None) -> None:
        self._missed = missed or (lambda _language, _message_id: None)
        self._faults: list[str] = []
        self._choosing: set[str] = set()
        self._bundles = {language: FluentBundle([language], use_isolating=False) for language in LANGUAGES}
        self._variables: dict[Language, dict[str, frozenset[str]]] = {lang: {} for lang in LANGUAGES}
        self._plain: dict[Language, dict[str, str]] = {lang: {} for lang in LANGUAGES}
        """Texts without anything to fill in, as they were once written."""
        for folder in folders:
            for home in (folder, *_themes(folder)):
                for language in LANGUAGES:
                    self._load(home / f"{language}.ftl", language)

    def t(self, language: Language, message_id: str, /, **args: object) -> str:
        """Return the text in that language; never raises. `id.attribute` names an attribute of a text."""
        if not args and (kept := self._plain[language].get(message_id)) is not None:
            return kept
        name, _, attribute = message_id.partition(".")
        bundle = self._bundles[language]
        if not bundle.has_message(name):
            return self._show_id(language, message_id)
        message = bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            return self._show_id(language, message_id)
        text, errors = bundle.format_pattern(pattern, args)
        if errors:
            self._missed(language, message_id)
        elif not args:
            self._plain[language][message_id] = str(text)
        return str(text)

    def has(self, message_id: str) -> bool:
        """Whether bokmål has this text; after `check` all languages have it then."""
        return message_id in self._variables["nb"]

    def variables(self, message_id: str) -> frozenset[str]:
        """Return the names that must be given with this text."""
        return self._variables["nb"].get(message_id, frozenset())

    def is_plain(self, message_id: str) -> bool:
        """Whether the text, in every language, is words and variables alone, with no choice between forms."""
        return message_id in self._variables["nb"] and message_id not in self._choosing

    def ids(self) -> frozenset[str]:
        return frozenset(self._variables["nb"])

    def check(self) -> None:
        """Raise `CatalogueError` unless every language has the same texts with the same variables."""
        faults = [*self._faults, *self._differences()]
        if faults:
            raise CatalogueError(faults)

    def _load(self, path: Path, language: Language) -> None:
        if not path.exists():
            self._faults.append(f"{path}: no such file")
            return
        resource = _parsed(path)
        seen = self._variables[language]
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                self._faults.append(f"{path}: cannot be read: {(entry.content or '').strip()[:60]}")
            if isinstance(entry, ast.Message):
                if entry.value is None or not all(map(_is_plain, entry.value.elements)):
                    self._choosing.add(entry.id.name)
                for message_id, variables in _texts(entry):
                    if message_id in seen:
                        self._faults.append(f"{path}: {message_id} is already said elsewhere")
                    seen[message_id] = variables
        self._bundles[language].add_resource(resource)

    def _differences(self) -> Iterator[str]:
        for message_id in sorted(set().union(*self._variables.values())):
            told = {lang: self._variables[lang].get(message_id) for lang in LANGUAGES}
            for lang, variables in told.items():
                if variables is None:
                    yield f"{lang}: {message_id} is missing"
            if len({variables for variables in told.values() if variables is not None}) > 1:
                yield f"{message_id}: the languages use different variables"

    def _show_id(self, language: Language, message_id: str) -> str:
        self._missed(language, message_id)
        return message_id


@cache
def _parsed(path: Path) -> ast.Resource:
    """The file as Fluent reads it, once in a process; where in the file each word stood is not kept."""
    return FluentParser(with_spans=False).parse(path.read_text(encoding="utf-8"))


def _is_plain(element: Any) -> bool:
    return isinstance(element, ast.TextElement) or (
        isinstance(element, ast.Placeable) and isinstance(element.expression, ast.VariableReference)
    )


def _themes(folder: Path) -> list[Path]:
    return sorted({path.parent for path in folder.glob("*/*.ftl")})


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - fluent's name
        self.names.add(node.id.name)


def _texts(message: ast.Message) -> Iterator[tuple[str, frozenset[str]]]:
    patterns = {f"{message.id.name}.{one.id.name}": one.value for one in message.attributes}
    if message.value is not None:
        patterns[message.id.name] = message.value
    for message_id, pattern in patterns.items():
        finder = _Variables()
        finder.visit(pattern)
        yield message_id, frozenset(finder.names)


def choose_language(
    preferred: str | None, accept_language: str | None, school_language: Language = "nb"
) -> Language:
    """Return the language to speak: the person's own choice, else the browser's, else the school's."""
    if preferred in LANGUAGES:
        return preferred
    for tag in _by_preference(accept_language or ""):
        spoken = _SPOKEN_AS.get(tag.partition("-")[0])
        if tag.startswith("no") and school_language == "nn":
            return "nn"
        if spoken:
            return spoken
    return school_language


def _by_preference(accept_language: str) -> list[str]:
    wanted: list[tuple[float, str]] = []
    for part in accept_language[:200].split(","):
        found = _ACCEPTED.fullmatch(part)
        if found and (weight := float(found[2] or 1)) > 0:
            wanted.append((-weight, found[1].lower()))
    return [tag for _, tag in sorted(wanted, key=lambda one: one[0])]


def format_day(day: date | datetime, language: Language, *, year: bool = False) -> str:
    """`mandag 16. november`, `måndag 16. november`, `Monday 16 November`; with the year if asked."""
    pattern = "EEEE d MMMM" if language == "en" else "EEEE d. MMMM"
    return _written(_local_day(day), pattern + (" y" if year else ""), language)


def format_short_day(day: date | datetime, language: Language) -> str:
    """`16.11.2026` in Norwegian, `16/11/2026` in English: the form people type."""
    return _written(_local_day(day), "dd/MM/y" if language == "en" else "dd.MM.y", language)


def format_weekday(day: date | datetime, language: Language) -> str:
    """`mandag`, `måndag`, `Monday`."""
    return _written(_local_day(day), "EEEE", language)


@lru_cache(maxsize=8192)
def _written(day: date, pattern: str, language: Language) -> str:
    """A long list says the same few days again and again, and each takes a while to write."""
    return format_date(day, pattern, locale=_BABEL[language])


def format_time(moment: datetime, language: Language) -> str:
    """`14.00` in Norwegian, `14:00` in English, always Norwegian time."""
    return local(moment).strftime("%H:%M" if language == "en" else "%H.%M")


def format_moment(moment: datetime, language: Language, *, year: bool = False) -> str:
    """`mandag 16. november kl. 14.00`, `Monday 16 November at 14:00`."""
    at = "at" if language == "en" else "kl."
    return f"{format_day(moment, language, year=year)} {at} {format_time(moment, language)}"


def local(moment: datetime) -> datetime:
    """Put the moment on a Norwegian wall clock; refuses a moment that does not say where it is from."""
    if moment.tzinfo is None:
        raise ValueError("a moment must say its time zone")
    return moment.astimezone(OSLO)


def _local_day(day: date | datetime) -> date:
    return local(day).date() if isinstance(day, datetime) else day


_BABEL: Mapping[Language, str] = {"nb": "nb", "nn": "nn", "en": "en_GB"}
