"""Every error as RFC 9457 problem details, or as a page for people; in the reader's language.

A problem says which rule was broken and how to mend it, never what was typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi import params as fastapi_params
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Match

from shared.errors import (
    Conflict,
    Forbidden,
    Hidden,
    NotSignedIn,
    NotYet,
    Refusal,
    SamspillError,
    TooLarge,
    Unavailable,
    Unreadable,
)
from shared.i18n import Catalogue, Language
from shared.observability.logs import get_logger
from shared.observability.metrics import NEIGHBOUR_DOWN
from shared.web.faults import Fault, faults_in, names_in
from shared.web.sessions import language_of

MEDIA_TYPE = "application/problem+json"
TYPE_PREFIX = "urn:samspill:problem:"

log = get_logger()

_STATUS_CODES: Mapping[int, str] = {
    400: "bad-request",
    401: "not-signed-in",
    403: "forbidden",
    404: "not-found",
    405: "method-not-allowed",
    409: "conflict",
    413: "too-large",
    415: "wrong-content-type",
    422: "invalid",
    429: "too-many",
    503: "unavailable",
}
_REFUSED = ((NotSignedIn, 401), (Hidden, 404), (Forbidden, 403), (Conflict, 409), (TooLarge, 413))
_KEPT_HEADERS = frozenset({"allow", "retry-after"})
_BROKEN = 500
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class FieldProblem(BaseModel):
    """What is wrong with one field."""

    field: str = Field(description="The field's path, its parts joined by dots; `body` for the whole")
    code: str = Field(description="Which rule, for programs")
    detail: str = Field(description="How to mend it, in the reader's language")


class Problem(BaseModel):
    """An error as RFC 9457 describes it."""

    type: str = Field(description="`urn:samspill:problem:` and the code")
    title: str
    status: int
    code: str
    detail: str
    errors: list[FieldProblem] = Field(default_factory=list)


class ProblemPages(Protocol):
    """What draws the page of a problem in the common layout, and has the service's words."""

    @property
    def catalogue(self) -> Catalogue: ...

    def render(self, request: Request, name: str, /, status: int = 200, **context: Any) -> Response: ...


@dataclass(frozen=True, slots=True)
class Facts:
    """What is to be said of an error, before it has words."""

    status: int
    code: str
    faults: list[Fault] = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)
    limit: int | None = None


class Problems:
    """Turns errors into responses. A service's own catalogue has the words of its own codes.

    A refusal's code is looked up as `problem-<code>` (with `.detail`), a field's as `field-<code>`, first
    in the service's catalogue and then among our own.
    """

    def __init__(self, texts: Catalogue | None = None, pages: ProblemPages | None = None) -> None:
        own = Catalogue(Path(__file__).parent / "problem_texts")
        own.check()
        self._texts = [one for one in (texts, pages.catalogue if pages else None, own) if one]
        self._pages = pages

    def install(self, app: FastAPI) -> None:
        """Answer every error of this application."""
        for kind in (SamspillError, RequestValidationError, HTTPException):
            app.add_exception_handler(kind, self._handle)
        app.state.problems = self

    def answer(self, request: Request, error: BaseException) -> Response:
        """Make the response that this error deserves; never raises, never shows the error's message."""
        if isinstance(error, NotSignedIn) and wants_page(request):
            return RedirectResponse(f"/sign-in?to={quote(_way_back(request))}", status_code=303)
        facts = facts_of(request, error)
        problem = self.describe(facts, language_of(request))
        if not wants_page(request):
            body = problem.model_dump()
            return JSONResponse(body, facts.status, dict(facts.headers), media_type=MEDIA_TYPE)
        response = self._page(request, problem)
        response.headers.update(facts.headers)
        return response

    def describe(self, facts: Facts, language: Language) -> Problem:
        """Put the facts into the reader's words."""
        said_as = facts.code if self._has(f"problem-{facts.code}") else _fallback(facts.status)
        return Problem(
            type=TYPE_PREFIX + facts.code,
            title=self._t(language, f"problem-{said_as}"),
            status=facts.status,
            code=facts.code,
            detail=self._t(language, f"problem-{said_as}.detail", limit=facts.limit or 0),
            errors=[self._field(fault, language) for fault in facts.faults],
        )

    def field_text(self, code: str, language: Language, limit: int | None = None) -> str:
        """Say how to mend a field, from its code."""
        if limit is not None and self._has(f"field-{code}-limit"):
            return self._t(language, f"field-{code}-limit", limit=limit)
        return self._t(language, f"field-{code}" if self._has(f"field-{code}") else "field-invalid")

    async def _handle(self, request: Request, error: Exception) -> Response:
        return self.answer(request, error)

    def _field(self, fault: Fault, language: Language) -> FieldProblem:
        detail = self.field_text(fault.code, language, fault.limit)
        return FieldProblem(field=fault.field, code=fault.code, detail=detail)

    def _page(self, request: Request, problem: Problem) -> Response:
        if self._pages is not None:
            try:
                return self._pages.render(
                    request,
                    "problem.html",
                    problem.status,
                    problem_title=problem.title,
                    problem_detail=problem.detail,
                    course=problem.code == "not-trained",
                    retry=request.url.path if request.method == "GET" and problem.status >= _BROKEN else None,
                )
            except Exception:
                log.exception("problem-page.failed")
        language = language_of(request)
        home = self._t(language, "problem-page-home")
        return HTMLResponse(
            f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width"><title>{escape(problem.title)}</title>'
            f"<main><h1>{escape(problem.title)}</h1><p>{escape(problem.detail)}</p>"
            f'<p><a href="/">{escape(home)}</a></p></main></html>',
            problem.status,
        )

    def _has(self, text_id: str) -> bool:
        return any(texts.has(text_id) for texts in self._texts)

    def _t(self, language: Language, text_id: str, **args: object) -> str:
        texts = next((texts for texts in self._texts if texts.has(text_id)), self._texts[-1])
        return texts.t(language, text_id, **args)


