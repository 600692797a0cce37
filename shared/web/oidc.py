"""What an OpenID issuer says of itself, and whether a token is really its own."""

import asyncio
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
from joserfc import jwt
from joserfc.errors import BadSignatureError, ExpiredTokenError, InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from shared.errors import Refusal, Unavailable
from shared.settings import SignInSettings

ALGORITHMS = ("RS256", "PS256", "ES256", "RS384", "PS384", "ES384", "RS512", "PS512", "ES512", "EdDSA")
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"

_METADATA_S = 3600.0
_KEYS_S = 600.0
_FRESH_KEYS_S = 10.0
_LEEWAY_S = 60
_TRIES = (0.1, 0.4)


class SignInFailed(Refusal):
    """The issuer did not say, in a way we can trust, who this is. The code tells the reader what to do.

    `reason` tells whoever sets signing in up what is wrong (row P16), and `told` the names of the claims that
    came instead; never what stood in one.
    """

    def __init__(
        self, code: str = "sign-in-failed", *, reason: str = "not-trusted", told: Collection[str] = ()
    ) -> None:
        super().__init__(code)
        self.reason = reason
        self.told = tuple(told)


@dataclass(frozen=True)
class Issuer:
    """One place where people sign in. `name` is staff or family, `subject_claim` what names a person there.

    With `acr_values`, no weaker sign-in than those is taken.
    """

    name: str
    url: str
    client_id: str
    client_secret: str = field(repr=False)
    subject_claim: str = "sub"
    scope: str = "openid"
    acr_values: tuple[str, ...] = ()


def issuers_of(settings: SignInSettings) -> tuple[Issuer, Issuer]:
    """Make the two issuers of a municipality from its settings."""
    staff = Issuer(
        name="staff",
        url=settings.oidc_staff_issuer,
        client_id=settings.oidc_staff_client_id,
        client_secret=settings.oidc_staff_client_secret.get_secret_value(),
        subject_claim=settings.oidc_staff_subject_claim,
    )
    family = Issuer(
        name="family",
        url=settings.oidc_family_issuer,
        client_id=settings.oidc_family_client_id,
        client_secret=settings.oidc_family_client_secret.get_secret_value(),
        subject_claim=settings.oidc_family_subject_claim,
        acr_values=tuple(settings.oidc_family_acr_values.split()),
    )
    return staff, family


