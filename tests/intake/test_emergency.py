"""A case opened without part in it: with a reason, told to leadership, looked at, and over by itself."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from services.intake.domain.directory_entry import directory_id
from shared.contracts.access import AccessSnapshotV1
from shared.contracts.intake import GlassBrokenV1, GlassReviewedV1
from shared.contracts.tasks import IntakeTaskClosedV1
from shared.identifiers import new_id
from tests.intake.course import CLOSING, opened
from tests.intake.town import Door, Page, Town, person_id
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack
REASON = "Mor står i resepsjonen og er redd for at gutten er borte."


@pytest.fixture(autouse=True)
async def clock_stands(town: Town) -> AsyncIterator[None]:
    yield
    town.clock.set(NOON)


async def told(town: Town, **more: object) -> tuple[str, str]:
    found = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")], **more)
    return found["cases"][0]["case_id"], found["cases"][0]["number"]


async def breaks(door: Door, number: str, **changed: str) -> Page:
    fields = {"number": number, "reason": REASON, "idempotency_key": new_id("key")}
    return await door.post("/cases/break-glass", **{**fields, **changed})


@pytest.mark.requirement("L9")
async def test_it_opens_with_a_reason_is_told_and_looked_at_and_ends_by_itself(town: Town) -> None:
    case_id, number = await told(town)
    colleague, rektor = town.door("colleague"), town.door("rektor")
    assert (await colleague.get(f"/cases/{case_id}")).status == 404
    key = new_id("key")
    for _ in range(2):
        answer = await breaks(colleague, number, idempotency_key=key)
        assert (answer.status, answer.location) == (303, f"/cases/{case_id}")
    await town.deliver()
    assert (await colleague.get(f"/cases/{case_id}")).status == 200
    assert len(town.said_of(GlassBrokenV1, case_id)) == 1
    (grant,) = [
        one
        for one in town.said_of(AccessSnapshotV1, case_id)[-1].grants
        if one.person_id == person_id("colleague")
    ]
    assert grant.emergency
    codes = {t["code"] for t in (await rektor.api("/today")).json()["tasks"] if t["case_id"] == case_id}
    assert "glass-to-review" in codes
    page = await rektor.get(f"/cases/{case_id}")
    assert REASON in page.text
    looks = await town.kernel.looks.log.looks_at(case_id)
    assert person_id("colleague") in {one.person_id for one in looks}
    said = [value for _, _, value in town.said if case_id.encode() in value]
    assert all(b"resepsjonen" not in value for value in said)
    town.clock.set(NOON + timedelta(hours=12))
    assert (await colleague.get(f"/cases/{case_id}")).status == 404


@pytest.mark.requirement("L9")
async def test_what_was_not_right_ends_at_once(town: Town) -> None:
    case_id, number = await told(town)
    colleague, rektor = town.door("colleague"), town.door("rektor")
    await breaks(colleague, number)
    glass = town.house.cases
    case = await glass.get(case_id)
    assert case is not None
    path = f"/cases/{case_id}/glass/{case.glasses[0].id}"
    assert (await colleague.post(path, verdict="right")).status == 403
    assert (await rektor.post(path)).status == 422
    town.clock.set(NOON + timedelta(minutes=1))
    assert (await rektor.post(path, verdict="not_right", review="Spør meg neste gang.")).status == 303
    assert (await rektor.post(path, verdict="right")).status == 409
    await town.deliver()
    assert (await colleague.get(f"/cases/{case_id}")).status == 404
    assert town.said_of(GlassReviewedV1, case_id)[-1].verdict == "not_right"
    assert len(town.said_of(IntakeTaskClosedV1, case_id)) == 1
    assert "Spør meg neste gang." in (await rektor.get(f"/cases/{case_id}")).text


@pytest.mark.requirement("L9", "B7")
async def test_no_reason_opens_what_concerns_oneself_ones_child_or_another_school(town: Town) -> None:
    about_staff = await town.door("mother", "guardian").tells(
        pupil_ids=[person_id("pupil")], concerns="staff", implicated=[person_id("colleague")]
    )
    rektor = town.door("rektor")
    choices = (await rektor.api("/report-choices")).json()["pupils"]
    dag = next(one["pupil_id"] for one in choices if one["name"].startswith("Dag Granholtsæter"))
    own_child = await rektor.tells(pupil_ids=[dag], told_as="staff")
    _, number = await told(town)
    for key, about in (
        ("colleague", about_staff["cases"][0]["number"]),
        ("teacher_parent", own_child["cases"][0]["number"]),
        ("rektor_fjellsyn", number),
        ("colleague", "2026-999999"),
    ):
        answer = await breaks(town.door(key), about)
        assert answer.status == 404, key
        assert "Vi fant ingen sak" in answer.text
        assert REASON in answer.text  # what was typed is kept
    assert (await breaks(town.door("colleague"), number, reason="kort")).status == 422
    assert (await town.door("mother", "guardian").get("/cases/break-glass")).status == 403


@pytest.mark.requirement("R38")
async def test_the_owners_help_is_in_one_case_and_ends_when_it_is_closed(town: Town) -> None:
    case_id, other = await opened(town), (await told(town))[0]
    owner, rektor, contact = town.door("owner_2"), town.door("rektor"), person_id("owner_2")
    assert (await owner.get(f"/cases/{case_id}")).status == 404
    assert (
        await town.door("contact_teacher").post(f"/cases/{case_id}/owners", person_id=contact)
    ).status == 403
    assert (await rektor.post(f"/cases/{case_id}/owners", person_id=person_id("colleague"))).status == 422
    assert (await rektor.post(f"/cases/{case_id}/owners", person_id=contact)).status == 303
    await town.deliver()
    assert (await owner.get(f"/cases/{case_id}")).status == 200
    assert (await owner.post(f"/cases/{case_id}/receive")).status == 403
    assert (await owner.get(f"/cases/{other}")).status == 404
    closed = await rektor.post(f"/cases/{case_id}/close", **CLOSING)
    assert closed.status == 303, closed.text
    await town.deliver()
    assert (await owner.get(f"/cases/{case_id}")).status == 404
    assert contact not in {one.person_id for one in town.said_of(AccessSnapshotV1, case_id)[-1].grants}
    await rektor.post(f"/cases/{case_id}/reopen", reason="Det har begynt igjen.")
    await town.deliver()
    assert (await owner.get(f"/cases/{case_id}")).status == 404


@pytest.mark.requirement("R48")
async def test_a_parent_contact_has_practicalities_and_never_a_case(town: Town) -> None:
    group = directory_id("group", "class-lillevik-8a")
    answer = await town.door("rektor").post("/cases/new-group", group_id=group, idempotency_key=new_id("key"))
    await town.deliver()
    case_id = answer.location.removeprefix("/cases/")

    def only_contact(it):  # type: ignore[no-untyped-def]
        it.listed = it.listed.model_copy(update={"guardians": ()})
        it.say()

    pupils = [one.id for one in await town.house.listed.pupils_in(group)]
    theirs = [
        one
        for one in pupils
        if person_id("parent_contact")
        in {link.person_id for link in (await town.house.directory.person(one)).listed.guardians}
    ]
    for one in theirs:
        await town.house.listed.people.change(one, only_contact)
    await town.deliver()
    try:
        door = town.door("parent_contact", "guardian")
        for path in (f"/cases/{case_id}", f"/cases/{case_id}/family"):
            assert (await door.get(path)).status == 403, path
        assert (await door.api(f"/cases/{case_id}")).status_code == 403
        found = await town.house.directory.parent_contacts_of(group, town.house.today())
        assert [one.id for one in found] == [person_id("parent_contact")]
    finally:
        await town.imports()
