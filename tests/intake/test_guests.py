"""Substitutes and SFO staff come in by a code of the school, for a time that ends by itself (row P7)."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from shared.contracts.directory import PersonListedV1
from shared.identifiers import new_id
from shared.web.sessions import SHARED_COOKIE, SHARED_IDLE_S, Sessions
from tests.intake.town import Door, Town, person_id, school_id
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack
CODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}")
FIELDS = {
    "given_name": "Vera",
    "family_name": "Vikar",
    "until_day": "2026-11-16",
    "until_time": "16:00",
    "told": "yes",
}


@pytest.fixture(autouse=True)
async def clock_stands(town: Town) -> AsyncIterator[None]:
    yield
    town.clock.set(NOON)


async def let_in(town: Town, key: str | None = None, **changed: str) -> tuple[str, str]:
    """A substitute with a code until four o'clock: the code and the person's id."""
    told = {**FIELDS, "school_id": school_id(), "idempotency_key": key or new_id("key"), **changed}
    page = await town.door("rektor").post("/staff/guests", **told)
    assert page.status == 201, page.text
    await town.deliver()
    (code,) = set(CODE.findall(page.text))
    listed = await town.house.listed.people.find({"guest": True})
    found = max(listed, key=lambda one: one.listed.here_until or datetime.min.replace(tzinfo=UTC))
    return code, found.id


async def comes_in(town: Town, code: str) -> Door:
    door = town.door(None)
    answer = await door.post("/sign-in/code", code=code)
    assert answer.status == 303, answer.text
    door.csrf = (await door.http.get("/api/intake/session")).json()["csrf"]
    return door


@pytest.mark.requirement("P7")
async def test_the_access_ends_by_itself_also_on_a_page_that_is_open(town: Town) -> None:
    code, guest = await let_in(town)
    found = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = found["cases"][0]["case_id"]
    await town.door("rektor").post(f"/cases/{case_id}/helpers", person_id=guest)
    await town.deliver()
    door = await comes_in(town, code.lower().replace("-", " "))
    open_page = await door.get(f"/cases/{case_id}")
    assert open_page.status == 200
    left = town.clock.now() - datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
    assert open_page.headers["refresh"] == f"{int(-left.total_seconds()) + 1};url=/sign-in"
    fields = {"text": "Aksel lekte med to andre i storefri.", "idempotency_key": new_id("key")}
    assert (await door.post(f"/cases/{case_id}/facts", **fields)).status == 303
    town.clock.set(datetime(2026, 11, 16, 15, 0, tzinfo=UTC))
    late = await door.post(f"/cases/{case_id}/facts", **fields)
    assert (late.status, late.location.partition("?")[0]) == (303, "/sign-in")
    assert (await door.get(f"/cases/{case_id}")).location.startswith("/sign-in")
    assert (await door.api(f"/cases/{case_id}")).status_code == 401
    assert "Logg inn" in (await door.get("/sign-in")).text
    assert guest not in {one.id for one in await town.house.directory.staff_at(school_id())}
    assert (await town.door(None).post("/sign-in/code", code=code)).status == 422
    case = await town.house.cases.get(case_id)
    assert case is not None
    assert [one.recorded_by for one in case.facts] == [guest]


@pytest.mark.requirement("P7")
async def test_the_school_ends_it_before_its_time(town: Town) -> None:
    code, guest = await let_in(town, until_time="16:05")
    door = await comes_in(town, code)
    assert (await door.get("/today")).status == 200
    rektor = town.door("rektor")
    elsewhere = await town.door("rektor_fjellsyn").post(
        "/staff/guests/end", person_id=guest, school_id=school_id()
    )
    assert elsewhere.status == 404
    assert (await rektor.post("/staff/guests/end", person_id=guest, school_id=school_id())).status == 303
    await town.deliver()
    assert (await door.get("/today")).location.startswith("/sign-in")
    assert (await town.door(None).post("/sign-in/code", code=code)).status == 422


@pytest.mark.requirement("P7")
async def test_the_same_form_twice_is_one_guest_and_the_code_lies_nowhere(town: Town) -> None:
    key = new_id("key")
    first, guest = await let_in(town, key, until_time="16:10")
    again, same = await let_in(town, key, until_time="16:10")
    assert (first, guest) == (again, same)
    said = [value for _, headers, value in town.said if headers["ce_type"] == PersonListedV1.type]
    assert all(first.encode() not in value for value in said)
    stored = await town.house.listed.people.get(guest)
    assert stored is not None
    assert first not in stored.model_dump_json()
    assert "Vikar" not in str([value for value in said if guest.encode() in value])


@pytest.mark.requirement("P7")
async def test_an_import_of_the_whole_roster_does_not_take_a_guest_away(town: Town) -> None:
    code, _ = await let_in(town, until_time="16:15")
    await town.imports()
    assert (await (await comes_in(town, code)).get("/today")).status == 200


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"until_day": "2026-11-15"}, 422),
        ({"until_day": "2027-03-01"}, 422),
        ({"given_name": ""}, 422),
        ({"told": ""}, 422),
        ({"until_day": "i morgen"}, 422),
    ],
)
async def test_what_is_missing_is_named_and_what_was_typed_is_kept(
    town: Town, changed: dict[str, str], status: int
) -> None:
    told = {**FIELDS, "school_id": school_id(), "idempotency_key": new_id("key"), **changed}
    page = await town.door("rektor").post("/staff/guests", **told)
    assert page.status == status
    assert "Vikar" in page.html


async def test_only_the_schools_own_leader_lets_anybody_in(town: Town) -> None:
    told = {**FIELDS, "school_id": school_id(), "idempotency_key": new_id("key")}
    assert (await town.door("colleague").post("/staff/guests", **told)).status == 403
    assert (await town.door("rektor_fjellsyn").post("/staff/guests", **told)).status == 404


async def test_codes_are_tried_slowly(town: Town) -> None:
    door = town.door(None)
    found = [(await door.post("/sign-in/code", code="ABCD-ABCD-ABCD")).status for _ in range(12)]
    assert set(found) <= {422, 429}
    assert found[-1] == 429


@pytest.mark.requirement("P16")
async def test_a_device_that_several_people_use_forgets_them_after_three_minutes(town: Town) -> None:
    door = town.door("rektor")
    marked = await town.door(None).post("/sign-in/shared", shared="yes")
    assert f"{SHARED_COOKIE}=yes" in marked.headers["set-cookie"]
    sessions: Sessions = town.app.state.sessions
    session = sessions.start(person_id=person_id("rektor"), hat="staff", issuer="staff", shared=True)
    door.http.cookies.set(sessions.cookie, sessions.seal(session))
    page = await door.get("/today")
    assert page.headers["refresh"] == f"{SHARED_IDLE_S + 1};url=/sign-in"
    assert sessions.read(sessions.seal(session)) == session
    before = session.last_seen - SHARED_IDLE_S - 1
    assert sessions.read(sessions.seal(replace(session, last_seen=before))) is None
    alone = replace(session, last_seen=before, shared=False)
    assert sessions.read(sessions.seal(alone)) == alone
