"""Nobody opens a case before they have learnt how; the course takes ten minutes, a leader can give a week."""

from datetime import timedelta

import pytest

from services.intake.commands.train_staff import ANSWERS
from services.intake.domain.directory_entry import ListedPerson
from shared.contracts.directory import PersonListedV1
from tests.intake.town import Town, person_id

pytestmark = pytest.mark.stack
TEACHER = "contact_teacher"


@pytest.fixture
async def case_id(town: Town) -> str:
    """A case of which the contact teacher has just begun, and has learnt nothing yet."""
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])

    def forget(it: ListedPerson) -> None:
        it.training = ()
        it.say()

    await town.house.listed.people.change(person_id(TEACHER), forget)
    await town.deliver()
    found: str = told["cases"][0]["case_id"]
    return found


@pytest.mark.requirement("L9", "P15")
async def test_without_training_every_door_to_a_case_is_shut_and_says_what_to_do(
    town: Town, case_id: str
) -> None:
    door = town.door(TEACHER)
    for path in (f"/cases/{case_id}", "/today", "/cases", f"/cases/{case_id}/facts/new"):
        page = await door.get(path)
        assert page.status == 403, path
        assert 'href="/training"' in page.html
    asked = await door.api(f"/cases/{case_id}")
    assert (asked.status_code, asked.json()["code"]) == (403, "not-trained")
    assert (await door.get("/")).location == "/training"
    assert (await door.get("/report")).status == 200
    assert not [
        one for one in await town.kernel.looks.log.looks_at(case_id) if one.person_id == person_id(TEACHER)
    ]


@pytest.mark.requirement("L9")
async def test_a_stranger_is_not_told_that_the_case_is_there(town: Town, case_id: str) -> None:
    assert (await town.door("rektor_fjellsyn").get(f"/cases/{case_id}")).status == 404
    assert (await town.door("mother", "guardian").get(f"/cases/{case_id}/family")).status == 200


@pytest.mark.requirement("P15")
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
async def test_the_course_opens_the_door_when_every_answer_is_right(
    town: Town, case_id: str, language: str
) -> None:
    door = town.door(TEACHER, language=language)
    assert (await door.get("/training")).status == 200
    wrong = await door.post("/training", **(ANSWERS | {"q3": "a"}))
    assert wrong.status == 422
    assert (
        'value="b" checked' in wrong.html.replace('" id="', '" ').replace("  ", " ")
        or "checked" in wrong.html
    )
    assert (await door.get(f"/cases/{case_id}")).status == 403
    assert (await door.post("/training", **ANSWERS)).status == 303
    await town.deliver()
    assert (await door.get(f"/cases/{case_id}")).status == 200


@pytest.mark.requirement("L9", "P15")
async def test_a_leader_lets_somebody_begin_for_a_week_and_no_longer(town: Town, case_id: str) -> None:
    teacher, rektor = town.door(TEACHER), town.door("rektor")
    assert (await town.door("colleague").get("/staff")).status == 403
    assert (await rektor.get("/staff")).status == 200
    assert (await rektor.post("/staff", person_id=person_id("teacher_fjellsyn"))).status == 404
    assert (await rektor.post("/staff", person_id=person_id(TEACHER))).status == 303
    await town.deliver()
    assert (await teacher.get(f"/cases/{case_id}")).status == 200
    now = town.clock.now()
    try:
        town.clock.set(now + timedelta(days=7))
        assert (await teacher.get(f"/cases/{case_id}")).status == 403
    finally:
        town.clock.set(now)


async def test_an_import_neither_gives_nor_takes_what_somebody_has_learnt_here(
    town: Town, case_id: str
) -> None:
    door = town.door(TEACHER)
    await door.post("/training", **ANSWERS)
    await town.changes(person_id(TEACHER), trained_on=None, phone="22 00 00 99")
    listed = await town.house.directory.person(person_id(TEACHER))
    assert [one.way for one in listed.listed.training or ()] == ["course"]
    await town.imports()
    assert (await door.get(f"/cases/{case_id}")).status == 200


def test_what_was_said_before_training_was_asked_for_shuts_out_nobody() -> None:
    from tests.shared.moments import NOON

    assert PersonListedV1(person_id="p", kinds=("staff",)).trained_on(NOON.date())
    assert not PersonListedV1(person_id="p", kinds=("staff",), training=()).trained_on(NOON.date())
