import io

import pytest

from services.intake.domain.roster import Roster, read_roster
from tests.intake.roster.sheets import SHEETS, adds_up, changed, codes, with_row

REFUSED_ROWS = [
    ("users", "mother,Again,Dahl,,,,,,,,,,", "duplicate_id", "sourcedId"),
    ("users", ",Vår,Strand,,,,,,,,,,", "required", "sourcedId"),
    ("users", "u,,Strand,,,,,,,,,,", "required", "givenName"),
    ("users", "u v,Vår,Strand,,,,,,,,,,", "malformed_id", "sourcedId"),
    ("users", "u,Vår,Strand", "wrong_width", None),
    ("users", 'u,"Vår,Strand,,,,,,,,,,', "broken_quotes", None),
    ("users", "u,V\x00år,Strand,,,,,,,,,,", "not_text", None),
    ("users", "u,V\ufffdr,Strand,,,,,,,,,,", "not_text", None),
    ("users", f"u,{'V' * 201},Strand,,,,,,,,,,", "too_long", "givenName"),
    ("users", f"u,{'V' * 40_000},Strand,,,,,,,,,,", "too_long", None),
    ("orgs", "o,Nowhere,planet,,,", "unknown_value", "type"),
    ("academicSessions", "s,Year,term,2027-06-18,2026-08-17", "impossible_dates", "endDate"),
    ("academicSessions", "s,Year,term,,2026-08-17", "required", "startDate"),
    ("classes", "9a,9A,09,homeroom,nowhere,year", "unknown_org", "schoolSourcedId"),
    ("classes", "9a,9A,99,homeroom,skole,year", "not_a_grade", "grades"),
    ("classes", "9a,9A,09,circus,skole,year", "unknown_value", "classType"),
    ("demographics", "nobody,2013-01-01", "unknown_user", "sourcedId"),
    ("demographics", "mother,1813-01-01", "impossible_dates", "birthDate"),
    ("demographics", "mother,11.04.2013", "not_a_date", "birthDate"),
    ("demographics", "mother,2013-02-30", "not_a_date", "birthDate"),
    ("roles", "r9,nobody,teacher,,,skole,,,,,,", "unknown_user", "userSourcedId"),
    ("roles", "r9,mother,teacher,,,nowhere,,,,,,", "unknown_org", "orgSourcedId"),
    ("roles", "r9,mother,wizard,,,skole,,,,,,", "unknown_role", "role"),
    ("roles", "r9,teacher,teacher,,,skole,king,,,,,", "unknown_role", "metadata.samspill.duty"),
    ("roles", "r9,teacher,teacher,2026-02-01,2026-01-31,skole,,,,,,", "impossible_dates", "endDate"),
    ("roles", "r9,teacher,teacher,,,skole,,first,,,,", "not_a_number", "metadata.samspill.order"),
    ("roles", "r9,mother,parent,,,skole,,,,nobody,parent,true", "unknown_user", "metadata.samspill.pupil"),
    ("roles", "r9,mother,parent,,,skole,,,,mother,parent,true", "own_guardian", "metadata.samspill.pupil"),
    ("roles", "r9,mother,parent,,,skole,,,,father,parent,true", "not_a_pupil", "metadata.samspill.pupil"),
    (
        "roles",
        "r9,mother,parent,,,skole,,,,pupil,owner,true",
        "unknown_relation",
        "metadata.samspill.relation",
    ),
    (
        "roles",
        "r9,mother,parent,,,skole,,,,pupil,parent,ja",
        "not_a_boolean",
        "metadata.samspill.responsibility",
    ),
    ("roles", "r9,mother,parent,,,skole,parent_contact,,9z,,,", "unknown_group", "metadata.samspill.class"),
    ("enrollments", "e9,9z,skole,pupil,student,,,", "unknown_group", "classSourcedId"),
    ("enrollments", "e9,8a,skole,nobody,student,,,", "unknown_user", "userSourcedId"),
    ("enrollments", "e9,8a,skole,pupil,janitor,,,", "unknown_role", "role"),
    ("enrollments", "e9,8a,skole,pupil,student,,2027-01-01,2026-01-01", "impossible_dates", "endDate"),
    ("rooms", "room-9,nowhere,Stova,,,,", "unknown_org", "schoolSourcedId"),
    ("rooms", "room-9,skole,Stova,many,,,", "not_a_number", "seats"),
]


