"""The rektor's day: ring, meet, write; each done in place, from all four services."""

from datetime import timedelta

import pytest

from services.intake.domain.directory_entry import ListedPerson
from shared.contracts.directory import GuardianLink
from shared.contracts.intake import ContactLoggedV1
from shared.contracts.tasks import (
    EscalationTaskOpenedV1,
    IntakeTaskClosedV1,
    IntakeTaskOpenedV1,
    MeetingsTaskClosedV1,
    MeetingsTaskOpenedV1,
    NotifyTaskOpenedV1,
)
from shared.identifiers import new_id
from tests.intake.town import Town, person_id

pytestmark = pytest.mark.stack


async def reported(town: Town, **told: object) -> str:
    answer = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")], **told)
    return str(answer["cases"][0]["case_id"])


async def codes(town: Town, key: str, case_id: str) -> list[str]:
    found = (await town.door(key).api("/today")).json()["tasks"]
    return [one["code"] for one in found if one["case_id"] == case_id]


@pytest.mark.requirement("P8")
async def test_the_lists_match_the_open_tasks_of_all_four_services(town: Town) -> None:
    case_id = await reported(town)
    todo = await codes(town, "rektor", case_id)
    assert todo[:2] == ["tomorrow-to-decide", "contact-reporter"]
    assert set(todo[2:]) == {"meeting-to-call", "plan-to-write"}
    common = {
        "case_id": case_id,
        "school_id": (await town.house.cases.get(case_id)).school_id,  # type: ignore[union-attr]
        "at": town.clock.now(),
        "owner_id": person_id("rektor"),
    }
    source = new_id("meeting")
    meeting = MeetingsTaskOpenedV1(**common, task_id=new_id("task"), list="write", code="minutes-to-write")
    await town.hears(meeting, source=source, seq=1)
    letter = NotifyTaskOpenedV1(
        **common,
        task_id=new_id("task"),
        list="ring",
        code="letter-undeliverable",
        about_person_id=person_id("father"),
    )
    await town.hears(letter)
    serious = EscalationTaskOpenedV1(
        **common,
        task_id=new_id("task"),
        list="do",
        code="serious-to-decide",
        path=f"/notices/decide/{case_id}",
        due_at=town.clock.now() - timedelta(hours=1),
    )
    await town.hears(serious)
    now = await codes(town, "rektor", case_id)
    assert now[:3] == ["serious-to-decide", "tomorrow-to-decide", "contact-reporter"]
    assert sorted(now[3:]) == [
        "letter-undeliverable",
        "meeting-to-call",
        "minutes-to-write",
        "plan-to-write",
    ]
    page = await town.door("rektor").get("/today?all=1")
    assert "Kari Dahl" in page.text
    assert "Jon Nordgardsmyr" in page.text
    assert f"/notices/decide/{case_id}" in page.html
    closed = MeetingsTaskClosedV1(
        case_id=case_id, school_id=common["school_id"], at=town.clock.now(), task_id=meeting.task_id
    )
    await town.hears(closed, source=source, seq=2)
    assert "minutes-to-write" not in await codes(town, "rektor", case_id)


@pytest.mark.requirement("P8")
async def test_ringing_is_done_in_place(town: Town) -> None:
    case_id = await reported(town)
    rektor = town.door("rektor")
    fields = {"person_id": person_id("mother"), "means": "phone", "back": "/today"}
    tried = await rektor.post(f"/cases/{case_id}/contact", reached="no", **fields)
    assert (tried.status, tried.location) == (303, "/today")
    assert "contact-reporter" in await codes(town, "rektor", case_id)
    await rektor.post(f"/cases/{case_id}/contact", reached="yes", **fields)
    assert "contact-reporter" not in await codes(town, "rektor", case_id)
    await town.deliver()
    assert [one.reached for one in town.said_of(ContactLoggedV1, case_id)] == [False, True]
    assert len(town.said_of(IntakeTaskClosedV1, case_id)) == 1


@pytest.mark.requirement("R4")
async def test_what_the_school_suspects_has_the_same_times_and_a_task_to_contact_home(town: Town) -> None:
    teacher = town.door("contact_teacher")
    told = await teacher.tells(pupil_ids=[person_id("pupil")], told_as="staff", channel="observation")
    case_id = told["cases"][0]["case_id"]
    from_home = await reported(town)
    case, other = await town.house.cases.get(case_id), await town.house.cases.get(from_home)
    assert case is not None
    assert other is not None
    assert (case.contact_by, case.raised_with_rektor_at) == (other.contact_by, other.raised_with_rektor_at)
    opened = {one.code: one.due_at for one in town.said_of(IntakeTaskOpenedV1, case_id)}
    theirs = {one.code: one.due_at for one in town.said_of(IntakeTaskOpenedV1, from_home)}
    assert opened["contact-home"] == theirs["contact-reporter"] == case.contact_by
    assert "contact-home" in await codes(town, "rektor", case_id)
    await town.door("rektor").send(
        f"/cases/{case_id}/contacts", {"person_id": person_id("father"), "reached": True}
    )
    assert "contact-home" not in await codes(town, "rektor", case_id)
    again = await town.house.cases.get(case_id)
    assert again is not None
    assert again.first_contact_at == town.clock.now()
    assert again.contacts[0].by == person_id("rektor")


async def test_the_deputy_sees_the_rektors_tasks_only_while_the_rektor_is_away(town: Town) -> None:
    case_id = await reported(town)
    assert await codes(town, "deputy", case_id) == []
    anne = person_id("rektor")
    await town.away(anne)
    try:
        assert "contact-reporter" in await codes(town, "deputy", case_id)
        again = await reported(town)
        case = await town.house.cases.get(again)
        assert case is not None
        assert case.handler_id == person_id("deputy")
    finally:
        await town.imports()
    assert await codes(town, "deputy", case_id) == []


async def test_a_deputy_is_not_given_the_tasks_of_her_own_childs_case(town: Town) -> None:
    case_id = await reported(town)
    deputy = GuardianLink(person_id=person_id("deputy"), relation="parent", responsibility=False)

    def becomes_kin(it: ListedPerson) -> None:
        it.listed = it.listed.model_copy(update={"guardians": (*it.listed.guardians, deputy)})
        it.say()

    await town.away(person_id("rektor"))
    try:
        assert "contact-reporter" in await codes(town, "deputy", case_id)
        await town.house.listed.people.change(person_id("pupil"), becomes_kin)
        await town.deliver()
        assert await codes(town, "deputy", case_id) == []
    finally:
        await town.imports()


@pytest.mark.requirement("R25")
async def test_a_contact_is_noted_once_however_often_it_is_pressed(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    rektor = town.door("rektor")
    form = await rektor.get(f"/cases/{case_id}/contact")
    fields = {"person_id": person_id("mother"), "means": "phone", "reached": "no"}
    key = form.field("idempotency_key")
    for _ in range(2):
        assert (await rektor.post(f"/cases/{case_id}/contact", idempotency_key=key, **fields)).status == 303
    for _ in range(2):  # the button of one press on the case's own page
        assert (await rektor.post(f"/cases/{case_id}/contact", **fields)).status == 303
    body = {"person_id": person_id("mother"), "reached": True}
    key = new_id("key")
    for _ in range(2):
        assert (await rektor.send(f"/cases/{case_id}/contacts", body, key=key)).status_code == 204
    case = await town.house.cases.get(case_id)
    assert case is not None
    assert [one.reached for one in case.contacts] == [False, False, True]
    await town.deliver()
    assert len(town.said_of(ContactLoggedV1, case_id)) == 3
