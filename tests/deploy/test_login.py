import base64
import hashlib
import secrets
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from deploy.local import Stack
from deploy.local.login import CLIENT_ID, SECRET

pytestmark = pytest.mark.stack


class SignIn:
    """A browser and our own callback in one: asks for a code, and exchanges it."""

    def __init__(self, stack: Stack, issuer: str) -> None:
        self.issuer = issuer
        self.redirect = f"{stack.base_url}/callback"
        self.secret = stack.secrets.password(SECRET)
        self.verifier = secrets.token_urlsafe(48)
        self.http = httpx.AsyncClient(base_url=issuer, follow_redirects=False, trust_env=False)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.aclose()

    async def ask(self, **changed: str | None) -> httpx.Response:
        challenge = (
            base64.urlsafe_b64encode(hashlib.sha256(self.verifier.encode()).digest()).decode().rstrip("=")
        )
        wanted = {
            "client_id": CLIENT_ID,
            "response_type": "code",
            "scope": "openid profile",
            "redirect_uri": self.redirect,
            "state": "state",
            "nonce": "nonce",
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        } | changed
        said = {key: value for key, value in wanted.items() if value is not None}
        return await self.http.get(f"/auth?{urlencode(said)}")

    async def code_for(self, subject: str) -> str:
        page = (await self.ask()).headers["location"]
        answer = await self.http.post(page, data={"login": subject})
        while not answer.headers["location"].startswith(self.redirect):
            answer = await self.http.get(answer.headers["location"])
        return parse_qs(urlsplit(answer.headers["location"]).query)["code"][0]

    async def exchange(self, code: str, **verifier: str) -> httpx.Response:
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": self.redirect, **verifier}
        return await self.http.post("/token", data=form, auth=(CLIENT_ID, self.secret))

    async def claims(self, subject: str) -> dict[str, Any]:
        tokens = (await self.exchange(await self.code_for(subject), code_verifier=self.verifier)).json()
        keys = KeySet.import_key_set((await self.http.get("/jwks")).json())
        return jwt.decode(tokens["id_token"], keys).claims


async def test_staff_are_known_by_sub(stack: Stack) -> None:
    async with SignIn(stack, stack.login.staff_issuer) as browser:
        claims = await browser.claims("feide:rektor")
    assert claims["sub"] == "feide:rektor"
    assert claims["iss"] == stack.login.staff_issuer
    assert claims["nonce"] == "nonce"
    assert claims["sid"]
    assert "pid" not in claims


async def test_families_are_known_by_pid_with_high_assurance(stack: Stack) -> None:
    async with SignIn(stack, stack.login.family_issuer) as browser:
        claims = await browser.claims("05117512345")
    assert claims["pid"] == "05117512345"
    assert claims["acr"] == "idporten-loa-high"
    assert claims["sub"] != claims["pid"]


@pytest.mark.parametrize("verifier", [{}, {"code_verifier": "x" * 43}], ids=["missing", "wrong"])
async def test_a_code_is_worth_nothing_without_its_verifier(stack: Stack, verifier: dict[str, str]) -> None:
    async with SignIn(stack, stack.login.family_issuer) as browser:
        refused = await browser.exchange(await browser.code_for("05117512345"), **verifier)
    assert refused.status_code == httpx.codes.BAD_REQUEST
    assert refused.json()["error"] == "invalid_grant"


@pytest.mark.parametrize(
    "changed", [{"code_challenge": None, "code_challenge_method": None}, {"code_challenge_method": "plain"}]
)
async def test_no_one_signs_in_without_a_sha256_challenge(
    stack: Stack, changed: dict[str, str | None]
) -> None:
    async with SignIn(stack, stack.login.staff_issuer) as browser:
        refused = await browser.ask(**changed)
    assert parse_qs(urlsplit(refused.headers["location"]).query)["error"] == ["invalid_request"]


async def test_a_foreign_address_is_never_redirected_to(stack: Stack) -> None:
    async with SignIn(stack, stack.login.staff_issuer) as browser:
        refused = await browser.ask(redirect_uri="http://evil.example/callback")
    assert refused.status_code == httpx.codes.BAD_REQUEST
