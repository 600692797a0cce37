"""A session is one person in one hat, for a while, and nothing a browser could alter."""

import base64
from dataclasses import replace

import httpx
import pytest

from shared.keyring import Keyring
from shared.web.sessions import Sessions
from tests.shared.web.conftest import PARENT, TEACHER, Clock, Town, body_of

ME = "/api/intake/me"


async def test_a_session_says_who_and_which_hat(http: httpx.AsyncClient, town: Town) -> None:
    answer = await http.get(ME, headers=town.signed_in(town.session(PARENT, "guardian", language="nn")))
    assert body_of(answer) | {"csrf": ""} == {
        "person": PARENT,
        "hat": "guardian",
        "language": "nn",
        "csrf": "",
    }


async def test_the_cookie_shows_nothing_of_the_person(town: Town) -> None:
    sealed = town.sessions.seal(town.session())
    raw = base64.urlsafe_b64decode(sealed.partition(".")[2] + "==")
    assert TEACHER.encode() not in raw
    assert TEACHER not in sealed


async def test_an_altered_cookie_is_no_session(http: httpx.AsyncClient, town: Town) -> None:
    sealed = town.sessions.seal(town.session())
    for forged in (sealed[:-4] + "AAAA", "k9" + sealed[2:], sealed[:20], "", "k1.", "k1.åå", "æ.ø"):
        answer = await http.get(ME, headers={b"cookie": f"samspill={forged}".encode()})
        assert answer.status_code == 401, forged


async def test_fifteen_idle_minutes_end_a_session(http: httpx.AsyncClient, town: Town) -> None:
    cookie = town.signed_in(town.session())
    town.clock.now += 15 * 60
    assert (await http.get(ME, headers=cookie)).status_code == 200
    town.clock.now += 1
    assert (await http.get(ME, headers=cookie)).status_code == 401


async def test_use_keeps_a_session_alive_but_never_beyond_eight_hours(
    http: httpx.AsyncClient, town: Town
) -> None:
    http.cookies.set("samspill", town.sessions.seal(town.session()))
    began = town.clock.now
    while town.clock.now - began < 8 * 3600:
        assert (await http.get(ME)).status_code == 200
        town.clock.now += 600
    town.clock.now = began + 8 * 3600 + 1
    assert (await http.get(ME)).status_code == 401


async def test_a_session_in_use_is_written_anew_at_most_twice_a_minute(
    http: httpx.AsyncClient, town: Town
) -> None:
    cookie = town.signed_in(town.session())
    assert "set-cookie" not in (await http.get(ME, headers=cookie)).headers
    town.clock.now += 30
    assert "samspill=k1." in (await http.get(ME, headers=cookie)).headers["set-cookie"]


async def test_a_session_that_was_signed_out_is_refused_at_once(http: httpx.AsyncClient, town: Town) -> None:
    session = town.session(issuer_sid="login_" + "l" * 26)
    for ended in (session.sid, session.issuer_sid):
        town.revoked = {ended}
        other = Sessions(
            town.settings.cookie_keys, secure=False, is_revoked={ended}.__contains__, now=town.clock
        )
        assert other.read(other.seal(session)) is None


async def test_before_it_is_known_who_signed_out_a_reader_is_asked_to_come_back_not_to_sign_in(
    http: httpx.AsyncClient, town: Town
) -> None:
    cookie = town.signed_in(town.session())
    town.sessions.knows_revoked = lambda: False
    town.sessions._is_revoked = lambda _sid: True
    waiting = await http.get(ME, headers=cookie)
    assert waiting.status_code == 503
    assert int(waiting.headers["retry-after"]) > 0
    assert (await http.get(ME)).status_code == 401


async def test_a_new_key_seals_and_the_old_one_still_opens() -> None:
    clock = Clock()
    old = Sessions(Keyring.of(k1=b"1" * 32), secure=True, now=clock)
    both = Sessions(Keyring.of(k1=b"1" * 32, k2=b"2" * 32), secure=True, now=clock)
    new = Sessions(Keyring.of(k2=b"2" * 32), secure=True, now=clock)
    session = old.start(person_id=TEACHER, hat="staff", issuer="staff")
    assert both.read(old.seal(session)) == session
    assert both.seal(session).startswith("k2.")
    assert new.read(old.seal(session)) is None
    assert both.csrf_fits(session, old.csrf_token(session))


@pytest.mark.parametrize(("secure", "name"), [(True, "__Host-samspill"), (False, "samspill")])
async def test_the_cookie_keeps_to_itself(secure: bool, name: str) -> None:
    from starlette.responses import Response

    sessions = Sessions(Keyring.of(k1=b"1" * 32), secure=secure)
    response = Response()
    sessions.issue(response, sessions.start(person_id=TEACHER, hat="staff", issuer="staff"))
    sessions.end(response)
    given, taken = response.headers.getlist("set-cookie")
    assert given.startswith(f"{name}=k1.")
    for cookie in (given, taken):
        assert "; Path=/; HttpOnly; SameSite=Lax" in cookie
        assert ("; Secure" in cookie) is secure
        assert "Domain" not in cookie
    assert "Max-Age=0" in taken


async def test_the_readers_own_choice_of_language_wins(http: httpx.AsyncClient, town: Town) -> None:
    sealed = town.sessions.seal(town.session(language="nn"))
    accept = {"accept-language": "en"}
    answer = await http.get(ME, headers={"cookie": f"samspill={sealed}", **accept})
    assert body_of(answer)["language"] == "nn"
    both = {"cookie": f"samspill-language=en; samspill={sealed}"}
    assert body_of(await http.get(ME, headers=both))["language"] == "en"


async def test_a_forged_form_is_refused(http: httpx.AsyncClient, town: Town) -> None:
    session = town.session()
    signed_in = town.signed_in(session)
    other = town.sessions.csrf_token(town.session())
    for sent in ({}, {"csrf": other}, {"csrf": "x"}, {"csrf": "å"}):
        answer = await http.post("/today", data=sent, headers=signed_in)
        assert answer.status_code == 403, sent
    assert (await http.post("/today", headers={**signed_in, "x-csrf-token": other})).status_code == 403


async def test_our_own_form_and_our_own_program_are_let_through(http: httpx.AsyncClient, town: Town) -> None:
    session = town.session()
    token = town.sessions.csrf_token(session)
    by_form = await http.post("/today", data={"csrf": token}, headers=town.signed_in(session))
    assert by_form.status_code == 200
    parts = {"csrf": (None, token)}
    by_parts = await http.post("/today", files=parts, headers=town.signed_in(session))
    assert by_parts.status_code == 200
    assert (await http.post("/today", headers=town.sending(session))).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://town.test"}, 200),
        ({"origin": "http://evil.test"}, 403),
        ({"origin": "null"}, 200),
        ({"origin": "null", "sec-fetch-site": "cross-site"}, 403),
    ],
    ids=str,
)
async def test_where_a_request_comes_from_is_looked_at_besides_the_token(
    http: httpx.AsyncClient, town: Town, headers: dict[str, str], status: int
) -> None:
    answer = await http.post("/today", headers=town.sending(town.session()) | headers)
    assert answer.status_code == status


async def test_a_changed_session_keeps_its_token_and_another_has_another(town: Town) -> None:
    session = town.session()
    token = town.sessions.csrf_token(session)
    assert town.sessions.csrf_fits(replace(session, last_seen=session.last_seen + 60), token)
    assert not town.sessions.csrf_fits(town.session(), token)
