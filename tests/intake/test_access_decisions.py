"""What people decide about who may see a case is not lost, and does not outlive its reason."""

import asyncio

import pytest

from services.intake.commands.lead_case import let_in
from services.intake.commands.open_case import open_cases_of
from services.intake.domain.access import Access
from services.intake.domain.directory_entry import ListedPerson, directory_id
from services.intake.storage.house import access_id_of
from shared.contracts.access import AccessSnapshotV1
from shared.identifiers import new_id
from tests.intake.town import Town, person_id, school_id

pytestmark = pytest.mark.stack


async def access_to(town: Town, case_id: str) -> Access:
    found = await town.house.access.get(access_id_of(case_id))
    assert found is not None
    return found


async def opened_again(town: Town, report_id: str) -> None:
    """The event that opened the case comes a second time."""
    report = await town.house.reports.get(report_id)
    assert report is not None
    await open_cases_of(report, house=town.house)


async def held_by(town: Town, case_id: str, key: str) -> list[str]:
    """The relations that this person has to the case, as it was last said."""
    grants = town.said_of(AccessSnapshotV1, case_id)[-1].grants
    return [one.relation for one in grants if one.person_id == person_id(key)]


async def test_a_repeat_of_the_report_undoes_nothing_that_was_decided(town: Town) -> None:
    told = await town.door("contact_teacher").tells(
        pupil_ids=[person_id("pupil")], told_as="pupil", home_held=True
    )
    case_id = told["cases"][0]["case_id"]
    rektor = town.door("rektor")
    await rektor.post(f"/cases/{case_id}/release")
    await rektor.post(f"/cases/{case_id}/helpers", person_id=person_id("colleague"))
    await town.deliver()
    await opened_again(town, told["report_id"])
    access = await access_to(town, case_id)
    assert (access.home_held, access.helpers) == (False, (person_id("colleague"),))


async def test_a_repeat_of_the_report_does_not_forget_whom_it_concerns(town: Town) -> None:
    told = await town.door("contact_teacher").tells(school_id=school_id(), told_as="staff")
    case_id = told["cases"][0]["case_id"]
    await town.door("rektor").post(f"/cases/{case_id}/pupil", pupil_id=person_id("pupil"))
    await town.deliver()
    await opened_again(town, told["report_id"])
    assert (await access_to(town, case_id)).pupil_id == person_id("pupil")


async def test_all_who_are_let_in_at_once_are_let_in(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    staff = [one.id for one in await town.house.directory.staff_at(school_id())][:6]
    await asyncio.gather(*(let_in(case_id, one, house=town.house) for one in staff))
    assert set((await access_to(town, case_id)).helpers) == set(staff)


@pytest.mark.requirement("B7")
async def test_a_helper_who_has_left_the_school_sees_nothing_more(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    await town.door("rektor").post(f"/cases/{case_id}/helpers", person_id=person_id("colleague"))
    await town.deliver()
    assert await held_by(town, case_id, "colleague") == ["helper"]
    await town.house.listed.people.change(person_id("colleague"), ListedPerson.remove)
    await town.deliver()
    try:
        assert await held_by(town, case_id, "colleague") == []
        assert (await town.door("colleague").api(f"/cases/{case_id}")).status_code == 404
    finally:
        await town.imports()


@pytest.mark.requirement("R44")
async def test_who_leaves_the_class_or_its_duty_leaves_its_case(town: Town) -> None:
    group = directory_id("group", "class-lillevik-8a")
    opened = await town.door("rektor").post("/cases/new-group", group_id=group, idempotency_key=new_id("key"))
    await town.deliver()
    case_id = opened.location.removeprefix("/cases/")
    assert await held_by(town, case_id, "mother") == ["guardian"]
    assert await held_by(town, case_id, "parent_contact") == ["guardian", "parent_contact"]

    def moved(it: ListedPerson) -> None:
        it.listed = it.listed.model_copy(update={"group_ids": (), "duties": ()})
        it.say()

    for key in ("pupil", "parent_contact"):
        await town.house.listed.people.change(person_id(key), moved)
    await town.deliver()
    try:
        assert await held_by(town, case_id, "mother") == []
        assert "parent_contact" not in await held_by(town, case_id, "parent_contact")
    finally:
        await town.imports()


async def test_one_parent_cannot_shut_the_other_out(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(
        pupil_ids=[person_id("pupil")], told_as="staff", home_held=True
    )
    case_id = told["cases"][0]["case_id"]
    case = await town.house.cases.get(case_id)
    assert case is not None
    assert (case.told_as, case.home_held) == ("guardian", False)
    assert (await town.door("father", "guardian").get(f"/cases/{case_id}/family")).status == 200
