"""The page that tests the sign-in names what is wrong; and a way in when nobody can sign in (row P16)."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from deploy.demo.roster.people import cast
from services.intake.commands.let_guest_in import code_of
from services.intake.commands.open_emergency_entry import open_emergency_entry
from shared.web.oidc import IssuerClient
from tests.intake.town import SUBJECT_KEY, Door, Town, person_id
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack
PAGE = "/directory/sign-in"


@contextmanager
def set_otherwise(town: Town, issuer: str, **settings: Any) -> Iterator[None]:
    """The municipality has set up this issuer otherwise, or the server's clock is wrong."""
    client: IssuerClient = town.app.state.sign_in._clients[issuer]
    was: tuple[Any, Callable[[], float]] = client.issuer, client._now
    client._now = settings.pop("now", client._now)
    client.issuer = replace(client.issuer, **settings)
    try:
        yield
    finally:
        client.issuer, client._now = was
        client._metadata = client._keys = None


async def trial(town: Town, key: str = "rektor") -> str:
    """What the page says after the administrator has tried to sign in as one of the demo's people."""
    door = town.door("administrator")
    issuer = cast()[key]["issuer"]
    back = await door.signs_in(issuer, cast()[key]["subject"], by=f"{PAGE}/try/{issuer}")
    assert back.location.startswith(PAGE), back.location
    who = (await door.api("/session")).json()["person_id"]
    assert who == person_id("administrator")
    return (await door.get(back.location)).text


@pytest.mark.requirement("P16")
async def test_a_set_up_that_works_says_so_point_by_point(town: Town) -> None:
    page = await town.door("administrator").get(f"{PAGE}?check=1")
    assert page.text.count("I orden") == 8
    assert "Feil" not in page.text


@pytest.mark.requirement("P16")
@pytest.mark.parametrize(
    ("key", "said"), [("rektor", "kommer inn som ansatt"), ("mother", "kommer inn som forelder")]
)
async def test_a_trial_shows_what_comes_of_the_claims_and_signs_nobody_in(
    town: Town, key: str, said: str
) -> None:
    text = await trial(town, key)
    assert "Innloggingen virker" in text
    assert said in text
    assert "iss" in text
    assert cast()[key]["subject"] not in text


@pytest.mark.requirement("P16")
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"client_secret": "another"}, "Klienten eller hemmeligheten er feil"),
        ({"subject_claim": "eduPersonPrincipalName"}, "Det vi kjenner en person på, kom ikke med"),
        ({"now": lambda: time.time() + 7200}, "Klokka går feil"),
    ],
)
async def test_a_wrong_secret_claim_and_clock_are_each_named(
    town: Town, wrong: dict[str, Any], said: str
) -> None:
    with set_otherwise(town, "staff", **wrong):
        assert said in await trial(town)


@pytest.mark.requirement("P16")
async def test_the_connection_is_tested_without_anybody(town: Town) -> None:
    with set_otherwise(town, "staff", client_secret="another"):
        assert "De kjenner oss ikke." in (await town.door("administrator").get(f"{PAGE}?check=1")).text
    with set_otherwise(town, "staff", now=lambda: time.time() + 300):
        assert "mer enn ett minutt feil" in (await town.door("administrator").get(f"{PAGE}?check=1")).text


async def test_only_the_administrator_tests_it_and_an_address_says_nothing_else(town: Town) -> None:
    for key in ("rektor", "owner_1", "colleague"):
        assert (await town.door(key).get(PAGE)).status == 403
        assert (await town.door(key).get(f"{PAGE}/try/staff")).status == 403
    odd = await town.door("administrator").get(f"{PAGE}?issuer=staff&result=%3Cb%3E&claims=x")
    assert odd.status == 200
    assert "setup-result" not in odd.html


@pytest.mark.requirement("P16")
async def test_an_emergency_administrator_is_written_down_and_out_after_an_hour(town: Town) -> None:
    code = code_of(b"x" * 32)
    await open_emergency_entry("Feide svarer ikke.", code, subject_key=SUBJECT_KEY, house=town.house)
    await town.deliver()
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    door: Door = town.door(None)
    assert (await door.post("/sign-in/code", code=code)).status == 303
    try:
        assert (await door.get(PAGE)).status == 200
        assert (await door.get(f"/cases/{told['cases'][0]['case_id']}")).status == 404
        page = await town.door("administrator").get(PAGE)
        assert "Feide svarer ikke." in page.text
        assert "Ikke brukt" not in page.text
        town.clock.set(NOON + timedelta(hours=1))
        assert (await door.get(PAGE)).location.startswith("/sign-in")
    finally:
        town.clock.set(NOON)
