from datetime import date

from services.intake.domain.roster import FILES, Identity, read_roster
from tests.intake.roster.sheets import ROLES, SHEETS, USERS, adds_up, changed, codes, with_row

MONDAY = date(2026, 11, 16)


def test_a_sound_roster_is_taken_whole() -> None:
    roster = read_roster(SHEETS)
    assert roster.refused == ()
    assert adds_up(roster)
    assert roster.summary()["pupils"] == 1
    assert roster.summary()["guardians"] == 2


def test_the_same_files_give_an_equal_roster() -> None:
    assert read_roster(SHEETS) == read_roster(SHEETS)


def test_a_school_has_its_hovudmaal_and_its_owner() -> None:
    school = read_roster(SHEETS).schools["skole"]
    assert (school.language, school.municipality, school.phone) == ("nn", "kommune", "100 20 300")


def test_foreldreansvar_ends_on_its_date() -> None:
    roster = read_roster(SHEETS)

    def responsible(day: date) -> set[str]:
        return {
            one.guardian for one in roster.guardianships if one.parental_responsibility and one.holds(day)
        }

    assert responsible(date(2024, 6, 30)) == {"mother", "father"}
    assert responsible(date(2024, 7, 1)) == {"mother"}


def test_an_agent_link_alone_gives_no_foreldreansvar() -> None:
    without = "\n".join(line for line in ROLES.splitlines() if not line.startswith(("r5", "r6"))) + "\n"
    roster = read_roster({**SHEETS, "roles.csv": without})
    (father,) = [one for one in roster.guardianships if one.guardian == "father"]
    assert father.parental_responsibility is False
    assert codes(roster, "field") == ["guardianship_not_described"]
    assert "guardian" in roster.people["father"].kinds


def test_a_guardian_row_that_lists_her_children_means_the_same() -> None:
    turned = USERS.replace('"mother,father"', "").replace("100 00 002,,", "100 00 002,pupil,")
    assert read_roster({**SHEETS, "users.csv": turned}).guardianships == read_roster(SHEETS).guardianships


def test_unstated_foreldreansvar_is_none_and_is_reported() -> None:
    roster = changed(
        "roles",
        "r4,mother,parent,2013-04-11,,skole,,,,pupil,parent,true",
        "r4,mother,parent,,,skole,,,,pupil,parent,",
    )
    assert not any(one.parental_responsibility for one in roster.guardianships if one.guardian == "mother")
    assert codes(roster, "field") == ["guardianship_not_described"]


def test_the_primary_teacher_is_the_contact_teacher() -> None:
    (duty,) = [one for one in read_roster(SHEETS).duties if one.role == "contact_teacher"]
    assert (duty.person, duty.group, duty.org) == ("teacher", "8a", "skole")


def test_a_parent_contact_belongs_to_a_class() -> None:
    (duty,) = [one for one in read_roster(SHEETS).duties if one.role == "parent_contact"]
    assert (duty.person, duty.group) == ("mother", "8a")


def test_the_stated_duty_wins_over_the_role_and_keeps_its_place_in_the_chain() -> None:
    (duty,) = [one for one in read_roster(SHEETS).duties if one.org == "kommune"]
    assert (duty.role, duty.order) == ("owner_deputy", 2)


def test_a_vacancy_is_a_duty_nobody_has() -> None:
    text = SHEETS["orgs.csv"].splitlines()
    head = ",metadata.samspill.vacantDuty,metadata.samspill.vacantFrom,metadata.samspill.vacantUntil"
    tails = [head, ",,,", ",rektor,2026-12-01,2026-12-31"]
    roster = read_roster({**SHEETS, "orgs.csv": "\n".join(map("".join, zip(text, tails, strict=True)))})
    (vacancy,) = [one for one in roster.duties if one.vacancy]
    assert (vacancy.role, vacancy.person, vacancy.from_) == ("rektor", None, date(2026, 12, 1))


def test_absence_holds_from_its_first_to_its_last_day() -> None:
    rektor = read_roster(SHEETS).people["rektor"]
    days = (date(2026, 11, 8), date(2026, 11, 9), date(2026, 11, 29), date(2026, 11, 30))
    assert [rektor.is_absent(day) for day in days] == [False, True, True, False]
    assert rektor.deputy == "teacher"


