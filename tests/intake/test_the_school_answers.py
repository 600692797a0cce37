"""The school is the professional side: nothing waits for a parent, and silence closes nothing (row R1)."""

from datetime import timedelta

import pytest

from shared.identifiers import new_id
from shared.web.guards import case_access, guarded_routes
from tests.intake.town import Town, person_id

pytestmark = pytest.mark.stack

# What a family can order in a case. None of it moves the case's state; a new one has to be looked at here.
FROM_HOME = {
    "/api/intake/cases/{case_id}/requests",
    "/cases/{case_id}/requests",
}


@pytest.mark.requirement("R1")
async def test_every_open_task_belongs_to_somebody_at_the_school(town: Town) -> None:
    for told_as in ("guardian", "other"):
        await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")], told_as=told_as)
    tasks = await town.house.tasks.find({"open": True})
    owners = await town.house.directory.people_by_id({one.owner_id for one in tasks})
    assert tasks
    assert {one.owner_id for one in tasks} == set(owners)
    assert all("staff" in one.listed.kinds for one in owners.values())


@pytest.mark.requirement("R1")
async def test_no_order_of_a_familys_moves_the_state_of_a_case(town: Town) -> None:
    found = {
        route.path
        for route in guarded_routes(town.app)
        if isinstance(route.guard, case_access) and route.guard.action == "follow" and "POST" in route.methods
    }
    assert found >= FROM_HOME
    mother = town.door("mother", "guardian")
    told = await mother.tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    before = await town.house.cases.get(case_id)
    for path in sorted(found):
        for wish in ("ring", "meet", "write"):
            await mother.post(
                path.replace("{case_id}", case_id), wish=wish, text="Vent.", idempotency_key=new_id("key")
            )
    await town.deliver()
    after = await town.house.cases.get(case_id)
    assert before is not None
    assert after is not None
    assert after.state == before.state


@pytest.mark.requirement("R1")
async def test_a_silent_home_closes_nothing(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    open_ = await town.house.tasks.ids({"case_id": case_id, "open": True})
    town.clock.advance(timedelta(days=60))
    await town.deliver()
    town.clock.advance(timedelta(days=-60))
    case = await town.house.cases.get(case_id)
    assert case is not None
    assert case.state == "reported"
    assert await town.house.tasks.ids({"case_id": case_id, "open": True}) == open_
