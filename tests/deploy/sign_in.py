import base64
import hashlib
import secrets
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
from joserfc import jwt
from joserfc.jwk import KeySet

from deploy.local.login import CLIENT_ID


class SignIn:
    """A browser and our own callback in one: asks an issuer for a code, and exchanges it."""

    def __init__(self, issuer: str, *, base_url: str, secret: str) -> None:
        self.redirect = f"{base_url}/callback"
        self.secret = secret
        self.verifier = secrets.token_urlsafe(48)
        self.http = httpx.AsyncClient(base_url=issuer, follow_redirects=False, trust_env=False)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.aclose()

    async def ask(self, **changed: str | None) -> httpx.Response:
        challenge = base64.urlsafe_b64encode(hashlib.sha256(self.verifier.encode()).digest()).decode()
        wanted = {
            "client_id": CLIENT_ID,
            "response_type": "code",
            "scope": "openid profile",
            "redirect_uri": self.redirect,
            "state": "state",
            "nonce": "nonce",
            "code_challenge": challenge.rstrip("="),
            "code_challenge_method": "S256",
        } | changed
        said = {key: value for key, value in wanted.items() if value is not None}
        return await self.http.get(f"/auth?{urlencode(said)}")

    async def code_for(self, subject: str, **changed: str | None) -> str:
        page = (await self.ask(**changed)).headers["location"]
        answer = await self.http.post(page, data={"login": subject})
        while not answer.headers["location"].startswith(self.redirect):
            answer = await self.http.get(answer.headers["location"])
        return parse_qs(urlsplit(answer.headers["location"]).query)["code"][0]

    async def exchange(self, code: str, **verifier: str) -> httpx.Response:
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": self.redirect, **verifier}
        return await self.http.post("/token", data=form, auth=(CLIENT_ID, self.secret))

    async def id_token(self, subject: str, **changed: str | None) -> str:
        code = await self.code_for(subject, **changed)
        return str((await self.exchange(code, code_verifier=self.verifier)).json()["id_token"])

    async def claims(self, token: str) -> dict[str, Any]:
        """Check the signature under the issuer's published keys and return what the token says."""
        keys = KeySet.import_key_set((await self.http.get("/jwks")).json())
        return jwt.decode(token, keys).claims
