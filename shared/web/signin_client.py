"""Signing in at an issuer: authorization code with PKCE, state and nonce, and signing out again.

    client = SignInClient([staff, family], base_url=…, keyring=…, secure=True)
    return await client.begin("staff", return_to="/today")       # GET /sign-in
    identity = await client.finish(request)                      # GET /callback
    return await client.end(request, session.issuer)             # POST /sign-out

What must be remembered in between is sealed in a cookie of ten minutes; nothing is stored here.
"""

import base64
import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable, Collection
from typing import Any, Self
from urllib.parse import urlencode

import httpx
from joserfc import jws
from joserfc.errors import JoseError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from shared.errors import Unavailable
from shared.i18n import Language
from shared.keyring import Keyring
from shared.observability.metrics import SIGN_INS
from shared.settings import SignInSettings
from shared.web.identities import EndedLogin, Identity, login_id, safe_path, subject_hash
from shared.web.oidc import LOGOUT_EVENT, Issuer, IssuerClient, SignInFailed, issuers_of
from shared.web.sealing import Sealer

__all__ = [
    "EndedLogin",
    "Identity",
    "Issuer",
    "SignInClient",
    "SignInFailed",
    "issuers_of",
    "login_id",
    "safe_path",
    "subject_hash",
]

CALLBACK = "/callback"
SIGN_OUT = "/sign-out"

_BEGUN_S = 600
_HINT_S = 8 * 3600
_LARGEST_COOKIE = 3900


