"""A pupil changes school with an open case: it stays, is listed, and goes along with one click."""

from dataclasses import replace

import pytest

from services.intake.domain.directory_entry import directory_id
from tests.intake.town import Town, person_id, roster, school_id

pytestmark = [pytest.mark.stack, pytest.mark.requirement("B7")]


async def test_the_case_of_a_pupil_who_moved_is_listed_and_follows_with_one_click(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    assert f"/cases/{case_id}" not in (await town.door("rektor").get("/directory/moved")).html
    other = next(one for one in roster().groups.values() if one.school != "org-lillevik-skole")
    moved = tuple(
        one.model_copy(update={"group": other.id, "school": other.school})
        if directory_id("person", one.person) == person_id("pupil")
        else one
        for one in roster().enrollments
    )
    await town.imports(replace(roster(), enrollments=moved))
    page = await town.door("rektor").get("/directory/moved")
    assert f"/cases/{case_id}/move" in page.html
    case = await town.house.cases.get(case_id)
    assert case is not None
    assert case.school_id == school_id()
    new = directory_id("school", other.school)
    done = await town.door("rektor").post(f"/cases/{case_id}/move", school_id=new, reason="Byttet skole.")
    assert done.status == 303
    await town.deliver()
    assert f"/cases/{case_id}" not in (await town.door("rektor").get("/directory/moved")).html
    after = await town.house.cases.get(case_id)
    assert after is not None
    assert after.school_id == new
    await town.imports()
