"""A small OpenID issuer in memory: it checks PKCE and the client, and can be told to lie."""

import base64
import hashlib
from typing import Any
from urllib.parse import parse_qs, parse_qsl

import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey


class FakeIssuer:
    def __init__(self, url: str, client_id: str = "samspill", secret: str = "s3cret/with?signs") -> None:
        self.url = url
        self.client_id = client_id
        self.secret = secret
        self.key = RSAKey.generate_key(2048, {"kid": "one"})
        self.published = self.key
        self.codes: dict[str, dict[str, str]] = {}
        self.lies: dict[str, Any] = {}
        self.down = 0
        self.asked: list[str] = []

    def authorize(self, location: str, **told: str) -> str:
        """What a browser would bring back after signing in: the query of the callback."""
        asked = dict(parse_qsl(httpx.URL(location).query.decode()))
        self.codes["code-1"] = asked
        return str(httpx.QueryParams({"code": "code-1", "state": asked["state"], "iss": self.url, **told}))

    def token(self, claims: dict[str, Any], key: RSAKey | None = None) -> str:
        key = key or self.key
        return jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)

    def transport(self, now: float) -> httpx.MockTransport:
        self.now = now
        return httpx.MockTransport(self._answer)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url.path)
        if self.down:
            self.down -= 1
            return httpx.Response(502)
        match request.url.path:
            case "/.well-known/openid-configuration":
                return httpx.Response(200, json=self._metadata())
            case "/keys":
                return httpx.Response(200, json={"keys": [self.published.as_dict(private=False)]})
            case "/token":
                return self._redeem(request)
            case "/userinfo":
                return httpx.Response(200, json={"sub": "subject", "pid": "01010112345"})
        return httpx.Response(404)

    def _metadata(self) -> dict[str, str]:
        places = {"authorization_endpoint": "auth", "token_endpoint": "token", "jwks_uri": "keys"}
        places |= {"userinfo_endpoint": "userinfo", "end_session_endpoint": "end"}
        return {"issuer": self.url} | {name: f"{self.url}/{path}" for name, path in places.items()}

    def _redeem(self, request: httpx.Request) -> httpx.Response:
        told = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        asked = self.codes.pop(told["code"], None)
        given = base64.b64decode(request.headers["authorization"].removeprefix("Basic ")).decode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(told["code_verifier"].encode()).digest())
        right_secret = given == f"{self.client_id}:s3cret%2Fwith%3Fsigns"
        if asked is None or not right_secret or challenge.decode().rstrip("=") != asked["code_challenge"]:
            return httpx.Response(400, json={"error": "invalid_grant"})
        claims = {
            "iss": self.url,
            "aud": self.client_id,
            "sub": "subject",
            "sid": "login-1",
            "iat": int(self.now),
            "exp": int(self.now) + 300,
            "nonce": asked["nonce"],
            "acr": "high",
        }
        key = self.lies.get("key", self.key)
        said = {name: v for name, v in {**claims, **self.lies.get("claims", {})}.items() if v is not None}
        return httpx.Response(200, json={"id_token": self.token(said, key), "access_token": "at"})
