"""A delta is laid over what was taken in before; what it gets wrong leaves the former row in force."""

import pytest

from services.intake.domain.roster import Taken, take_in
from tests.intake.roster.sheets import SHEETS

DELTA = """propertyName,value
oneroster.version,1.2
file.users,delta
file.enrollments,delta
file.roles,delta
"""
USERS = "sourcedId,status,dateLastModified,givenName,familyName,sms\n"
ENROLLMENTS = "sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n"


def before() -> Taken:
    return take_in({}, SHEETS)


def after(**files: str) -> Taken:
    given = {f"{name}.csv": text for name, text in files.items()}
    return take_in(before().files, {"manifest.csv": DELTA, **given})


def test_a_whole_roster_taken_in_twice_is_the_same() -> None:
    assert take_in(before().files, SHEETS).roster.people == before().roster.people
    assert take_in(before().files, {}).roster.people == before().roster.people


def test_a_changed_row_changes_one_person_and_the_others_stay() -> None:
    found = after(users=USERS + "mother,active,2026-11-01T00:00:00Z,Kari,Strand,\n").roster
    assert found.people["mother"].family_name == "Strand"
    assert found.people["father"].family_name == "Myr"
    assert {one.guardian for one in found.guardianships} == {"mother", "father"}
    assert found.refused == ()


def test_a_row_to_be_deleted_takes_the_person_and_all_that_hung_on_her() -> None:
    taken = after(users=USERS + "mother,tobedeleted,,,,\n")
    assert taken.roster.removed == (("users.csv", "mother"),)
    assert {one.guardian for one in taken.roster.guardianships} == {"father"}
    assert not [one for one in taken.roster.refused if one.scope == "row"]
    assert "mother" not in take_in(taken.files, {"manifest.csv": DELTA}).roster.people


def test_nobody_is_absent_from_a_delta() -> None:
    assert after(users=USERS + "mother,active,,Kari,Dahl,\n").roster.whole is False
    assert before().roster.whole is True


def test_an_older_row_changes_nothing() -> None:
    new = after(users=USERS + "mother,active,2026-11-02T00:00:00Z,Kari,Strand,\n")
    late = take_in(
        new.files,
        {"manifest.csv": DELTA, "users.csv": USERS + "mother,active,2026-11-01T00:00:00Z,Kari,Myr,\n"},
    )
    assert (late.stale, late.roster.people["mother"].family_name) == (1, "Strand")


def test_a_pupil_moves_to_another_class_by_one_row() -> None:
    moved = after(enrollments=ENROLLMENTS + "e1,active,8b,skole,pupil,student,,2026-08-17,2027-06-18\n")
    assert [one.group for one in moved.roster.enrollments if one.person == "pupil"] == ["8b"]


@pytest.mark.parametrize(
    "row", ["mother,active,,,Dahl,", "mother,active,,Kari,Dahl", 'mother,active,,"Kari,']
)
def test_a_broken_row_is_told_with_its_own_line_and_the_former_stays(row: str) -> None:
    taken = after(users=USERS + "father,active,,Jon,Li,\n" + row + "\n")
    (refused,) = [one for one in taken.roster.refused if one.scope == "row"]
    assert (refused.file, refused.line) == ("users.csv", 3)
    assert taken.roster.people["mother"].name == "Kari Dahl"
    assert taken.roster.people["father"].name == "Jon Li"
    assert taken.stood == 1
    assert len(taken.roster.guardianships) == 3


def test_a_broken_row_in_a_whole_file_leaves_the_former_too() -> None:
    broken = SHEETS["users.csv"].replace("mother,Kari,Dahl", "mother,,Dahl")
    taken = take_in(before().files, {**SHEETS, "users.csv": broken})
    assert taken.roster.people["mother"].name == "Kari Dahl"
    assert taken.roster.whole is True


def test_when_it_cannot_be_told_whose_row_was_broken_nobody_counts_as_gone() -> None:
    broken = SHEETS["users.csv"].replace("mother,Kari,Dahl", "mo ther,Kari,Dahl")
    taken = take_in(before().files, {**SHEETS, "users.csv": broken})
    assert taken.roster.whole is None
    assert "mother" not in taken.roster.people
