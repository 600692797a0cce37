"""Signing in at the real issuers: who one is follows from a keyed hash, and which hat from the issuer."""

import pytest

from deploy.demo.roster.people import cast
from shared.contracts.access import SignedOutV1
from tests.intake.town import Door, Town, person_id
from tests.shared.signing_out import signs_out_everywhere

pytestmark = pytest.mark.stack


async def signed_in(town: Town, key: str) -> Door:
    door = town.door(None)
    page = await door.signs_in(cast()[key]["issuer"], cast()[key]["subject"])
    assert page.status == 303
    return door


@pytest.mark.parametrize(
    ("key", "hat"),
    [
        ("mother", "guardian"),
        ("rektor", "staff"),
        ("pupil", "pupil"),
        ("teacher_parent", "staff"),
        ("teacher_parent_at_home", "guardian"),
    ],
)
async def test_the_issuer_gives_the_hat(town: Town, key: str, hat: str) -> None:
    door = await signed_in(town, key)
    told = (await door.api("/session")).json()
    assert (told["person_id"], told["hat"]) == (person_id(key), hat)


@pytest.mark.parametrize(("issuer", "subject"), [("staff", "nobody-we-know"), ("family", "01010112345")])
async def test_somebody_unknown_is_told_whom_to_ring_and_is_not_signed_in(
    town: Town, issuer: str, subject: str
) -> None:
    door = town.door(None)
    page = await door.signs_in(issuer, subject)
    assert page.status == 403
    assert "Ring skolen" in page.text
    assert subject not in page.html
    assert (await door.api("/session")).status_code == 401


async def test_a_parents_number_does_not_sign_in_at_the_staffs_issuer(town: Town) -> None:
    page = await town.door(None).signs_in("staff", cast()["mother"]["subject"])
    assert page.status == 403


async def test_signing_out_ends_every_copy_of_the_session_and_is_published(town: Town) -> None:
    door = await signed_in(town, "mother")
    copy = dict(door.http.cookies)
    out = await door.post("/sign-out")
    assert out.status == 303
    await town.deliver()
    assert any(headers["ce_type"] == SignedOutV1.type for _, headers, _ in town.said)
    door.http.cookies.update(copy)
    assert (await door.api("/session")).status_code == 401


async def test_a_forged_answer_signs_nobody_in(town: Town) -> None:
    page = await town.door(None).get("/callback?code=x&state=y")
    assert page.status == 422
    assert (await town.door(None).post("/sign-out/back-channel", logout_token="x.y.z")).status == 400


async def test_whoever_signed_out_elsewhere_is_signed_out_here(town: Town) -> None:
    door = town.door("rektor")
    sealed = door.http.cookies[town.app.state.sessions.cookie]
    door.http.cookies.clear()
    headers = {"cookie": f"{town.app.state.sessions.cookie}={sealed}"}
    await signs_out_everywhere(town.kernel, door.http, headers, "/api/intake/session")
