"""Signing in trusts an issuer's word only when every part of it fits."""

from collections.abc import Callable
from dataclasses import replace
from http.cookies import SimpleCookie
from typing import Any

import httpx
import pytest
from joserfc.jwk import RSAKey
from starlette.requests import Request
from starlette.responses import Response

from shared.errors import Unavailable
from shared.keyring import Keyring
from shared.web.oidc import LOGOUT_EVENT, Issuer
from shared.web.signin_client import SignInClient, SignInFailed, login_id, safe_path, subject_hash
from tests.shared.web.conftest import Clock
from tests.shared.web.oidc_issuer import FakeIssuer

URL = "http://issuer.test"


class Browser:
    """Keeps cookies between our answers and the next request."""

    def __init__(self) -> None:
        self.cookies: dict[str, str] = {}

    def takes(self, response: Response) -> None:
        for cookie in response.headers.getlist("set-cookie"):
            for name, told in SimpleCookie(cookie).items():
                self.cookies[name] = told.value

    def asks(self, path: str, query: str = "") -> Request:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = [(b"cookie", cookies.encode()), (b"host", b"town.test")]
        scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode()}
        return Request({**scope, "headers": headers})


class SignIns:
    def __init__(self, issuer: FakeIssuer, **told: Any) -> None:
        self.clock = Clock()
        self.issuer = issuer
        self.browser = Browser()
        described = Issuer("staff", URL, issuer.client_id, issuer.secret)
        self.client = SignInClient(
            [replace(described, **told)],
            base_url="http://town.test",
            keyring=Keyring.of(k1=b"1" * 32),
            secure=True,
            http=httpx.AsyncClient(transport=issuer.transport(self.clock.now)),
            now=self.clock,
        )

    async def begin(self, return_to: str = "/today") -> str:
        response = await self.client.begin("staff", return_to, "nn")
        self.browser.takes(response)
        return response.headers["location"]

    async def finish(self, **told: str) -> Any:
        query = self.issuer.authorize(await self.begin(), **told)
        return await self.client.finish(self.browser.asks("/callback", query))


@pytest.fixture(scope="module")
def keys() -> FakeIssuer:
    return FakeIssuer(URL)


@pytest.fixture
def issuer(keys: FakeIssuer) -> FakeIssuer:
    fresh = FakeIssuer.__new__(FakeIssuer)
    fresh.__dict__.update(keys.__dict__, codes={}, lies={}, asked=[], down=0)
    return fresh


async def test_who_signs_in_comes_back_to_where_they_were(issuer: FakeIssuer) -> None:
    identity = await SignIns(issuer).finish()
    assert (identity.issuer, identity.subject, identity.acr) == ("staff", "subject", "high")
    assert identity.return_to == "/today"
    assert "subject" not in repr(identity).replace("subject=", "")


async def test_the_issuer_is_asked_with_pkce_state_and_nonce(issuer: FakeIssuer) -> None:
    told = dict(httpx.URL(await SignIns(issuer, acr_values=("high",)).begin()).params)
    assert told["code_challenge_method"] == "S256"
    assert len(told["state"]) > 30
    assert len(told["nonce"]) > 30
    assert told["redirect_uri"] == "http://town.test/callback"
    assert told["acr_values"] == "high"
    assert told["ui_locales"] == "nn"


async def test_two_tabs_can_sign_in_at_once(issuer: FakeIssuer) -> None:
    signing = SignIns(issuer)
    first, second = await signing.begin("/one"), await signing.begin("/two")
    for location, path in ((first, "/one"), (second, "/two")):
        query = issuer.authorize(location)
        assert (await signing.client.finish(signing.browser.asks("/callback", query))).return_to == path


@pytest.mark.parametrize(
    "lie",
    [
        {"iss": "http://elsewhere.test"},
        {"aud": "another"},
        {"aud": ["samspill", "another"]},
        {"azp": "another"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 1},
        {"exp": None},
        {"iat": 9_999_999_999},
        {"sub": None},
    ],
    ids=str,
)
async def test_a_token_with_one_wrong_claim_is_refused(issuer: FakeIssuer, lie: dict[str, Any]) -> None:
    issuer.lies = {"claims": lie}
    with pytest.raises(SignInFailed):
        await SignIns(issuer).finish()


async def test_a_token_signed_by_another_key_is_refused(issuer: FakeIssuer) -> None:
    issuer.lies = {"key": RSAKey.generate_key(2048, {"kid": "one"})}
    with pytest.raises(SignInFailed):
        await SignIns(issuer).finish()


async def test_a_new_key_of_the_issuer_is_fetched(issuer: FakeIssuer) -> None:
    signing = SignIns(issuer)
    await signing.finish()
    signing.clock.now += 20
    issuer.key = issuer.published = RSAKey.generate_key(2048, {"kid": "two"})
    assert (await signing.finish()).subject == "subject"
    issuer.now = signing.clock.now


async def test_a_weaker_sign_in_than_asked_for_is_refused(issuer: FakeIssuer) -> None:
    with pytest.raises(SignInFailed, match="sign-in-too-weak"):
        await SignIns(issuer, acr_values=("highest",)).finish()


