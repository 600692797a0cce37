"""A person with a browser: signs in, reads pages, fills in forms. Everything goes through the gateway."""

from __future__ import annotations

import secrets
import ssl
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import httpx

from deploy.demo.browser_page import Form, Page
from deploy.demo.roster.people import CastMember

Typed = Mapping[str, str | Sequence[str]]

PATIENCE_S = 30
# All is plain HTTP on this machine; loading the world's certificates for each person takes its time.
_NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Unexpected(Exception):
    """A page or an answer was not what the person was to meet; the message is for the timeline."""


class Person:
    """One of the demo's people, with a cookie jar of their own."""

    def __init__(self, member: CastMember, base_url: str) -> None:
        self.name = member["name"]
        self.given_name = self.name.split()[0]
        self.email = member["email"]
        self.issuer = member["issuer"]
        self.note = member["note"]
        self._subject = member["subject"]
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"accept": "text/html", "accept-language": "nb"},
            follow_redirects=True,
            trust_env=False,
            verify=_NO_TLS,
            timeout=PATIENCE_S,
        )
        self._csrf = ""
        self.last: Page | None = None

    async def sign_in(self) -> None:
        """Walk the real way in: our sign-in page, the issuer's login page, and back through the callback."""
        choose = await self.opens("/sign-in")
        way = next((link for link in choose.links("/sign-in/") if f"/sign-in/{self.issuer}" in link), None)
        if way is None:
            raise Unexpected(f"{self.name} found no way to sign in on {choose.path}")
        answer = await self._http.get(way)
        if answer.is_error or "/interaction/" not in str(answer.url):
            raise Unexpected(f"{self.name} could not get to the login: {_said(answer)}")
        answer = await self._http.post(str(answer.url), data={"login": self._subject})
        if answer.is_error:
            raise Unexpected(f"{self.name} could not sign in: {_said(answer)}")
        self._remember(Page.of(answer))

    async def opens(self, path: str, *, status: int = 200) -> Page:
        """Open a page; raises `Unexpected` when it does not answer with that status."""
        answer = await self._http.get(path)
        if answer.status_code != status:
            raise Unexpected(f"{self.name} opened {_shown(path)} and met {_said(answer)}")
        return self._remember(Page.of(answer))

    async def sends(self, form: Form, typed: Typed | None = None, *, status: int = 200) -> Page:
        """Fill in a form and send it, as its button would; redirects are followed as a browser does."""
        fields = form.filled(typed or {})
        if form.is_upload:
            answer = await self._http.post(form.action, files=[(name, (None, v)) for name, v in fields])
        else:
            answer = await self._http.post(
                form.action,
                content=urlencode(fields),
                headers={"content-type": "application/x-www-form-urlencoded"},
            )
        if answer.status_code != status:
            raise Unexpected(f"{self.name} sent a form to {_shown(form.action)} and met {_said(answer)}")
        return self._remember(Page.of(answer))

    async def asks(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        status: int | None = None,
        key: str | None = None,
    ) -> Any:
        """Call the JSON API as this person; the answer's JSON, `Unexpected` when the status is not 2xx."""
        answer = await self.call(method, path, body, key=key)
        fits = answer.status_code == status if status is not None else answer.is_success
        if not fits:
            raise Unexpected(f"{self.name} asked {method} {_shown(path)} and met {_said(answer)}")
        return answer.json() if answer.content else None

    async def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        key: str | None = None,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
    ) -> httpx.Response:
        """Call the JSON API as this person and return whatever came."""
        told = {"accept": "application/json", **(headers or {})}
        if method != "GET":
            told.setdefault("x-csrf-token", await self._token())
            told.setdefault("idempotency-key", key or secrets.token_urlsafe(24))
        return await self._http.request(
            method, path, json=body, content=content, headers=told, follow_redirects=False
        )

    async def visit(self, path: str) -> httpx.Response:
        """Open a page and return whatever came, redirects not followed."""
        return await self._http.get(path, follow_redirects=False)

    async def aclose(self) -> None:
        await self._http.aclose()

    async def _token(self) -> str:
        if not self._csrf:
            self._remember(Page.of(await self._http.get("/")))
        return self._csrf

    def _remember(self, page: Page) -> Page:
        self._csrf, self.last = page.csrf or self._csrf, page
        return page


def _said(answer: httpx.Response) -> str:
    """The status, and the heading or the problem's code: what a person would tell us on the telephone."""
    if "json" in answer.headers.get("content-type", ""):
        return f"{answer.status_code} {answer.text[:300]}"
    page = Page.of(answer)
    return " ".join([str(answer.status_code), page.heading, *page.errors]).strip()


def _shown(path: str) -> str:
    """A path without what might be a personal link."""
    return "/reply/…" if "/reply/" in path else path
