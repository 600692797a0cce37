"""Who at home follows a case: every form a family can have, by date, and what a leader decides otherwise."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from services.intake.domain.directory_entry import ListedPerson
from services.intake.domain.grants import home_grants
from services.intake.domain.home import HomeDecision, at_home, birthday, decides_alone_on
from shared.contracts.access import AccessSnapshotV1
from shared.contracts.directory import GuardianLink, PersonListedV1, PersonWords
from shared.contracts.intake import HomeDecidedV1
from tests.intake.town import Town, person_id

TODAY = date(2026, 11, 16)
BOTH = [("mother", "parent", True), ("father", "parent", True)]
TAKEN_OVER = [*BOTH, ("barnevern", "barnevern", False), ("foster", "foster", False)]


def links(*of: Any) -> list[GuardianLink]:
    """`(person, relation, responsibility[, since[, until]])` each."""
    found = []
    for person, relation, responsibility, *dates in of:
        since, until = [*dates, None, None][:2]
        found.append(
            GuardianLink(
                person_id=person, relation=relation, responsibility=responsibility, since=since, until=until
            )
        )
    return found


FAMILIES: list[tuple[str, list[GuardianLink], date | None, dict[str, str]]] = [
    ("both", links(*BOTH), None, {"mother": "responsibility", "father": "responsibility"}),
    ("one alone", links(("mother", "parent", True)), None, {"mother": "responsibility"}),
    (
        "one of two",
        links(("mother", "parent", True), ("father", "parent", False)),
        None,
        {"mother": "responsibility", "father": "no_responsibility"},
    ),
    ("none", links(("mother", "parent", False)), None, {"mother": "no_responsibility"}),
    ("nobody", [], None, {}),
    (
        "a stepparent has none",
        links(("mother", "parent", True), ("step", "stepparent", False)),
        None,
        {"mother": "responsibility", "step": "no_responsibility"},
    ),
    (
        "a guardian who was appointed",
        links(("aunt", "guardian", True)),
        None,
        {"aunt": "responsibility"},
    ),
    (
        "after a care takeover",
        links(*TAKEN_OVER),
        None,
        {
            "mother": "care_taken_over",
            "father": "care_taken_over",
            "barnevern": "barnevern",
            "foster": "foster",
        },
    ),
    (
        "before the care takeover",
        links(*BOTH, ("barnevern", "barnevern", False, date(2026, 12, 1))),
        None,
        {"mother": "responsibility", "father": "responsibility", "barnevern": "not_in_time"},
    ),
    (
        "on its first day",
        links(*BOTH, ("barnevern", "barnevern", False, TODAY)),
        None,
        {"mother": "care_taken_over", "father": "care_taken_over", "barnevern": "barnevern"},
    ),
    (
        "when it has ended",
        links(*BOTH, ("barnevern", "barnevern", False, date(2025, 1, 1), date(2026, 11, 15))),
        None,
        {"mother": "responsibility", "father": "responsibility", "barnevern": "not_in_time"},
    ),
    (
        "a foster home without a care takeover",
        links(("mother", "parent", True), ("foster", "foster", False)),
        None,
        {"mother": "responsibility", "foster": "foster"},
    ),
    (
        "foreldreansvar that has ended",
        links(("mother", "parent", True), ("father", "parent", True, None, date(2026, 11, 15))),
        None,
        {"mother": "responsibility", "father": "not_in_time"},
    ),
    (
        "foreldreansvar that comes",
        links(("mother", "parent", True), ("father", "parent", True, date(2026, 11, 17))),
        None,
        {"mother": "responsibility", "father": "not_in_time"},
    ),
    (
        "the pupil is 15",
        links(*BOTH),
        date(2011, 11, 16),
        {"mother": "responsibility", "father": "responsibility"},
    ),
    (
        "the day before 18",
        links(*BOTH),
        date(2008, 11, 17),
        {"mother": "responsibility", "father": "responsibility"},
    ),
    ("the pupil is 18", links(*BOTH), date(2008, 11, 16), {"mother": "of_age", "father": "of_age"}),
    (
        "18 in care",
        links(*TAKEN_OVER),
        date(2008, 11, 16),
        {"mother": "of_age", "father": "of_age", "barnevern": "of_age", "foster": "of_age"},
    ),
]
FOLLOWING = {"responsibility", "barnevern", "foster", "let_in"}


@pytest.mark.requirement("L8")
@pytest.mark.parametrize(
    ("guardians", "born", "expected"), [one[1:] for one in FAMILIES], ids=[one[0] for one in FAMILIES]
)
def test_every_form_of_family(
    guardians: list[GuardianLink], born: date | None, expected: dict[str, str]
) -> None:
    found = {one.person_id: one for one in at_home(guardians, born, {}, TODAY)}
    assert {id_: one.why for id_, one in found.items()} == expected
    follows = {id_ for id_, why in expected.items() if why in FOLLOWING}
    assert {id_ for id_, one in found.items() if one.follows_on(TODAY)} == follows
    pupil = ListedPerson(
        id="pupil",
        listed=PersonListedV1(person_id="pupil", kinds=("pupil",), guardians=tuple(guardians)),
        words=PersonWords(given_name="A", family_name="B"),
        born=born,
    )
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    granted = {g.person_id for g in home_grants(pupil) if g.relation == "guardian" and g.holds_at(at)}
    assert granted == follows


@pytest.mark.requirement("L8")
@pytest.mark.parametrize(
    ("decision", "day", "follows", "why"),
    [
        (HomeDecision(person_id="father", effect="in", since=TODAY), TODAY, True, "let_in"),
        (
            HomeDecision(person_id="father", effect="in", since=TODAY, until=TODAY),
            date(2026, 11, 17),
            False,
            "no_responsibility",
        ),
        (HomeDecision(person_id="mother", effect="out", since=TODAY), TODAY, False, "left_out"),
        (
            HomeDecision(person_id="mother", effect="out", since=TODAY),
            date(2026, 11, 15),
            True,
            "responsibility",
        ),
        (
            HomeDecision(person_id="mother", effect="out", since=TODAY, until=date(2026, 11, 20)),
            date(2026, 11, 21),
            True,
            "responsibility",
        ),
    ],
)
def test_a_leaders_decision_counts_on_its_days(
    decision: HomeDecision, day: date, *, follows: bool, why: str
) -> None:
    family = links(("mother", "parent", True), ("father", "parent", False))
    found = {one.person_id: one for one in at_home(family, None, {decision.person_id: decision}, day)}
    assert (found[decision.person_id].follows_on(day), found[decision.person_id].why) == (follows, why)


@pytest.mark.requirement("L8")
def test_who_was_born_on_a_leap_day_turns_that_old_in_march() -> None:
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert decides_alone_on(date(2011, 11, 16), TODAY)
    assert not decides_alone_on(date(2011, 11, 17), TODAY)
    assert not decides_alone_on(None, TODAY)


@pytest.mark.stack
@pytest.mark.requirement("L8")
async def test_a_leader_decides_otherwise_and_the_case_says_why(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    rektor, father = town.door("rektor"), town.door("father", "guardian")
    fields = {"person_id": person_id("father"), "effect": "out", "reason": "Retten har bestemt det, sak 17."}
    assert (await town.door("contact_teacher").post(f"/cases/{case_id}/home", **fields)).status == 403
    assert (await rektor.post(f"/cases/{case_id}/home", **{**fields, "reason": ""})).status == 422
    assert (await rektor.post(f"/cases/{case_id}/home", **{**fields, "person_id": "x"})).status == 422
    assert (await father.get(f"/cases/{case_id}/family")).status == 200
    for _ in range(2):
        assert (await rektor.post(f"/cases/{case_id}/home", **fields)).status == 303
    await town.deliver()
    assert (await father.get(f"/cases/{case_id}/family")).status == 404
    assert len(town.said_of(HomeDecidedV1, case_id)) == 1
    page = await rektor.get(f"/cases/{case_id}")
    assert "Retten har bestemt det, sak 17." in page.text
    assert "følger ikke saken, etter avgjørelse av leder" in page.text
    assert "Retten" not in (await town.door("mother", "guardian").get(f"/cases/{case_id}/family")).text
    grants = town.said_of(AccessSnapshotV1, case_id)[-1].model_dump_json()
    assert "Retten" not in grants
    assert (await rektor.post(f"/cases/{case_id}/home", **{**fields, "effect": "rule"})).status == 303
    assert (await father.get(f"/cases/{case_id}/family")).status == 200


@pytest.mark.stack
@pytest.mark.requirement("L8")
async def test_a_protected_family_is_shown_as_such_to_those_who_write_to_them(town: Town) -> None:
    told = await town.door("rektor").tells(pupil_ids=[person_id("protected_pupil")], told_as="staff")
    page = await town.door("rektor").get(f"/cases/{told['cases'][0]['case_id']}")
    assert "Sperret adresse" in page.text
    assert "Alt går for hånd" in page.text