def test_a_teacher_may_have_both_sign_ins() -> None:
    assert read_roster(SHEETS).people["teacher"].identities == (
        Identity(issuer="staff", subject="sub-2"),
        Identity(issuer="family", subject="01818012345"),
    )


def test_classes_make_the_grade() -> None:
    grade = read_roster(SHEETS).groups["skole:grade:08"]
    assert (grade.kind, grade.classes) == ("grade", ("8a", "8b"))


def test_a_class_has_the_dates_of_its_sessions() -> None:
    klass = read_roster(SHEETS).groups["8a"]
    assert (klass.from_, klass.until) == (date(2026, 8, 17), date(2027, 6, 18))


def test_the_school_is_closed_to_the_last_day_of_a_holiday_and_open_after() -> None:
    calendar = read_roster(SHEETS).calendar
    assert [calendar.is_free(date(2027, 1, day)) for day in (3, 4)] == [True, False]
    assert not calendar.is_free(MONDAY)


def test_a_byte_order_mark_windows_lines_and_strange_columns_do_no_harm() -> None:
    odd = {file: "\ufeff" + text.replace("\n", "\r\n") for file, text in SHEETS.items()}
    odd["rooms.csv"] = "vendor.note," + "\nx,".join(SHEETS["rooms.csv"].strip().split("\n"))
    roster = read_roster(odd)
    assert roster.refused == ()
    assert roster.summary() == read_roster(SHEETS).summary()


def test_rows_to_be_deleted_are_named_and_not_taken() -> None:
    text = (
        SHEETS["rooms.csv"].replace("sourcedId,", "sourcedId,status,").replace("room,", "room,tobedeleted,")
    )
    roster = read_roster({**SHEETS, "rooms.csv": text})
    assert roster.rooms == ()
    assert roster.removed == (("rooms.csv", "room"),)
    assert adds_up(roster)


def test_the_manifest_says_what_is_whole_and_what_is_a_change() -> None:
    manifest = (
        "propertyName,value\noneroster.version,1.2\nfile.users,delta\nfile.orgs,bulk\nfile.results,bulk\n"
    )
    roster = read_roster({**SHEETS, "manifest.csv": manifest})
    assert (roster.modes["users.csv"], roster.modes["orgs.csv"]) == ("delta", "bulk")
    assert roster.refused == ()


def test_progress_is_told_for_every_file_and_never_goes_back() -> None:
    told: list[tuple[str, int]] = []
    many = SHEETS["rooms.csv"] + "".join(f"room-{n},skole,Rom {n},,,,\n" for n in range(1200))
    read_roster({**SHEETS, "rooms.csv": many}, progress=lambda file, rows: told.append((file, rows)))
    assert {file for file, _ in told} == set(SHEETS)
    assert [rows for file, rows in told if file == "rooms.csv"] == [500, 1000, 1201]


def test_every_file_it_reads_is_listed() -> None:
    assert set(FILES) == {*SHEETS, "manifest.csv"}


def test_a_middle_name_is_kept() -> None:
    text = SHEETS["users.csv"].replace("familyName,", "familyName,middleName,").split("\n")
    rows = [text[0], "solo,Vår,Strand,Elle-Máijá,,,,,,,,,,", ""]
    roster = read_roster({"orgs.csv": SHEETS["orgs.csv"], "users.csv": "\n".join(rows), "roles.csv": ROLES})
    assert roster.people["solo"].name == "Vår Elle-Máijá Strand"


def test_half_a_roster_broken_gives_the_other_half() -> None:
    good = [f"p{n},Vår,Nr{n},,,,,,,,,,\n" for n in range(500)]
    bad = [f'q{n},"Vår,Nr{n},,,,,,,,,,\n' for n in range(500)]
    mixed = "".join(row for pair in zip(good, bad, strict=True) for row in pair)
    roster = read_roster({**SHEETS, "users.csv": SHEETS["users.csv"] + mixed})
    assert sum(1 for person in roster.people if person.startswith("p") and person != "pupil") == 500
    assert codes(roster).count(codes(roster)[0]) == 500
    assert adds_up(roster)


def test_a_person_without_any_role_is_taken_in_and_reported() -> None:
    roster = with_row("users", "lost,Liv,Strand,,,,,,,,,,")
    assert roster.people["lost"].kinds == frozenset()
    assert codes(roster, "field") == ["no_role"]
