"""Pages: one face for four services.

    pages = Pages(templates=HERE / "templates", locales=HERE.parent / "locales")
    pages.check()                                   # at start: every text exists in every language
    return pages.render(request, "today.html", tasks=tasks, active="today")

Besides what is given, every template has: `t`, `lang`, `day` `short_day` `time` `moment` `weekday`
(filters), `near_day(day, today)`, `asset(name)`, `signed_in` (None, or with `name`, `hat`, `at`,
`hat_line`), `csrf` and `csrf_input`, `contact`, `active`, `navigation`, `errors` and `values`.
The macros and their parameters stand at the top of `templates/components.html`.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from shared import i18n
from shared.i18n import LANGUAGES, Catalogue, CatalogueError, Language
from shared.observability.logs import get_logger
from shared.web.assets import Assets, shared_assets
from shared.web.navigation import navigation_for
from shared.web.page_texts import unsaid
from shared.web.sessions import csrf_of, language_of, remember_language, session_of

HERE = Path(__file__).parent
SHARED_TEMPLATES = HERE / "templates"
SHARED_LOCALES = (HERE / "locales", HERE / "problem_texts")

_log = get_logger()


@dataclass(frozen=True, slots=True)
class Contact:
    """A person to ring, at the foot of every page."""

    name: str
    phone: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class SignedInView:
    """Who the page is shown to: put one in `request.state.signed_in`.

    `hat` is guardian, staff or pupil; `at` the school or the municipality; `duty` one of the directory's
    codes (rektor, contact_teacher, school_owner …), which chooses the hat's words and the navigation.
    """

    name: str
    hat: str
    at: str | None = None
    duty: str | None = None


@dataclass(frozen=True, slots=True)
class _Reader:
    name: str
    hat: str
    at: str | None
    duty: str | None
    hat_line: str
    person_id: str = field(default="", repr=False)


class Pages:
    """Draws the pages of one service. Made once, in `app.py`; opens files only when it is made."""

    def __init__(
        self,
        *,
        templates: Path | Sequence[Path] = (),
        locales: Path | Sequence[Path] = (),
        contact: Contact | None = None,
        form_targets: Sequence[str] = (),
        assets: Assets | None = None,
    ) -> None:
        """`form_targets`: origins (the sign-in issuers) that a form's answer may send the browser on to."""
        own = [templates] if isinstance(templates, Path) else [*templates]
        words = [locales] if isinstance(locales, Path) else [*locales]
        self.catalogue = Catalogue(*SHARED_LOCALES, *words, missed=_report_missed)
        self._contact = contact
        self._folders = [*own, SHARED_TEMPLATES]
        self._headers = page_headers(form_targets)
        assets = assets or shared_assets()
        self._environments = {lang: self._environment(lang, assets) for lang in LANGUAGES}

    def render(self, request: Request, name: str, /, status: int = 200, **context: Any) -> HTMLResponse:
        """Draw the page in the reader's language; `?lang=` changes it, and is remembered."""
        asked = request.query_params.get("lang")
        language = asked if asked in LANGUAGES else language_of(request)
        state = request.state
        reader = self._reader(request, language)
        told = {
            "signed_in": reader,
            "csrf": csrf_of(request),
            "csrf_input": _hidden("csrf", csrf_of(request)),
            "contact": getattr(state, "contact", None) or self._contact,
            "reader_key": _key(reader.person_id, reader.hat) if reader else "",
            "navigation": navigation_for(reader.hat, reader.duty) if reader else (),
            "active": "",
            "path": request.url.path,
            "errors": {},
            "values": {},
            **context,
        }
        page = self._environments[language].get_template(name).render(told)
        response = HTMLResponse(page, status_code=status, headers={"content-language": language})
        for header, value in self._headers.items():
            response.headers[header] = value
        after_s = getattr(state, "leads_out_after_s", None)
        if after_s is not None:
            # Works without JavaScript: what is on the screen goes when the time is over.
            response.headers["refresh"] = f"{max(1, int(after_s) + 1)};url=/sign-in"
        if asked in LANGUAGES:
            remember_language(response, language, secure=request.url.scheme == "https")
        return response

    def t(self, language: Language, message_id: str, /, **args: object) -> str:
        return self.catalogue.t(language, message_id, **args)

    def check(self) -> None:
        """Raise `CatalogueError` unless all that the templates say is in all the languages."""
        self.catalogue.check()
        if faults := [*unsaid(self._environments["nb"], self._folders, self.catalogue)]:
            raise CatalogueError(faults)

    def _environment(self, language: Language, assets: Assets) -> Environment:
        environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in self._folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.globals.update(
            t=partial(self.catalogue.t, language),
            lang=language,
            asset=assets.url,
            near_day=partial(self._near_day, language),
        )
        formats: Mapping[str, Callable[..., str]] = {
            "day": i18n.format_day,
            "short_day": i18n.format_short_day,
            "weekday": i18n.format_weekday,
            "time": i18n.format_time,
            "moment": i18n.format_moment,
        }
        environment.filters.update({name: partial(_swapped, one, language) for name, one in formats.items()})
        return environment

    def _near_day(self, language: Language, day: date, today: date) -> str:
        """`i dag`, `i morgen`, `i går`, else the weekday and date."""
        near = {0: "day-today", 1: "day-tomorrow", -1: "day-yesterday"}.get(
            (day - today) // timedelta(days=1)
        )
        return self.catalogue.t(language, near) if near else i18n.format_day(day, language)

    def _reader(self, request: Request, language: Language) -> _Reader | None:
        seen = getattr(request.state, "signed_in", None)
        session = session_of(request)
        if seen is None and session is None:
            return None
        hat = seen.hat if seen else session.hat if session else ""
        at, duty = getattr(seen, "at", None), getattr(seen, "duty", None)
        line = self.catalogue.t(language, "hat-line", hat=hat, duty=duty or "none")
        if at:
            line = self.catalogue.t(language, "hat-line-at", hat=line, at=at, duty=duty or "none")
        person_id = session.person_id if session else ""
        return _Reader(getattr(seen, "name", ""), hat, at, duty, line, person_id)


def page_headers(form_targets: Sequence[str] = ()) -> dict[str, str]:
    """Say what a page of ours may do: nothing inline, nothing from elsewhere, kept nowhere."""
    policy = {
        "default-src": "'none'",
        "style-src": "'self'",
        "script-src": "'self'",
        "font-src": "'self'",
        # Designsystemet draws its icons as data: masks.
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "form-action": " ".join(["'self'", *form_targets]),
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "content-security-policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
        "vary": "cookie, accept-language",
    }


def _hidden(name: str, value: str) -> Markup:
    return Markup('<input type="hidden" name="{}" value="{}">').format(name, value)


def _key(*parts: str) -> str:
    """Tell one reader's unsent text from the next one's in the same browser, without saying who they are."""
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8, person=b"samspill-keep").hexdigest()


def _swapped(write: Callable[..., str], language: Language, value: Any, **options: Any) -> str:
    return write(value, language, **options)


def _report_missed(language: Language, message_id: str) -> None:
    _log.error("text.missing", language=language, message_id=message_id)