def problems_of(request: Request) -> Problems:
    """What this application describes its problems with."""
    found: Problems = request.app.state.problems
    return found


def facts_of(request: Request, error: BaseException) -> Facts:
    """What an error means to the one who asked: status, code, fields and headers."""
    if isinstance(error, Unavailable):
        NEIGHBOUR_DOWN.labels(error.neighbour).inc()
        return Facts(503, "unavailable", headers={"Retry-After": str(error.retry_after_s)})
    if isinstance(error, NotYet) or _is_mongodb_down(error):
        return Facts(503, "unavailable", headers={"Retry-After": "5"})
    if isinstance(error, Refusal):
        return _facts_of_refusal(error)
    if isinstance(error, Unreadable):
        return Facts(422, "invalid")
    if isinstance(error, RequestValidationError):
        return _facts_of_validation(request, error)
    if isinstance(error, HTTPException):
        kept = {name: v for name, v in (error.headers or {}).items() if name.lower() in _KEPT_HEADERS}
        return Facts(error.status_code, _STATUS_CODES.get(error.status_code, "bad-request"), headers=kept)
    return Facts(500, "broken")


def wants_page(request: Request) -> bool:
    """Whether a person with a browser is asking, rather than a program."""
    if request.url.path.startswith("/api/"):
        return False
    accept = request.headers.get("accept", "")
    return "text/html" in accept or "json" not in accept


def _facts_of_refusal(error: Refusal) -> Facts:
    faults = [Fault(name, code) for name, code in error.fields.items()]
    status = 422
    for kind, its_status in _REFUSED:
        if isinstance(error, kind):
            status = its_status
    headers = {"WWW-Authenticate": 'Cookie realm="samspill"'} if status == 401 else {}  # noqa: PLR2004
    limit = error.limit // 1024 if isinstance(error, TooLarge) else None
    return Facts(status, error.code, faults, headers, limit)


def _facts_of_validation(request: Request, error: RequestValidationError) -> Facts:
    errors: list[Mapping[str, Any]] = list(error.errors())
    places = {one["loc"][0] for one in errors if one["loc"]}
    if "path" in places:  # an id that cannot exist is a page that does not
        return Facts(404, "not-found")
    if any(one["type"] == "json_invalid" for one in errors):
        return Facts(400, "not-json")
    body = getattr(request.scope.get("route"), "body_field", None)
    if _came_in_another_format(request, error, body):
        return Facts(415, "wrong-content-type")
    known = names_in(body.field_info.annotation) if body is not None else frozenset[str]()
    params = frozenset(str(one["loc"][1]) for one in errors if one["loc"][0] != "body" and one["loc"][1:])
    return Facts(422, "invalid", faults_in(errors, known | params))


def _came_in_another_format(request: Request, error: RequestValidationError, body: Any) -> bool:
    if body is not None and isinstance(body.field_info, fastapi_params.Form):
        sent = request.headers.get("content-length", "0") != "0"
        return sent and not request.headers.get("content-type", "").startswith(_FORMS)
    return isinstance(error.body, bytes) and error.body != b""


def _is_mongodb_down(error: BaseException) -> bool:
    """Whether MongoDB is away, should it not have been said as `Unavailable`; imports no driver."""
    names = {f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__}
    return "pymongo.errors.ConnectionFailure" in names


def _fallback(status: int) -> str:
    if status == 422:  # noqa: PLR2004
        return "refused"
    return _STATUS_CODES.get(status, "bad-request" if status < _BROKEN else "broken")


def _way_back(request: Request) -> str:
    """The page to come back to after signing in; never with a query, which might hold somebody's words."""
    path = request.url.path
    if request.method in {"GET", "HEAD"}:
        return path
    asked_for = {**request.scope, "method": "GET", "fastapi": {}}
    shown = any(route.matches(asked_for)[0] is Match.FULL for route in request.app.router.routes)
    return path if shown else "/"