@pytest.mark.parametrize(("file", "row", "code", "column"), REFUSED_ROWS)
def test_a_row_that_cannot_be_used_is_refused_alone(
    file: str, row: str, code: str, column: str | None
) -> None:
    roster = with_row(file, row)
    (refused,) = [one for one in roster.refused if one.scope == "row"]
    last = SHEETS[f"{file}.csv"].count("\n") + 1
    assert (refused.file, refused.line, refused.code, refused.column) == (f"{file}.csv", last, code, column)
    assert adds_up(roster)
    assert roster.summary()["pupils"] == 1


LOST_FIELDS = [
    ("users", "kari@home.example", "kari at home", "malformed_email", "email"),
    ("users", "kari@home.example", "kari@home.example>", "malformed_email", "email"),
    ("users", "100 00 001", "ring me", "malformed_phone", "sms"),
    ("users", ",nb,none", ",tlh,none", "unknown_language", "metadata.samspill.language"),
    ("users", "mother,father", "mother,ghost", "unknown_agent", "agentSourcedIds"),
    (
        "users",
        "2026-11-09,2026-11-29",
        "2026-11-29,2026-11-09",
        "impossible_dates",
        "metadata.samspill.absentUntil",
    ),
    ("users", "2026-11-29,teacher", "2026-11-29,ghost", "unknown_deputy", "metadata.samspill.deputy"),
    ("users", "03838012345", "02828012345", "duplicate_identity", "metadata.samspill.familySubject"),
    ("orgs", "kommune,nn", "nowhere,nn", "unknown_org", "parentSourcedId"),
    ("orgs", "kommune,nn", "kommune,sv", "unknown_language", "metadata.samspill.hovudmaal"),
    ("classes", "skole,year", "skole,other", "unknown_session", "termSourcedIds"),
]


@pytest.mark.parametrize(("file", "before", "after", "code", "column"), LOST_FIELDS)
def test_a_slip_in_one_field_costs_the_field_and_not_the_row(
    file: str, before: str, after: str, code: str, column: str
) -> None:
    roster = changed(file, before, after)
    assert [(one.code, one.column) for one in roster.refused] == [(code, column)]
    assert codes(roster, "row") == []
    assert adds_up(roster)


def test_a_protection_that_cannot_be_read_is_the_strictest() -> None:
    roster = changed("users", ",nb,none", ",nb,kode6")
    assert roster.people["mother"].protection == "strictly_confidential"
    assert codes(roster, "field") == ["unknown_protection"]


def test_an_identity_of_another_signs_nobody_else_in() -> None:
    roster = changed("users", "03838012345", "02828012345")
    assert roster.people["father"].identities == ()
    assert len(roster.people["mother"].identities) == 1


def test_a_file_without_a_needed_column_is_refused_whole_and_the_others_read() -> None:
    roster = read_roster({**SHEETS, "rooms.csv": "sourcedId;schoolSourcedId;title\nr;skole;Stova\n"})
    assert {(one.code, one.scope, one.line) for one in roster.refused} == {("missing_column", "file", 1)}
    assert roster.rooms == ()
    assert roster.summary()["pupils"] == 1


def test_a_column_named_twice_is_not_guessed_at() -> None:
    assert codes(changed("rooms", "seats,calm", "calm,calm"), "file") == ["repeated_column"]


@pytest.mark.parametrize("file", ["orgs.csv", "users.csv", "roles.csv"])
def test_a_needed_file_that_is_missing_is_said(file: str) -> None:
    roster = read_roster({name: text for name, text in SHEETS.items() if name != file})
    assert (file, 0, "missing_file") in [(one.file, one.line, one.code) for one in roster.refused]
    assert adds_up(roster)


