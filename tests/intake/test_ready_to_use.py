"""A school sees what it still needs before its first case, and where to put it right (row P13)."""

from dataclasses import replace

import pytest

from services.intake.domain.directory_entry import directory_id
from tests.intake.town import Town, person_id, roster, school_id

pytestmark = [pytest.mark.stack, pytest.mark.requirement("P13")]


async def points(town: Town, key: str = "rektor") -> dict[str, bool | None]:
    answer = await town.door(key).api(f"/directory/{school_id()}/ready")
    assert answer.status_code == 200, answer.text
    return {one["code"]: one["done"] for one in answer.json()["points"]}


async def test_the_demo_school_has_what_it_needs_and_the_letter_is_left_open(town: Town) -> None:
    found = await points(town)
    assert all(found[one] for one in ("rektor", "deputy", "chain", "rooms", "calendar", "teachers"))
    assert found["letter"] is None
    page = await town.door("rektor").get(f"/directory/{school_id()}/ready")
    assert page.status == 200
    assert "Ikke sjekket ennå" in page.text


async def test_a_school_without_rooms_calendar_or_phone_reads_how_to_mend_it(town: Town) -> None:
    one = next(one for one in roster().schools.values() if one.id == "org-lillevik-skole")
    schools = {**roster().schools, one.id: one.model_copy(update={"phone": None})}
    await town.imports(replace(roster(), schools=schools, calendar=type(roster().calendar)()))
    found = await points(town)
    assert (found["calendar"], found["phone"]) == (False, False)
    page = await town.door("rektor", language="nn").get(f"/directory/{school_id()}/ready")
    assert "Legg inn nummeret foreldre kan ringje" in page.text
    await town.imports()


async def test_a_pupil_without_anybody_with_foreldreansvar_is_counted(town: Town) -> None:
    before = (await town.door("rektor").api(f"/directory/{school_id()}/ready")).json()
    kept = tuple(one for one in roster().guardianships if _pupil(one.pupil) != person_id("pupil"))
    await town.imports(replace(roster(), guardianships=kept))
    after = (await town.door("rektor").api(f"/directory/{school_id()}/ready")).json()
    count = {
        name: {p["code"]: p["missing"] for p in told["points"]}
        for name, told in (("b", before), ("a", after))
    }
    assert count["a"]["guardians"] == count["b"]["guardians"] + 1
    await town.imports()


def _pupil(sourced: str) -> str:
    return directory_id("person", sourced)


async def test_it_is_for_those_who_answer_for_that_school(town: Town) -> None:
    path = f"/directory/{school_id()}/ready"
    assert (await town.door("contact_teacher").get(path)).status == 403
    assert (await town.door("mother", "guardian").get(path)).status == 403
    assert (await town.door(None).get(path)).status in {303, 401}
    listed = await town.door("rektor").get("/directory")
    assert path in listed.html
