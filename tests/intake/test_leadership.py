"""Who leads a school from a day on, what is owed there, and who has the telephone in the holidays."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest

from services.intake.domain.given_duty import Relief, duties_with
from shared.contracts.access import AccessSnapshotV1
from shared.contracts.directory import Duty
from shared.contracts.intake import CaseOpenedV1
from tests.intake.town import Town, person_id, school_id
from tests.shared.moments import NOON

SCHOOL = "school_x"
MONDAY = date(2026, 11, 16)
NEXT = date(2026, 11, 17)


@pytest.mark.requirement("P9")
@pytest.mark.parametrize(
    ("relief", "left"),
    [
        (Relief(role="rektor", school_id=SCHOOL, since=date(2027, 1, 1)), [(None, date(2026, 12, 31))]),
        (
            Relief(role="rektor", school_id=SCHOOL, since=date(2027, 1, 1), until=date(2027, 1, 31)),
            [(None, date(2026, 12, 31)), (date(2027, 2, 1), None)],
        ),
        (Relief(role="deputy", school_id=SCHOOL, since=date(2027, 1, 1)), [(None, None)]),
        (Relief(role="rektor", school_id="another", since=date(2027, 1, 1)), [(None, None)]),
    ],
)
def test_a_duty_is_cut_at_midnight(relief: Relief, left: list[tuple[date | None, date | None]]) -> None:
    found = duties_with([Duty(role="rektor", school_id=SCHOOL)], [], [relief])
    assert [(one.since, one.until) for one in found] == left


@pytest.fixture
async def as_before(town: Town) -> AsyncIterator[None]:
    """What was decided by hand in a test is undone, and the clock stands where it stood."""
    kept = {key: await town.house.listed.people.get(person_id(key)) for key in ("rektor", "colleague")}
    yield
    town.clock.set(NOON)
    for key, was in kept.items():
        assert was is not None

        def undo(it, was=was) -> None:  # type: ignore[no-untyped-def]
            it.given, it.reliefs, it.told, it.listed = was.given, was.reliefs, was.told, was.listed
            it.say()

        await town.house.listed.people.change(person_id(key), undo)
    await town.deliver()


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


async def told(town: Town) -> str:
    found = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    return str(found["cases"][0]["case_id"])


async def appoints(town: Town, **changed: str) -> int:
    fields = {"person_id": person_id("colleague"), "role": "rektor", "since": str(NEXT), "instead": "yes"}
    path = f"/directory/{school_id()}/leadership"
    answer = await town.door("administrator").post(path, **{**fields, **changed})
    await town.deliver()
    return answer.status


@pytest.mark.stack
@pytest.mark.requirement("P9")
@pytest.mark.usefixtures("as_before")
async def test_duty_access_and_lists_move_at_midnight_and_the_predecessor_is_out(town: Town) -> None:
    case_id = await told(town)
    assert await appoints(town) == 303
    old, new = town.door("rektor"), town.door("colleague")
    # 23.59 in Oslo, and a minute later.
    town.clock.set(datetime(2026, 11, 16, 22, 59, tzinfo=UTC))
    assert ((await old.get(f"/cases/{case_id}")).status, (await new.get(f"/cases/{case_id}")).status) == (
        200,
        404,
    )
    town.clock.set(datetime(2026, 11, 16, 23, 1, tzinfo=UTC))
    assert ((await old.get(f"/cases/{case_id}")).status, (await new.get(f"/cases/{case_id}")).status) == (
        404,
        200,
    )
    assert (await old.get(f"/directory/{school_id()}/promises")).status == 403
    today = await new.get("/today")
    assert "Du har overtatt ledelsen" in today.text
    mine = (await new.api("/today")).json()["tasks"]
    assert "contact-reporter" in {one["code"] for one in mine if one["case_id"] == case_id}
    assert (await town.house.directory.leader_of(school_id(), NEXT)).id == person_id("colleague")
    told_now = (await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")]))["cases"][0]
    (opened,) = town.said_of(CaseOpenedV1, told_now["case_id"])
    assert opened.handler_id == person_id("colleague")


@pytest.mark.stack
@pytest.mark.requirement("P9")
@pytest.mark.usefixtures("as_before")
async def test_the_new_one_is_handed_every_open_promise(town: Town) -> None:
    case_id = await told(town)
    rektor = town.door("rektor")
    await rektor.post(
        f"/cases/{case_id}/tomorrow",
        adult_id=person_id("contact_teacher"),
        colleague_id=person_id("deputy"),
        place="gate",
        day=str(NEXT),
        at="08:15",
    )
    assert await appoints(town) == 303
    town.clock.set(at(NEXT, 6))
    page = await town.door("colleague").get(f"/directory/{school_id()}/promises")
    assert page.status == 200
    owed = (await town.door("colleague").api("/today")).json()["tasks"]
    assert {one["code"] for one in owed if one["case_id"] == case_id} >= {"contact-reporter", "plan-to-write"}
    assert "Kari Dahl" in page.text
    assert "Leder ikke skolen nå" in page.text
    assert "Barn som en voksen skal møte" in page.text
    assert (await town.door("deputy").get(f"/directory/{school_id()}/promises")).status == 200
    assert (await town.door("rektor_fjellsyn").get(f"/directory/{school_id()}/promises")).status == 403


@pytest.mark.stack
@pytest.mark.requirement("P9")
@pytest.mark.usefixtures("as_before")
async def test_what_was_decided_here_survives_the_next_import(town: Town) -> None:
    assert await appoints(town) == 303
    await town.imports()
    await town.changes(person_id("colleague"), phone="22 00 00 77")
    found = await town.house.directory.leaders_of(school_id(), NEXT)
    assert [one.id for one in found] == [person_id("colleague"), person_id("deputy")]
    await town.imports()


@pytest.mark.stack
@pytest.mark.requirement("P9")
@pytest.mark.usefixtures("as_before")
async def test_a_vacant_post_falls_to_the_deputy_and_the_roster_says_nothing(town: Town) -> None:
    fields = {"person_id": person_id("rektor"), "role": "rektor", "last": "16.11.2026"}
    door = town.door("administrator")
    assert (await door.post(f"/directory/{school_id()}/leadership/end", **fields)).status == 303
    await town.deliver()
    assert (await town.house.directory.leader_of(school_id(), MONDAY)).id == person_id("rektor")
    assert (await town.house.directory.leader_of(school_id(), NEXT)).id == person_id("deputy")
    page = await door.get(f"/directory/{school_id()}/leadership")
    assert "Til og med 16.11.2026" in page.text


@pytest.mark.stack
async def test_only_who_may_appoints_and_a_wrong_day_is_named(town: Town) -> None:
    path = f"/directory/{school_id()}/leadership"
    for key in ("rektor", "deputy", "colleague"):
        assert (await town.door(key).get(path)).status == 403
    assert await appoints(town, since="2026-11-01") == 422
    assert await appoints(town, until="2026-11-10") == 422
    answer = await town.door("administrator", language="nn").post(path, person_id="", role="", since="")
    assert answer.status == 422
    assert "Fyll ut dette feltet" in answer.text


@pytest.mark.stack
@pytest.mark.requirement("P10")
async def test_a_report_in_the_holidays_reaches_whoever_has_the_telephone(town: Town) -> None:
    """A report on 26 June is handled on 27 June, though the school sleeps until August."""
    admin, duty = town.door("administrator"), person_id("owner_2")
    fields = {"person_id": duty, "since": "2027-06-19", "until": "2027-08-15"}
    assert (await town.door("rektor").post("/directory/rota", **fields)).status == 403
    assert (await admin.post("/directory/rota", **{**fields, "until": "2027-06-01"})).status == 422
    before = await told(town)
    assert (await admin.post("/directory/rota", **fields)).status == 303
    await town.deliver()
    try:
        town.clock.set(at(date(2027, 6, 26)))
        case_id = await told(town)
        (opened,) = town.said_of(CaseOpenedV1, case_id)
        assert opened.handler_id == duty
        town.clock.set(at(date(2027, 6, 27), 7))
        contact = town.door("owner_2")
        assert (await contact.get(f"/cases/{case_id}")).status == 200
        assert (await contact.get(f"/cases/{before}")).status == 200
        mine = (await contact.api("/today")).json()["tasks"]
        assert {case_id, before} <= {one["case_id"] for one in mine}
        fields = {"person_id": person_id("mother"), "means": "phone", "reached": "yes"}
        assert (await contact.post(f"/cases/{case_id}/contact", **fields)).status == 303
        family = await town.door("mother", "guardian").get(f"/cases/{case_id}/family")
        phone = (await town.house.directory.person(duty)).words.phone
        assert phone
        assert phone.replace(" ", "") in family.html.replace(" ", "")
        # On a school day the school's own leader has it again, and after the shift the access is gone.
        assert (await town.house.directory.leader_of(school_id(), MONDAY)).id == person_id("rektor")
        town.clock.set(at(date(2027, 8, 16)))
        assert (await contact.get(f"/cases/{before}")).status == 404
        grants = town.said_of(AccessSnapshotV1, case_id)[-1].grants
        assert [one.relation for one in grants if one.person_id == duty] == ["deputy"]
    finally:
        town.clock.set(NOON)
        await admin.post("/directory/rota/end", person_id=duty, since="2027-06-19")
        await town.deliver()
    assert (await town.house.directory.on_duty(school_id(), date(2027, 6, 26))) is None
    snapshot = town.said_of(AccessSnapshotV1, before)[-1]
    assert duty not in {one.person_id for one in snapshot.grants}


@pytest.mark.stack
@pytest.mark.requirement("P10")
async def test_without_anybody_on_duty_nothing_sleeps_until_august(town: Town) -> None:
    try:
        town.clock.set(at(date(2027, 7, 5)))
        case_id = await told(town)
        (opened,) = town.said_of(CaseOpenedV1, case_id)
        assert opened.handler_id == person_id("rektor")
        assert opened.contact_by - town.clock.now() < timedelta(days=2)
    finally:
        town.clock.set(NOON)