async def test_a_state_nobody_began_with_is_refused(issuer: FakeIssuer) -> None:
    with pytest.raises(SignInFailed):
        await SignIns(issuer).finish(state="another")


async def test_an_answer_in_the_name_of_another_issuer_is_refused(issuer: FakeIssuer) -> None:
    with pytest.raises(SignInFailed):
        await SignIns(issuer).finish(iss="http://elsewhere.test")


async def test_a_code_counts_once(issuer: FakeIssuer) -> None:
    signing = SignIns(issuer)
    request = signing.browser.asks("/callback", issuer.authorize(await signing.begin()))
    request = signing.browser.asks("/callback", request.url.query)
    await signing.client.finish(request)
    with pytest.raises(SignInFailed):
        await signing.client.finish(request)


async def test_cancelling_and_dawdling_are_said_as_such(issuer: FakeIssuer) -> None:
    with pytest.raises(SignInFailed, match="sign-in-cancelled"):
        await SignIns(issuer).finish(error="access_denied")
    slow = SignIns(issuer)
    query = issuer.authorize(await slow.begin())
    slow.clock.now += 601
    with pytest.raises(SignInFailed, match="sign-in-too-slow"):
        await slow.client.finish(slow.browser.asks("/callback", query))


async def test_an_issuer_that_stumbles_is_asked_again_and_one_that_is_down_is_a_503(
    issuer: FakeIssuer,
) -> None:
    issuer.down = 2
    assert (await SignIns(issuer).begin()).startswith("http://issuer.test/auth?")
    issuer.down = 3
    with pytest.raises(Unavailable, match="issuer-staff"):
        await SignIns(issuer).begin()


async def test_metadata_is_asked_for_once_an_hour_and_kept_when_the_issuer_is_down(
    issuer: FakeIssuer,
) -> None:
    signing = SignIns(issuer)
    await signing.begin()
    await signing.begin()
    assert issuer.asked.count("/.well-known/openid-configuration") == 1
    signing.clock.now += 3601
    issuer.down = 99
    assert await signing.begin()


async def test_a_subject_that_is_not_in_the_token_is_asked_for(issuer: FakeIssuer) -> None:
    identity = await SignIns(issuer, subject_claim="pid").finish()
    assert identity.subject == "01010112345"


async def test_signing_out_leads_past_the_issuer_with_its_own_token(issuer: FakeIssuer) -> None:
    signing = SignIns(issuer)
    identity = await signing.finish()
    done = Response()
    signing.client.remember(signing.browser.asks("/callback", "state=x"), done, identity)
    signing.browser.takes(done)
    out = await signing.client.end(signing.browser.asks("/sign-out"), "staff", "/goodbye")
    location = httpx.URL(out.headers["location"])
    assert str(location).startswith("http://issuer.test/end?")
    assert location.params["id_token_hint"] == identity.hint
    assert location.params["post_logout_redirect_uri"] == "http://town.test/goodbye"


async def test_signing_out_works_while_the_issuer_is_down(issuer: FakeIssuer) -> None:
    issuer.down = 99
    signing = SignIns(issuer)
    out = await signing.client.end(signing.browser.asks("/sign-out"), "staff")
    assert out.headers["location"] == "/"


async def test_a_login_that_the_issuer_ended_is_named(issuer: FakeIssuer) -> None:
    signing = SignIns(issuer)
    ended = await signing.client.ended_by_issuer(issuer.token(_logout(signing)))
    assert (ended.issuer, ended.login_id) == ("staff", login_id("staff", "login-1"))


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.update(nonce="n"),
        lambda told: told.update(events={}),
        lambda told: told.update(aud="another"),
        lambda told: told.update(iss="http://elsewhere.test"),
        lambda told: told.pop("jti"),
        lambda told: (told.pop("sid"), told.pop("sub")),
    ],
    ids=["nonce", "no-event", "audience", "issuer", "no-jti", "nobody"],
)
async def test_any_other_logout_token_is_refused(
    issuer: FakeIssuer, change: Callable[[dict[str, Any]], Any]
) -> None:
    signing = SignIns(issuer)
    told = _logout(signing)
    change(told)
    with pytest.raises(SignInFailed):
        await signing.client.ended_by_issuer(issuer.token(told))
    with pytest.raises(SignInFailed):
        await signing.client.ended_by_issuer("no token at all")


def test_the_same_identity_is_the_same_hash_and_says_nothing() -> None:
    first = subject_hash(b"k" * 32, "family", "01010112345")
    assert first == subject_hash(b"k" * 32, "family", "01010112345")
    assert first != subject_hash(b"k" * 32, "staff", "01010112345")
    assert first != subject_hash(b"q" * 32, "family", "01010112345")
    assert "0101" not in first


@pytest.mark.parametrize("path", ["//evil.test", "/\\evil.test", "http://evil.test", "/a\nb", ""])
def test_no_way_back_leads_elsewhere(path: str) -> None:
    assert safe_path(path) == "/"


def _logout(signing: SignIns) -> dict[str, Any]:
    return {
        "iss": URL,
        "aud": "samspill",
        "iat": int(signing.clock.now),
        "jti": "j1",
        "sid": "login-1",
        "sub": "subject",
        "events": {LOGOUT_EVENT: {}},
    }
