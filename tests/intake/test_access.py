"""Who may see a case: by duty and foreldreansvar, by date, and never one's own child's as staff."""

from datetime import UTC, date, datetime

import pytest

from services.intake.domain.directory_entry import ListedPerson
from services.intake.domain.grants import home_grants, kin_of, staff_grants, without
from shared.access import relation_for
from shared.contracts.access import AccessSnapshotV1, Hat
from shared.contracts.directory import (
    Absence,
    Duty,
    GuardianLink,
    PersonListedV1,
    PersonWords,
)
from shared.errors import Refusal
from tests.intake.town import Town, person_id

SCHOOL = "school_x"


def person(id_: str, **listed: object) -> ListedPerson:
    return ListedPerson(
        id=id_,
        listed=PersonListedV1.model_validate({"person_id": id_, "kinds": ["staff"], **listed}),
        words=PersonWords(given_name="A", family_name="B"),
    )


def link(id_: str, *, responsibility: bool = True, **dates: date) -> GuardianLink:
    return GuardianLink(person_id=id_, relation="parent", responsibility=responsibility, **dates)


def who_follows(pupil: ListedPerson, on: date) -> set[str]:
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    return {one.person_id for one in home_grants(pupil) if one.holds_at(at) and one.relation == "guardian"}


@pytest.mark.requirement("L8")
@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([link("mother"), link("father")], {"mother", "father"}),
        ([link("mother")], {"mother"}),
        ([link("mother"), link("father", responsibility=False)], {"mother"}),
        ([link("mother"), link("father", until=date(2026, 6, 30))], {"mother"}),
        ([link("mother"), link("father", since=date(2027, 1, 1))], {"mother"}),
        ([link("mother"), link("father", until=date(2026, 11, 16))], {"mother", "father"}),
        ([link("barnevern"), link("mother", responsibility=False)], {"barnevern"}),
        ([link("father", until=date(2026, 1, 1)), link("father", responsibility=False)], set()),
        ([], set()),
    ],
)
def test_guardians_follow_by_foreldreansvar_and_date(links: list[GuardianLink], expected: set[str]) -> None:
    pupil = person("pupil", kinds=["pupil"], guardians=links)
    assert who_follows(pupil, date(2026, 11, 16)) == expected


@pytest.mark.requirement("P9")
@pytest.mark.parametrize(
    ("day", "old", "new"),
    [(date(2026, 11, 30), True, False), (date(2026, 12, 1), False, False), (date(2027, 1, 1), False, True)],
)
def test_a_rektors_access_moves_at_midnight(day: date, *, old: bool, new: bool) -> None:
    leaving = person("old", duties=[Duty(role="rektor", school_id=SCHOOL, until=date(2026, 11, 30))])
    coming = person("new", duties=[Duty(role="rektor", school_id=SCHOOL, since=date(2027, 1, 1))])
    grants = tuple(staff_grants(SCHOOL, [leaving, coming], [], []))
    snapshot = AccessSnapshotV1(case_id="case", school_id=SCHOOL, grants=grants)
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    assert may(snapshot, "old", at) is old
    assert may(snapshot, "new", at) is new


def test_a_stand_in_leads_only_while_the_rektor_is_away() -> None:
    duty = Duty(role="rektor", school_id=SCHOOL)
    away = Absence(since=date(2026, 11, 16), until=date(2026, 11, 17))
    rektor = person("rektor", duties=[duty], absences=[away], stand_in_id="other")
    grants = tuple(staff_grants(SCHOOL, [rektor], [], []))
    snapshot = AccessSnapshotV1(case_id="case", school_id=SCHOOL, grants=grants)
    days = {day: datetime(2026, 11, day, 12, tzinfo=UTC) for day in (15, 16, 17, 18)}
    assert [may(snapshot, "other", days[day]) for day in days] == [False, True, True, False]


def test_staff_with_a_child_in_the_case_are_not_staff_in_it() -> None:
    rektor = person("mother", duties=[Duty(role="rektor", school_id=SCHOOL)])
    pupil = person("pupil", kinds=["pupil"], guardians=[link("mother", responsibility=False)])
    assert without(staff_grants(SCHOOL, [rektor], [], []), kin_of(pupil)) == []


def may(snapshot: AccessSnapshotV1, who: str, at: datetime, hat: Hat = "staff") -> bool:
    try:
        relation_for(snapshot, person_id=who, hat=hat, action="see", now=at)
    except Refusal:
        return False
    return True


