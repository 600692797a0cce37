"""Notify's pages and API, as somebody signed in, or nobody, asks for them."""

import contextlib
from collections.abc import AsyncIterator

import httpx

from shared.web.sessions import Hat, Sessions
from tests.notify.office import Office
from tests.shared.beats import beats

ORIGIN = "http://samspill.test"


class Browser:
    """An HTTP client on notify's own application."""

    def __init__(self, http: httpx.AsyncClient, sessions: Sessions) -> None:
        self.http = http
        self._sessions = sessions

    def headers(self, person_id: str, hat: Hat = "staff", *, page: bool = True) -> dict[str, str]:
        """The cookie and token of a session of that person."""
        session = self._sessions.start(person_id=person_id, hat=hat, issuer="test")
        return {
            "cookie": f"{self._sessions.cookie}={self._sessions.seal(session)}",
            "x-csrf-token": self._sessions.csrf_token(session),
            "accept": "text/html" if page else "application/json",
        }


@contextlib.asynccontextmanager
async def browser(office: Office) -> AsyncIterator[Browser]:
    """The application without its background roles; who may see is fresh."""
    for beat in beats():
        await office.hears(beat)
    assert office.service.web is not None
    app = office.service.web(office.running())
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as http:
        yield Browser(http, app.state.sessions)
