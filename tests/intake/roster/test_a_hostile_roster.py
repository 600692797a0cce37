import csv
import io
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from services.intake.domain.roster import FILES, Roster, read_roster
from tests.intake.roster.sheets import SHEETS, adds_up

KNOWN = st.sampled_from(
    ["", "mother", "pupil", "teacher", "skole", "kommune", "8a", "student", "parent", "true", "2026-11-16"]
)
CELL = st.one_of(KNOWN, st.text(max_size=12), st.text('",\r\n\x00\u2028\ud800=@+-0123456789', max_size=8))
ANYTHING = st.text(max_size=400)


def _holds_together(roster: Roster) -> bool:
    """Whether everything a fact points to is there too."""
    places = {*roster.schools, *roster.municipalities}
    return (
        all(one.pupil in roster.people and one.guardian in roster.people for one in roster.guardianships)
        and all("pupil" in roster.people[one.pupil].kinds for one in roster.guardianships)
        and all(one.person in roster.people and one.group in roster.groups for one in roster.enrollments)
        and all(one.person is None or one.person in roster.people for one in roster.duties)
        and all(one.org in places for one in roster.duties)
        and all(one.school in roster.schools for one in roster.groups.values())
        and all(one.school in roster.schools for one in roster.rooms)
        and all(one.deputy is None or one.deputy in roster.people for one in roster.people.values())
    )


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(FILES), ANYTHING))
def test_any_text_at_all_is_read_without_raising_and_adds_up(files: dict[str, str]) -> None:
    roster = read_roster(files)
    assert adds_up(roster)
    assert _holds_together(roster)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([file for file in SHEETS if file.endswith(".csv")]), st.data())
def test_any_row_in_any_file_leaves_the_rest_and_adds_up(file: str, data: st.DataObject) -> None:
    width = SHEETS[file].split("\n", maxsplit=1)[0].count(",") + 1
    rows = data.draw(st.lists(st.lists(CELL, min_size=width, max_size=width), max_size=4))
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    roster = read_roster({**SHEETS, file: SHEETS[file] + out.getvalue()})
    assert adds_up(roster)
    assert _holds_together(roster)
    assert {"rektor", "teacher", "pupil", "mother", "father"} <= set(roster.people)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(list(SHEETS)), st.integers(0, 2000), st.text(max_size=6), st.integers(0, 40))
def test_any_damage_to_a_file_is_survived(file: str, at: int, put: str, cut: int) -> None:
    text = SHEETS[file]
    roster = read_roster({**SHEETS, file: text[:at] + put + text[at + cut :]})
    assert adds_up(roster)
    assert _holds_together(roster)


def test_ten_thousand_pupils_take_a_few_seconds() -> None:
    files = many_pupils(10_000)
    begun = time.process_time()
    roster = read_roster(files)
    # 100,000 pupils must take well under a minute; processor time, as other tests share the machine.
    assert time.process_time() - begun < 5
    assert roster.summary()["pupils"] == 10_001


def many_pupils(pupils: int) -> dict[str, str]:
    """Write a municipality in which each pupil has two guardians with foreldreansvar."""
    users, roles, enrollments = [SHEETS["users.csv"]], [SHEETS["roles.csv"]], [SHEETS["enrollments.csv"]]
    for n in range(pupils):
        users.append(f'p{n},Vår,Strand{n},,,"m{n},f{n}",s{n},,,,,,\n')
        roles.append(f"rp{n},p{n},student,,,skole,,,,,,\n")
        enrollments.append(f"en{n},8a,skole,p{n},student,,2026-08-17,2027-06-18\n")
        for kind in "mf":
            users.append(f"{kind}{n},Liv,Strand{n},{kind}{n}@home.example,100 00 001,,,i{kind}{n},nb,,,,\n")
            roles.append(f"r{kind}{n},{kind}{n},parent,2013-01-01,,skole,,,,p{n},parent,true\n")
    big = {"users.csv": users, "roles.csv": roles, "enrollments.csv": enrollments}
    return {**SHEETS, **{file: "".join(rows) for file, rows in big.items()}}