@pytest.mark.stack
@pytest.mark.parametrize(
    ("key", "hat", "page", "family"),
    [
        ("rektor", "staff", 200, 403),
        ("deputy", "staff", 200, 403),
        ("contact_teacher", "staff", 200, 403),
        ("colleague", "staff", 404, 404),
        ("rektor_fjellsyn", "staff", 404, 404),
        ("owner_1", "staff", 404, 404),
        ("mother", "guardian", 303, 200),
        ("father", "guardian", 303, 200),
        ("pupil", "pupil", 303, 200),
        ("stranger", "guardian", 404, 404),
        ("other_pupil", "pupil", 404, 404),
        ("mother", "staff", 404, 404),
        ("rektor", "guardian", 404, 404),
    ],
)
async def test_each_relation_sees_its_own_page_and_nobody_else_sees_any(
    town: Town, key: str, hat: Hat, page: int, family: int
) -> None:
    canary = "Kanarifugl i korridoren"
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")], text=canary)
    case_id = told["cases"][0]["case_id"]
    door = town.door(key, hat)
    shown, at_home = await door.get(f"/cases/{case_id}"), await door.get(f"/cases/{case_id}/family")
    assert (shown.status, at_home.status) == (page, family)
    assert (canary in shown.html) is (page == 200)
    assert (canary in at_home.html) is (key == "mother" and family == 200)
    asked = await door.api(f"/cases/{case_id}")
    assert asked.status_code == (200 if page in (200, 303) else 404)
    assert canary not in asked.text


@pytest.mark.stack
async def test_a_teacher_never_sees_her_own_childs_case_at_work_and_does_at_home(town: Town) -> None:
    rektor = town.door("rektor")
    choices = (await rektor.api("/report-choices")).json()["pupils"]
    dag = next(one["pupil_id"] for one in choices if one["name"].startswith("Dag Granholtsæter"))
    told = await rektor.tells(pupil_ids=[dag], told_as="staff")
    case_id = told["cases"][0]["case_id"]
    await rektor.post(f"/cases/{case_id}/helpers", person_id=person_id("teacher_parent"))
    assert (await town.door("teacher_parent", "staff").get(f"/cases/{case_id}")).status == 404
    assert (await town.door("teacher_parent", "guardian").get(f"/cases/{case_id}/family")).status == 200
    listed = await town.door("teacher_parent", "staff").get("/cases")
    assert told["cases"][0]["number"] not in listed.text


@pytest.mark.stack
async def test_what_must_not_be_told_at_home_is_not_seen_there_until_rektor_says_so(town: Town) -> None:
    teacher = town.door("contact_teacher")
    told = await teacher.tells(pupil_ids=[person_id("pupil")], told_as="pupil", home_held=True)
    case_id = told["cases"][0]["case_id"]
    mother = town.door("mother", "guardian")
    assert (await mother.get(f"/cases/{case_id}/family")).status == 404
    assert town.said_of(AccessSnapshotV1, case_id)[-1].home_held
    assert (await teacher.post(f"/cases/{case_id}/release")).status == 403
    assert (await town.door("rektor").post(f"/cases/{case_id}/release")).status == 303
    await town.deliver()
    assert (await mother.get(f"/cases/{case_id}/family")).status == 200
    assert not town.said_of(AccessSnapshotV1, case_id)[-1].home_held


@pytest.mark.stack
async def test_access_follows_the_directory(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    before = len(town.said_of(AccessSnapshotV1, case_id))
    await town.changes(person_id("rektor"), absent_from=date(2026, 12, 1), absent_until=date(2026, 12, 2))
    stand_ins = [
        one
        for one in town.said_of(AccessSnapshotV1, case_id)[-1].grants
        if one.person_id == person_id("deputy") and one.since is not None and one.until is not None
    ]
    assert len(town.said_of(AccessSnapshotV1, case_id)) == before + 1
    assert stand_ins
    await town.imports()


@pytest.mark.stack
async def test_a_forged_form_changes_nothing(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    rektor = town.door("rektor")
    rektor.csrf = "forged"
    assert (await rektor.post(f"/cases/{case_id}/receive")).status == 403
    case = await town.house.cases.get(case_id)
    assert case is not None
    assert case.received_at is None