def test_a_class_at_another_school_takes_no_pupil_of_this_one() -> None:
    orgs = SHEETS["orgs.csv"] + "annan,Annan skule,school,kommune,nn,\n"
    enrollments = SHEETS["enrollments.csv"] + "e9,8a,annan,pupil,student,,,\n"
    roster = read_roster({**SHEETS, "orgs.csv": orgs, "enrollments.csv": enrollments})
    assert codes(roster) == ["wrong_school"]


MANIFESTS = [
    ("oneroster.version,1.1", "unsupported_version"),
    ("file.users,sometimes", "unknown_value"),
    ("file.users,absent", "undeclared_file"),
]


@pytest.mark.parametrize(("row", "code"), MANIFESTS)
def test_a_manifest_that_does_not_fit_is_reported_and_the_rest_read(row: str, code: str) -> None:
    roster = read_roster({**SHEETS, "manifest.csv": f"propertyName,value\n{row}\n"})
    assert codes(roster) == [code]
    assert roster.summary()["pupils"] == 1


EVENTS = [
    ("DTSTART;VALUE=DATE:20261222", "DTSTART;VALUE=DATE:20271222", "impossible_dates"),
    ("DTEND;VALUE=DATE:20270104", "DTEND;VALUE=DATE:20290104", "impossible_dates"),
    ("DTSTART;VALUE=DATE:20261222", "DTSTART:20261222T080000Z", "not_a_date"),
    ("DTSTART;VALUE=DATE:20261222\n", "", "required"),
    ("UID:jul\n", "", "required"),
    ("SUMMARY:", "RRULE:FREQ=YEARLY\nSUMMARY:", "unsupported_recurrence"),
    ("SUMMARY:", "BEGIN:VALARM\nSUMMARY:", "unreadable_calendar"),
    ("END:VEVENT\n", "", "unreadable_calendar"),
]


@pytest.mark.parametrize(("before", "after", "code"), EVENTS)
def test_a_bad_event_is_refused_and_the_next_one_kept(before: str, after: str, code: str) -> None:
    summer = "BEGIN:VEVENT\nUID:sommar\nDTSTART;VALUE=DATE:20270619\nDTEND;VALUE=DATE:20270816\nEND:VEVENT\n"
    text = SHEETS["school-calendar.ics"].replace(before, after, 1)
    text = text.replace("END:VCALENDAR", f"{summer}END:VCALENDAR")
    roster = read_roster({**SHEETS, "school-calendar.ics": text})
    assert codes(roster) == [code]
    assert [one.id for one in roster.calendar.periods] == ["sommar"]
    assert adds_up(roster)


def test_a_calendar_that_is_none_is_said() -> None:
    roster = read_roster({**SHEETS, "school-calendar.ics": "<html></html>"})
    assert codes(roster, "file") == ["unreadable_calendar"]


def test_bytes_that_are_not_utf8_end_their_file_and_not_the_import() -> None:
    latin = io.TextIOWrapper(io.BytesIO(SHEETS["rooms.csv"].encode() + b"r2,skole,Sk\xe5p,,,,\n"), "utf-8")
    roster = read_roster({**SHEETS, "rooms.csv": latin})
    assert codes(roster, "file") == ["not_utf8"]
    assert adds_up(roster)


def _report(roster: Roster) -> str:
    return " ".join(one.model_dump_json() for one in roster.refused)


def test_the_report_never_repeats_what_stood_there() -> None:
    secret = "Hemmeligsen"
    rows = [
        f"{secret},",
        f'u,"{secret}',
        f"u1,{secret},,{secret},,,,,,,,,",
        f"{secret} 2,{secret},S,,,,,,,,,,",
    ]
    for file in ("users", "roles", "orgs", "classes", "rooms", "enrollments"):
        for row in rows:
            assert secret not in _report(with_row(file, row))
        headed = read_roster({**SHEETS, f"{file}.csv": f"{secret},{secret}\n{secret},x\n"})
        assert secret not in _report(headed)
    for before, after, _ in EVENTS:
        text = SHEETS["school-calendar.ics"].replace("Juleferie", secret).replace(before, after, 1)
        assert secret not in _report(read_roster({**SHEETS, "school-calendar.ics": text}))
