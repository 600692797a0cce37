"""Before a family reads a text, the names of other pupils in it are looked at (row R41)."""

import re

import pytest

from services.intake.domain.directory_entry import directory_id
from shared.identifiers import new_id
from tests.intake.course import PLAN, writes
from tests.intake.town import Page, Town, person_id

pytestmark = [pytest.mark.stack, pytest.mark.requirement("R41")]

LINKED = "Storm er med i Tones gruppe. Det blåser storm i gården."


@pytest.fixture
async def cases(town: Town) -> tuple[str, str]:
    """Aksel's case and Storm's, of one event: a file each."""
    pupils = [person_id("pupil"), person_id("other_pupil")]
    told = await town.door("rektor").tells(pupil_ids=pupils, told_as="staff", text="To elever.")
    first, second = (str(one["case_id"]) for one in told["cases"])
    for case_id in (first, second):
        assert (await town.door("rektor").post(f"/cases/{case_id}/assess")).status == 303
    await town.deliver()
    return first, second


def clicks(page: Page, what: str) -> list[str]:
    return re.findall(rf'name="name_do" value="({what}:[^"]+)"', page.html)


def looked(page: Page) -> list[str]:
    return re.findall(r'name="looked" value="([^"]+)"', page.html)


async def asked(town: Town, case_id: str) -> str:
    mother = town.door("mother", "guardian")
    await mother.post(
        f"/cases/{case_id}/requests", wish="write", text="Hva gjør dere?", idempotency_key=new_id("key")
    )
    case = await town.house.cases.get(case_id)
    assert case is not None
    return f"/cases/{case_id}/requests/{case.requests[-1].id}/answer"


async def family_reads(town: Town, case_id: str) -> str:
    return (await town.door("mother", "guardian").get(f"/cases/{case_id}/family")).text


async def test_a_linked_pupils_name_stops_an_answer_until_it_is_replaced(
    town: Town, cases: tuple[str, str]
) -> None:
    case_id, rektor = cases[0], town.door("rektor")
    path = await asked(town, case_id)
    held = await rektor.post(path, text=LINKED)
    assert held.status == 409
    assert "<mark>Storm</mark>" in held.html
    assert "Storm" not in await family_reads(town, case_id)
    # The word in small letters is no name: one click is asked for, and one is enough.
    (click,) = clicks(held, "replace")
    shown = await rektor.post(path, text=LINKED, name_do=click)
    assert shown.status == 200
    new = LINKED.replace("Storm", "En annen elev")
    assert new in shown.html
    assert "Storm" not in await family_reads(town, case_id)
    assert (await rektor.post(path, text=new)).status == 303
    assert new in await family_reads(town, case_id)


async def test_a_word_that_is_also_a_name_may_stand_once_somebody_has_looked(
    town: Town, cases: tuple[str, str]
) -> None:
    case_id, rektor = cases[0], town.door("rektor")
    path, text = await asked(town, case_id), "Storm og regn i morgen, så Aksel er inne."
    held = await rektor.post(path, text=text)
    assert held.status == 409
    assert "Det kan også være et vanlig ord." in held.text
    (click,) = clicks(held, "keep")
    shown = await rektor.post(path, text=text, name_do=click)
    assert clicks(shown, "keep") == []
    (key,) = looked(shown)
    # What was looked at is this place, and no other that says the same name.
    assert (await rektor.post(path, text="Storm slo ham.", looked=key)).status == 409
    assert (await rektor.post(path, text=text, looked=key)).status == 303
    assert text in await family_reads(town, case_id)


async def test_a_plan_is_not_in_force_while_it_names_a_linked_pupil(
    town: Town, cases: tuple[str, str]
) -> None:
    case_id, rektor = cases[0], town.door("rektor")
    saved = await writes(rektor, case_id, problem=LINKED)
    assert saved.status == 303
    held = await rektor.post(f"/cases/{case_id}/plan/activate")
    assert held.status == 409
    told = {"x-csrf-token": rektor.csrf}
    by_program = await rektor.http.post(f"/api/intake/cases/{case_id}/plan/activation", headers=told)
    assert (by_program.status_code, by_program.json()["code"]) == (409, "names-to-look-at")
    assert "problem" in str(by_program.json())
    (click,) = clicks(held, "replace")
    fields = {**PLAN, "base": "1", "problem": LINKED}
    shown = await rektor.post(f"/cases/{case_id}/plan/edit", **fields, name_do=click)
    assert "En annen elev er med" in shown.html
    fields["problem"] = LINKED.replace("Storm", "En annen elev")
    done = await rektor.post(f"/cases/{case_id}/plan/edit", **fields, do="activate")
    assert done.status == 303, done.text
    # In force, every change is read at once: it is looked at before it is saved.
    fields |= {"base": "2", "findings": "Storm innrømmet det."}
    held = await rektor.post(f"/cases/{case_id}/plan/edit", **fields)
    assert held.status == 409
    page = await town.door("mother", "guardian").get(f"/cases/{case_id}/family/plan")
    assert "Storm" not in page.text


async def test_a_classmates_name_is_shown_and_stops_nothing(town: Town, cases: tuple[str, str]) -> None:
    case_id, rektor = cases[0], town.door("rektor")
    path = await asked(town, case_id)
    held = await rektor.post(path, text="Storm og Even satt sammen.")
    assert "elev i samme sak" in held.text
    assert "elev i klassen" in held.text
    assert (await rektor.post(path, text="Even satt der.")).status == 303


async def test_what_is_shared_of_an_examination_and_an_answer_without_a_case_are_held_too(
    town: Town, cases: tuple[str, str]
) -> None:
    rektor = town.door("rektor")
    step = {"method": "observation", "person_id": person_id("rektor"), "what": "Se på Storm i friminuttet"}
    path = f"/cases/{cases[0]}/steps"
    held = await rektor.post(path, **step, shared="yes", idempotency_key=new_id("key"))
    assert held.status == 409
    assert (await rektor.post(path, **step, idempotency_key=new_id("key"))).status == 303
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    alone = str(told["cases"][0]["case_id"])
    answer = {"text": "Ingenting i det.", "answer": "Even satt der."}
    assert (await rektor.post(f"/cases/{alone}/no-case", **answer)).status == 303


async def test_a_plan_for_two_pupils_is_read_by_each_home_without_the_other(town: Town) -> None:
    rektor, magnus = town.door("rektor"), directory_id("person", "user-00130")
    told = await rektor.tells(pupil_ids=[person_id("pupil"), magnus], told_as="staff")
    first, second = (str(one["case_id"]) for one in told["cases"])
    for case_id in (first, second):
        assert (await rektor.post(f"/cases/{case_id}/assess")).status == 303
    common = "Aksel og Magnus er uvenner."
    assert (await writes(rektor, first, problem=common)).status == 303
    assert (await rektor.post(f"/cases/{first}/plan/cases", case_id=second)).status == 303
    assert (await writes(rektor, second, base="1", problem=common, pupil_words="Magnus sitt.")).status == 303
    # Of what both homes read, each reads the other pupil as another pupil: nothing to click.
    done = await rektor.post(f"/cases/{first}/plan/activate")
    assert done.status == 303, done.text
    page = await town.door("mother", "guardian").get(f"/cases/{first}/family/plan")
    assert "Aksel og en annen elev er uvenner." in page.text
    assert "Magnus" not in page.text
