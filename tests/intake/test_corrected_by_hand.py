"""What a school puts right by hand stands at the next import, and can be given back to the roster."""

from datetime import timedelta

import pytest

from services.intake.commands.correct_directory import Laying
from services.intake.commands.import_roster import import_roster
from tests.intake.town import SUBJECT_KEY, Town, person_id, roster, school_id

pytestmark = [pytest.mark.stack, pytest.mark.requirement("P13")]
PATH = f"/directory/{school_id()}/people/{{}}/corrections"
WRONG = {"name": "phone", "value": "41 00 00 01", "reason": "Nytt nummer, sagt på telefon."}


async def imports(town: Town, trial: bool = False) -> tuple[int, set[tuple[str, str]]]:
    laying = Laying(town.house, trial)
    report = await import_roster(
        roster(), stores=town.house.listed, subject_key=SUBJECT_KEY, trial=trial, laid=laying.over
    )
    await town.deliver()
    return report.wrote, laying.differs


async def phone(town: Town) -> str | None:
    return (await town.house.directory.person(person_id("mother"))).words.phone


async def test_a_number_put_right_stands_at_the_next_import_until_it_is_taken_back(town: Town) -> None:
    before = await phone(town)
    path = PATH.format(person_id("mother"))
    assert (await town.door("rektor").send(path, WRONG)).status_code == 204
    await town.deliver()
    assert await phone(town) == "41 00 00 01"
    assert await imports(town) == (0, {(person_id("mother"), "phone")})
    assert await phone(town) == "41 00 00 01"
    door = town.door("rektor")
    gone = await door.http.delete(f"/api/intake{path}/phone", headers={"x-csrf-token": door.csrf})
    assert gone.status_code == 204
    await town.deliver()
    assert await phone(town) == before
    assert await imports(town) == (0, set())


async def test_what_is_put_right_until_a_day_gives_way_after_it(town: Town) -> None:
    before = await phone(town)
    until = town.house.today().isoformat()
    path = PATH.format(person_id("mother"))
    assert (await town.door("rektor").send(path, {**WRONG, "until": until})).status_code == 204
    assert (await imports(town))[0] == 0
    now = town.clock.now()
    town.clock.set(now + timedelta(days=1))
    assert (await imports(town))[0] == 1
    town.clock.set(now)
    assert await phone(town) == before


async def test_only_the_leaders_of_that_school_put_right_and_only_what_may_be(town: Town) -> None:
    path = PATH.format(person_id("mother"))
    assert (await town.door("contact_teacher").send(path, WRONG)).status_code == 403
    assert (await town.door("mother", "guardian").send(path, WRONG)).status_code == 403
    assert (await town.door("rektor").send(PATH.format("person_x"), WRONG)).status_code == 404
    for name, value in (("language", "tlh"), ("phone", "ring meg")):
        wrong = {"name": name, "value": value, "reason": "Feil"}
        assert (await town.door("rektor").send(path, wrong)).status_code == 422
    nameless = {"name": "given_name", "reason": "Feil"}
    assert (await town.door("rektor").send(path, nameless)).status_code == 422