class IssuerClient:
    """Speaks with one issuer; remembers its metadata for an hour and its keys for ten minutes."""

    def __init__(
        self, issuer: Issuer, *, http: httpx.AsyncClient, now: Callable[[], float] = time.time
    ) -> None:
        self.issuer = issuer
        self._http = http
        self._now = now
        self._metadata: tuple[float, Mapping[str, Any]] | None = None
        self._keys: tuple[float, KeySet] | None = None

    async def metadata(self) -> Mapping[str, Any]:
        """Read the issuer's metadata; raises `Unavailable` when it cannot be had, and has none kept."""
        now = self._now()
        if self._metadata is not None and now - self._metadata[0] < _METADATA_S:
            return self._metadata[1]
        try:
            told = await self._get(f"{self.issuer.url}/.well-known/openid-configuration")
        except Unavailable:
            if self._metadata is None:
                raise
            return self._metadata[1]
        if str(told.get("issuer", "")).rstrip("/") != self.issuer.url.rstrip("/"):
            raise self._unavailable()
        self._metadata = (now, told)
        return told

    async def redeem(self, code: str, *, verifier: str, redirect_uri: str) -> Mapping[str, Any]:
        """Exchange an authorization code for tokens; raises `SignInFailed` when the issuer refuses it."""
        endpoint = str((await self.metadata())["token_endpoint"])
        told = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": verifier,
        }
        auth = httpx.BasicAuth(_form_encoded(self.issuer.client_id), _form_encoded(self.issuer.client_secret))
        try:
            answer = await self._http.post(endpoint, data=told, auth=auth)
        except httpx.HTTPError:
            raise self._unavailable() from None
        if answer.status_code >= 500:  # noqa: PLR2004
            raise self._unavailable()
        if not answer.is_success:
            raise SignInFailed(reason=_why_refused(answer))
        return _mapping(answer)

    async def check(self) -> list[tuple[str, bool]]:
        """What can be known of an issuer without a person: is it there, its keys, our secret, its clock."""
        found: list[tuple[str, bool]] = []
        try:
            metadata = await self.metadata()
            found.append(("reached", True))
            await self._key_set(0)
            found.append(("keys", True))
        except Unavailable:
            return [*found, ("keys" if found else "reached", False)]
        asked = {"grant_type": "authorization_code", "code": "none", "redirect_uri": self.issuer.url}
        auth = httpx.BasicAuth(_form_encoded(self.issuer.client_id), _form_encoded(self.issuer.client_secret))
        try:
            answer = await self._http.post(str(metadata["token_endpoint"]), data=asked, auth=auth)
        except httpx.HTTPError:
            return [*found, ("reached", False)]
        found.append(("secret", _why_refused(answer) != "wrong-secret"))
        skew = _skew_s(answer.headers.get("date"), self._now())
        return [*found, ("clock", skew is None or skew <= _LEEWAY_S)]

    async def claims_of(self, token: str, *, essential: Mapping[str, str | None]) -> Mapping[str, Any]:
        """Verify a token's signature, issuer, audience and times; raises `SignInFailed`.

        `essential` claims must be there, with that value where one is given.
        """
        issuer = str((await self.metadata())["issuer"])
        try:
            verified = await self._decode(token)
            claims: Mapping[str, Any] = verified.claims
            jwt.JWTClaimsRegistry(
                now=lambda: int(self._now()),
                leeway=_LEEWAY_S,
                iss={"essential": True, "value": issuer},
                aud={"essential": True, "value": self.issuer.client_id},
                iat={"essential": True},
            ).validate(dict(claims))
        except (JoseError, ValueError) as error:
            raise SignInFailed(reason=_why_not(error)) from None
        audience = claims["aud"]
        several = isinstance(audience, list) and len(audience) > 1
        if (several or "azp" in claims) and claims.get("azp") != self.issuer.client_id:
            raise SignInFailed(reason="wrong-audience")
        for name, value in essential.items():
            if name not in claims or (value is not None and claims[name] != value):
                raise SignInFailed
        return claims

    async def user_info(self, access_token: str) -> Mapping[str, Any]:
        """Ask the issuer for what it tells of the person beside the token."""
        endpoint = str((await self.metadata())["userinfo_endpoint"])
        return await self._get(endpoint, {"authorization": f"Bearer {access_token}"})

    async def _decode(self, token: str) -> jwt.Token:
        try:
            return jwt.decode(token, await self._key_set(_KEYS_S), algorithms=ALGORITHMS)
        except (InvalidKeyIdError, ValueError):  # the issuer may have a new key since
            return jwt.decode(token, await self._key_set(_FRESH_KEYS_S), algorithms=ALGORITHMS)

    async def _key_set(self, age_s: float) -> KeySet:
        if self._keys is None or self._now() - self._keys[0] >= age_s:
            told: Any = await self._get(str((await self.metadata())["jwks_uri"]))
            self._keys = (self._now(), KeySet.import_key_set(told))
        return self._keys[1]

    async def _get(self, url: str, headers: Mapping[str, str] | None = None) -> Mapping[str, Any]:
        for wait in (*_TRIES, None):
            try:
                answer = await self._http.get(url, headers=headers)
                if answer.is_success:
                    return _mapping(answer)
            except (httpx.HTTPError, ValueError):
                pass
            if wait is not None:
                await asyncio.sleep(wait)
        raise self._unavailable()

    def _unavailable(self) -> Unavailable:
        return Unavailable(f"issuer-{self.issuer.name}")


def _why_refused(answer: httpx.Response) -> str:
    """Whether an issuer refused us, or only what we asked with."""
    try:
        error = answer.json().get("error")
    except (ValueError, AttributeError):
        error = None
    if answer.status_code == httpx.codes.UNAUTHORIZED or error in ("invalid_client", "unauthorized_client"):
        return "wrong-secret"
    return "code-refused"


def _why_not(error: Exception) -> str:
    """What of a token is not to be trusted, for whoever sets signing in up."""
    claim = getattr(error, "claim", None)
    if isinstance(error, ExpiredTokenError) or claim in ("iat", "exp", "nbf"):
        return "wrong-clock"
    if isinstance(error, (BadSignatureError, InvalidKeyIdError)):
        return "wrong-keys"
    return {"aud": "wrong-audience", "iss": "wrong-issuer"}.get(str(claim), "not-trusted")


def _skew_s(told: str | None, now: float) -> float | None:
    """How far an issuer's clock is from ours; None where it does not say."""
    try:
        return None if told is None else abs(parsedate_to_datetime(told).timestamp() - now)
    except ValueError:
        return None


def audience_of(claims: Mapping[str, Any]) -> Collection[str]:
    audience = claims.get("aud", ())
    return [audience] if isinstance(audience, str) else list(audience)


def _mapping(answer: httpx.Response) -> Mapping[str, Any]:
    told = answer.json()
    if not isinstance(told, dict):
        raise ValueError("not an object")  # noqa: TRY004 - as unreadable as JSON that is broken
    return told


def _form_encoded(text: str) -> str:
    return httpx.QueryParams({"": text}).__str__()[1:]
