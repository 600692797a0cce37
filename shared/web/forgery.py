"""Refusing what another site makes a browser send in a signed-in person's name."""

import secrets
from urllib.parse import urlsplit

from starlette.requests import Request

from shared.errors import Forbidden
from shared.web.sessions import Sessions, session_of

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
CSRF_FIELD = "csrf"
CSRF_HEADER = "x-csrf-token"

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class StaleForm(Forbidden):
    """The form was not given out to this session: loading the page again mends it."""

    def __init__(self) -> None:
        super().__init__("stale-form")


async def refuse_forgery(request: Request) -> None:
    """Raise `StaleForm` unless our own page, in this very session, made the browser send this.

    Without a session only the origin is looked at: there is nobody in whose name it could be done.
    """
    if request.method in SAFE:
        return
    if not _same_origin(request):
        raise StaleForm
    session = session_of(request)
    if session is None:
        return
    sessions: Sessions = request.app.state.sessions
    token = request.headers.get(CSRF_HEADER) or await _token_in_form(request)
    if not token or not sessions.csrf_fits(session, token):
        raise StaleForm


def new_nonce() -> str:
    return secrets.token_urlsafe(24)


def _same_origin(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin")
    # Under our own Referrer-Policy (no-referrer) browsers send `Origin: null` with a form: it says
    # nothing, and the token decides.
    if origin is None or origin == "null":
        return True
    return origin in {request.app.state.origin, _host(request)}


def _host(request: Request) -> str:
    """The address a service answers on without the gateway; a page of another site cannot set it."""
    return f"{request.url.scheme}://{request.headers.get('host', '')}"


async def _token_in_form(request: Request) -> str | None:
    if not request.headers.get("content-type", "").startswith(_FORMS):
        return None
    found = (await request.form()).get(CSRF_FIELD)
    return found if isinstance(found, str) else None


def origin_of(url: str) -> str:
    """Scheme, host and port of an address, as browsers write an Origin."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
