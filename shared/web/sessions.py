"""Sessions: who somebody is and which hat they wear, sealed in a cookie that every service can open.

Never roles: what a person may do is looked up each time. Sessions go by machine time.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal, get_args

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.i18n import LANGUAGES, Language, choose_language
from shared.identifiers import new_id
from shared.keyring import Keyring
from shared.web.sealing import Sealer, Stamp

Hat = Literal["guardian", "staff", "pupil"]
HATS: tuple[Hat, ...] = get_args(Hat)

IDLE_S = 15 * 60
SHARED_IDLE_S = 3 * 60
"""On a device that several people use, a tablet in the staff room: nobody finds another's pages there."""
LONGEST_S = 8 * 60 * 60
LANGUAGE_COOKIE = "samspill-language"
SHARED_COOKIE = "samspill-shared"
_WITHOUT_SHARED = 8
"""How many fields a session had before it knew of shared devices; such a cookie is read on."""

# A cookie is written anew at most this often, so idleness is known to within this.
_TOUCH_S = 30

IsRevoked = Callable[[str], bool]
"""The `SignedOut` port: whether this session, or the login behind it, has been ended."""


@dataclass(frozen=True, slots=True)
class Session:
    """One signed-in person in one hat. `issuer_sid` is the login at the issuer, for back-channel logout."""

    sid: str
    person_id: str
    hat: Hat
    issuer: str
    auth_at: int
    last_seen: int
    language: Language = "nb"
    issuer_sid: str = ""
    shared: bool = False
    """Whether it was begun on a device that several people use."""

    @property
    def idle_s(self) -> int:
        return SHARED_IDLE_S if self.shared else IDLE_S


class Sessions:
    """Opens, issues and ends sessions, and makes the CSRF tokens bound to them."""

    def __init__(
        self,
        keyring: Keyring,
        *,
        secure: bool,
        is_revoked: IsRevoked = lambda _sid: False,
        knows_revoked: Callable[[], bool] = lambda: True,
        now: Callable[[], float] = time.time,
    ) -> None:
        """`knows_revoked` says whether it is known yet who has signed out; before that nobody is let in."""
        self.secure = secure
        self.cookie = "__Host-samspill" if secure else "samspill"
        self._is_revoked = is_revoked
        self.knows_revoked = knows_revoked
        self._now = now
        self._sealer = Sealer(keyring, "session")
        self._csrf = Stamp(keyring, "csrf")

    def start(
        self,
        *,
        person_id: str,
        hat: Hat,
        issuer: str,
        language: Language = "nb",
        issuer_sid: str = "",
        shared: bool = False,
    ) -> Session:
        """Make a new session that begins now; `issue` gives it to the browser."""
        now = int(self._now())
        return Session(new_id("session"), person_id, hat, issuer, now, now, language, issuer_sid, shared)

    def read(self, sealed: str) -> Session | None:
        """Open a cookie's session: None when forged, idle for too long, too old or signed out."""
        told = self._sealer.open(sealed)
        if not isinstance(told, list) or len(told) not in _LENGTHS:
            return None
        session = Session(*told)
        now = self._now()
        if now - session.last_seen > session.idle_s or now - session.auth_at > LONGEST_S:
            return None
        if self._is_revoked(session.sid) or (session.issuer_sid and self._is_revoked(session.issuer_sid)):
            return None
        return session

    def seal(self, session: Session) -> str:
        """Seal a session as the value of its cookie."""
        return self._sealer.seal([getattr(session, name) for name in Session.__slots__])

    def issue(self, response: Response, session: Session) -> None:
        """Give the session to the browser with this response."""
        response.headers.append("set-cookie", self._set_cookie(self.seal(session)))

    def end(self, response: Response) -> None:
        """Take the session from the browser; other copies of it are refused once it is revoked."""
        response.headers.append("set-cookie", self._set_cookie("", age=0))

    def touched(self, session: Session) -> str | None:
        """The cookie that keeps a session in use alive; None when it need not be written yet."""
        now = int(self._now())
        if now - session.last_seen < _TOUCH_S:
            return None
        return self._set_cookie(self.seal(replace(session, last_seen=now)))

    def csrf_token(self, session: Session) -> str:
        return self._csrf.of(session.sid)

    def csrf_fits(self, session: Session, token: str) -> bool:
        return self._csrf.fits(session.sid, token)

    def _set_cookie(self, value: str, *, age: int | None = None) -> str:
        ends = "" if age is None else f"; Max-Age={age}"
        return f"{self.cookie}={value}; Path=/; HttpOnly; SameSite=Lax{'; Secure' * self.secure}{ends}"


_LENGTHS = frozenset({_WITHOUT_SHARED, len(Session.__slots__)})


class SessionMiddleware:
    """Puts `session` (or None), `csrf` and `language` on `request.state` of every request."""

    def __init__(self, app: ASGIApp, *, sessions: Sessions) -> None:
        self._app = app
        self._sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        sealed, preferred, accepted = self._told(scope)
        session = self._sessions.read(sealed) if sealed else None
        state: dict[str, Any] = scope.setdefault("state", {})
        state["session"] = session
        # Who cannot be told apart from one who signed out is asked to come back, not to sign in again.
        state["undecided"] = bool(sealed) and not self._sessions.knows_revoked()
        if session is not None and session.shared:
            state["leads_out_after_s"] = session.idle_s
        state["csrf"] = self._sessions.csrf_token(session) if session else ""
        state["language"] = _language(preferred or (session.language if session else None), accepted)
        renewed = self._sessions.touched(session) if session else None
        if renewed is None:
            await self._app(scope, receive, send)
            return
        await self._app(scope, receive, self._renewing(send, renewed))

    def _told(self, scope: Scope) -> tuple[str, str | None, str]:
        sealed, preferred, accepted = "", None, ""
        for name, value in scope["headers"]:
            if name == b"cookie":
                for key, cookie in _cookies(value.decode("latin-1")):
                    if key == self._sessions.cookie:
                        sealed = cookie
                    elif key == LANGUAGE_COOKIE:
                        preferred = cookie
            elif name == b"accept-language":
                accepted = value.decode("latin-1")
        return sealed, preferred, accepted

    def _renewing(self, send: Send, renewed: str) -> Send:
        named = f"{self._sessions.cookie}="

        async def send_renewed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                # Signing in or out has just said something else about this cookie.
                if not any(cookie.startswith(named) for cookie in headers.getlist("set-cookie")):
                    headers.append("set-cookie", renewed)
            await send(message)

        return send_renewed


def session_of(request: HTTPConnection) -> Session | None:
    """The session of this request, or None where nobody is signed in."""
    found: Session | None = getattr(request.state, "session", None)
    return found


def language_of(request: HTTPConnection) -> Language:
    """The language to speak to this reader."""
    found: Language = getattr(request.state, "language", "nb")
    return found


def csrf_of(request: HTTPConnection) -> str:
    """The token that this session's forms carry in their hidden field `csrf`; empty without a session."""
    found: str = getattr(request.state, "csrf", "")
    return found


def remember_language(response: Response, language: Language, *, secure: bool) -> None:
    """Keep the language that a reader chose, for a year; it wins over everything else."""
    assert language in LANGUAGES
    response.set_cookie(
        LANGUAGE_COOKIE, language, max_age=365 * 86400, secure=secure, httponly=True, samesite="lax"
    )


def _cookies(header: str) -> Iterator[tuple[str, str]]:
    for part in header.split(";"):
        name, _, value = part.strip().partition("=")
        yield name, value


@lru_cache(maxsize=1024)
def _language(preferred: str | None, accepted: str) -> Language:
    return choose_language(preferred, accepted)
