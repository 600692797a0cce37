"""The same roster from one workbook: a school without an export of its own can begin today (row P13)."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from services.intake.domain.roster import read_roster
from services.intake.files import workbook
from services.intake.files.workbook import SHEETS, read_workbook, write_template
from tests.intake.roster import sheets


def filled(path: Path, **instead: str) -> Path:
    """The small municipality, typed into the template."""
    write_template(path)
    book = load_workbook(path)
    for title in SHEETS:
        if title == workbook.CALENDAR:
            book[title].append(["Juleferie", date(2026, 12, 22), date(2027, 1, 3)])
            continue
        text = instead.get(title, sheets.SHEETS[f"{title}.csv"])
        rows = list(csv.reader(io.StringIO(text)))
        book.remove(book[title])
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([_typed(one) for one in row])
    book.save(path)
    return path


def _typed(value: str) -> object:
    """As Excel keeps what somebody types: dates and numbers as such."""
    if len(value) == 10 and value[4:5] == "-":
        return date.fromisoformat(value)
    return int(value) if value.isdigit() and not value.startswith("0") else value or None


@pytest.mark.requirement("P13")
def test_a_workbook_gives_the_same_roster_as_the_files(tmp_path: Path) -> None:
    found = read_workbook(filled(tmp_path / "r.xlsx"))
    assert found.refused == ()
    book, files = read_roster(found.texts), read_roster(sheets.SHEETS)
    assert book.refused == files.refused
    assert (book.people, book.schools, book.enrollments) == (files.people, files.schools, files.enrollments)
    assert book.guardianships == files.guardianships
    assert book.calendar.is_free(date(2027, 1, 3))
    assert not book.calendar.is_free(date(2027, 1, 4))


@pytest.mark.requirement("P13")
def test_a_wrong_cell_is_told_by_sheet_row_and_column(tmp_path: Path) -> None:
    text = sheets.DEMOGRAPHICS + "mother,11.04.1980\n"
    roster = read_roster(read_workbook(filled(tmp_path / "r.xlsx", demographics=text)).texts)
    (refused,) = [one for one in roster.refused if one.scope == "row"]
    assert (refused.file, refused.line, refused.column, refused.code) == (
        "demographics.csv",
        3,
        "birthDate",
        "not_a_date",
    )


def test_a_formula_that_failed_costs_its_row_and_no_other(tmp_path: Path) -> None:
    path = filled(tmp_path / "r.xlsx")
    book = load_workbook(path)
    book["rooms"].append(["room-2", "skole", "#REF!"])
    book["rooms"].append(["room-3", "skole", "Loftet"])
    book.save(path)
    found = read_workbook(path)
    (refused,) = found.refused
    assert (refused.file, refused.line, refused.column) == ("rooms.csv", 3, "title")
    assert [one.id for one in read_roster(found.texts).rooms] == ["room", "room-3"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"sourcedId;name\n1;2\n"])
def test_what_is_no_workbook_is_refused_with_a_reason(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "r.xlsx").write_bytes(content)
    found = read_workbook(tmp_path / "r.xlsx")
    assert found.texts == {}
    assert [one.code for one in found.refused] == ["unreadable_workbook"]


def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "LARGEST_BYTES", 1_000_000)
    with zipfile.ZipFile(tmp_path / "r.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 2_000_000)
    assert [one.code for one in read_workbook(tmp_path / "r.xlsx").refused] == ["workbook_too_large"]


def test_a_sheet_of_another_name_is_told_of_and_its_name_is_not_repeated(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("Kari Nordmann")
    book.save(tmp_path / "r.xlsx")
    found = read_workbook(tmp_path / "r.xlsx")
    assert {one.code for one in found.refused} == {"unknown_sheet"}
    assert "Kari" not in repr(found)


def test_the_template_has_every_sheet_and_is_read_without_a_refusal(tmp_path: Path) -> None:
    write_template(tmp_path / "t.xlsx")
    found = read_workbook(tmp_path / "t.xlsx")
    assert found.refused == ()
    assert set(found.texts) == {f"{one}.csv" for one in SHEETS if one != workbook.CALENDAR}
    assert read_roster(found.texts).refused == ()