class SignInClient:
    """The issuers people sign in at. Opens no connection before it is used; `aclose` when done."""

    def __init__(
        self,
        issuers: Collection[Issuer],
        *,
        base_url: str,
        keyring: Keyring,
        secure: bool,
        http: httpx.AsyncClient | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._http = http or httpx.AsyncClient(timeout=5.0)
        self._clients = {one.name: IssuerClient(one, http=self._http, now=now) for one in issuers}
        self._base_url = base_url
        self._secure = secure
        self._now = now
        self._begun = Sealer(keyring, "sign-in")
        self._hint = Sealer(keyring, "sign-out")

    @classmethod
    def from_settings(
        cls, settings: SignInSettings, *, base_url: str, keyring: Keyring, secure: bool
    ) -> Self:
        return cls(issuers_of(settings), base_url=base_url, keyring=keyring, secure=secure)

    async def begin(
        self, issuer: str, return_to: str = "/", language: Language | None = None
    ) -> RedirectResponse:
        """Send the browser to the issuer; raises `Unavailable` when the issuer cannot be reached."""
        client = self._client(issuer)
        metadata = await client.metadata()
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        asked = {
            "response_type": "code",
            "client_id": client.issuer.client_id,
            "redirect_uri": self._base_url + CALLBACK,
            "scope": client.issuer.scope,
            "state": state,
            "nonce": nonce,
            "code_challenge": _s256(verifier),
            "code_challenge_method": "S256",
        }
        if client.issuer.acr_values:
            asked["acr_values"] = " ".join(client.issuer.acr_values)
        if language:
            asked["ui_locales"] = language
        response = RedirectResponse(f"{metadata['authorization_endpoint']}?{urlencode(asked)}", 303)
        begun = [issuer, state, nonce, verifier, safe_path(return_to), int(self._now())]
        self._set(response, self._cookie(state), self._begun.seal(begun), age=_BEGUN_S)
        SIGN_INS.labels(issuer, "begun").inc()
        return response

    async def finish(self, request: Request) -> Identity:
        """Take the issuer's answer; raises `SignInFailed` for any that is not to be trusted."""
        told = request.query_params
        issuer, state, nonce, verifier, return_to = self._what_was_begun(request)
        client = self._client(issuer)
        try:
            if told.get("error"):
                cancelled = told["error"] == "access_denied"
                raise SignInFailed("sign-in-cancelled" if cancelled else "sign-in-failed")
            if not hmac.compare_digest(told["state"].encode(), state.encode()) or not told.get("code"):
                raise SignInFailed
            if "iss" in told and told["iss"] != (await client.metadata())["issuer"]:
                raise SignInFailed
            identity = await self._identify(client, told["code"], nonce, verifier, return_to)
        except SignInFailed:
            SIGN_INS.labels(issuer, "failed").inc()
            raise
        SIGN_INS.labels(issuer, "done").inc()
        return identity

    def remember(self, request: Request, response: Response, identity: Identity) -> None:
        """Forget the beginning, and keep what signing out at the issuer will ask for, sealed."""
        self._set(response, self._cookie(request.query_params.get("state", "")), "", age=0)
        sealed = self._hint.seal([identity.issuer, identity.hint])
        if len(sealed) <= _LARGEST_COOKIE:
            self._set(response, _HINT_COOKIE, sealed, age=_HINT_S, path=SIGN_OUT)

    async def end(self, request: Request, issuer: str, after: str = "/") -> RedirectResponse:
        """Send the browser to sign out at the issuer too; to `after` when the issuer has no such place."""
        response = RedirectResponse(await self._end_address(request, issuer, after), 303)
        self._set(response, _HINT_COOKIE, "", age=0, path=SIGN_OUT)
        return response

    async def ended_by_issuer(self, logout_token: str) -> EndedLogin:
        """Verify a back-channel logout token; raises `SignInFailed` for any other text."""
        client = self._issuer_of(logout_token)
        claims = await client.claims_of(logout_token, essential={"jti": None, "events": None})
        events = claims["events"]
        if "nonce" in claims or not isinstance(events, dict) or LOGOUT_EVENT not in events:
            raise SignInFailed
        sid, subject = claims.get("sid"), claims.get(client.issuer.subject_claim)
        if sid is None and subject is None:
            raise SignInFailed
        name = client.issuer.name
        return EndedLogin(name, login_id(name, sid) if sid else None, subject)

    async def aclose(self) -> None:
        await self._http.aclose()

    async def _identify(
        self, client: IssuerClient, code: str, nonce: str, verifier: str, return_to: str
    ) -> Identity:
        tokens = await client.redeem(code, verifier=verifier, redirect_uri=self._base_url + CALLBACK)
        token = tokens.get("id_token")
        if not isinstance(token, str):
            raise SignInFailed
        claims = await client.claims_of(token, essential={"sub": None, "exp": None, "nonce": nonce})
        acr = str(claims.get("acr", ""))
        if client.issuer.acr_values and acr not in client.issuer.acr_values:
            raise SignInFailed("sign-in-too-weak", reason="too-weak", told=claims)
        subject = claims.get(client.issuer.subject_claim)
        if subject is None and "access_token" in tokens:
            told = await client.user_info(str(tokens["access_token"]))
            subject = told.get(client.issuer.subject_claim) if told.get("sub") == claims["sub"] else None
        if not isinstance(subject, str) or not subject:
            raise SignInFailed(reason="wrong-claim", told=claims)
        sid = str(claims.get("sid", ""))
        return Identity(client.issuer.name, subject, acr, sid, return_to, token, tuple(sorted(claims)))

    def returns_to(self, request: Request) -> str:
        """Where the sign-in that this answer belongs to was to end; empty for none of ours."""
        try:
            return self._what_was_begun(request)[4]
        except SignInFailed:
            return ""

    async def checks(self) -> dict[str, list[tuple[str, bool]]]:
        """Of each issuer, what can be known without a person (row P16)."""
        return {name: await client.check() for name, client in self._clients.items()}

    @property
    def issuers(self) -> tuple[Issuer, ...]:
        return tuple(client.issuer for client in self._clients.values())

    def _what_was_begun(self, request: Request) -> tuple[str, str, str, str, str]:
        sealed = request.cookies.get(self._cookie(request.query_params.get("state", "")), "")
        begun: Any = self._begun.open(sealed)
        if not isinstance(begun, list) or self._now() - begun[5] > _BEGUN_S:
            raise SignInFailed("sign-in-too-slow")
        issuer, state, nonce, verifier, return_to, _at = begun
        return issuer, state, nonce, verifier, return_to

    async def _end_address(self, request: Request, issuer: str, after: str) -> str:
        try:
            endpoint = (await self._client(issuer).metadata()).get("end_session_endpoint")
        except (Unavailable, SignInFailed):
            endpoint = None
        if not endpoint:
            return safe_path(after)
        asked = {
            "client_id": self._client(issuer).issuer.client_id,
            "post_logout_redirect_uri": self._base_url + safe_path(after),
        }
        kept = self._hint.open(request.cookies.get(_HINT_COOKIE, ""))
        if isinstance(kept, list) and kept[0] == issuer:
            asked["id_token_hint"] = kept[1]
        return f"{endpoint}?{urlencode(asked)}"

    def _issuer_of(self, token: str) -> IssuerClient:
        """Whose token this claims to be, before anything is believed."""
        try:
            claimed = json.loads(jws.extract_compact(token.encode()).payload)["iss"].rstrip("/")
        except (JoseError, ValueError, LookupError, TypeError, AttributeError):
            raise SignInFailed from None
        found = [client for client in self._clients.values() if client.issuer.url == claimed]
        if not found:
            raise SignInFailed
        return found[0]

    def _client(self, issuer: str) -> IssuerClient:
        if issuer not in self._clients:
            raise SignInFailed
        return self._clients[issuer]

    def _cookie(self, state: str) -> str:
        # One for each beginning, so that signing in in two tabs works in both.
        return f"{'__Host-' * self._secure}samspill-sign-in-{hashlib.sha256(state.encode()).hexdigest()[:12]}"

    def _set(self, response: Response, name: str, value: str, *, age: int, path: str = "/") -> None:
        response.set_cookie(
            name, value, max_age=age, path=path, secure=self._secure, httponly=True, samesite="lax"
        )


_HINT_COOKIE = "samspill-login"


def _s256(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
