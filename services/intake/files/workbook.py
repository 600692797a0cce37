"""The roster as one Excel workbook (row P13): a sheet for each file, with the same columns."""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from services.intake.domain.roster import Code, RefusedRow

CALENDAR: Final = "schoolCalendar"
LARGEST_BYTES: Final = 600 * 1024 * 1024
"""Of what is packed in it: two hundred schools are a tenth of this, and a bomb is more."""
MOST_COLUMNS: Final = 200
README: Final = "README"

_USER_DATA = "metadata.samspill."
SHEETS: Final[dict[str, tuple[str, ...]]] = {
    "orgs": (
        "sourcedId",
        "name",
        "type",
        "identifier",
        "parentSourcedId",
        f"{_USER_DATA}hovudmaal",
        f"{_USER_DATA}phone",
        f"{_USER_DATA}address",
    ),
    "academicSessions": ("sourcedId", "title", "type", "startDate", "endDate"),
    "classes": ("sourcedId", "title", "grades", "classType", "schoolSourcedId", "termSourcedIds"),
    "users": (
        "sourcedId",
        "givenName",
        "familyName",
        "email",
        "sms",
        f"{_USER_DATA}staffSubject",
        f"{_USER_DATA}familySubject",
        f"{_USER_DATA}language",
        f"{_USER_DATA}protectedAddress",
        f"{_USER_DATA}postalAddress",
        f"{_USER_DATA}deputy",
    ),
    "demographics": ("sourcedId", "birthDate"),
    "roles": (
        "sourcedId",
        "userSourcedId",
        "role",
        "beginDate",
        "endDate",
        "orgSourcedId",
        f"{_USER_DATA}duty",
        f"{_USER_DATA}order",
        f"{_USER_DATA}class",
        f"{_USER_DATA}pupil",
        f"{_USER_DATA}relation",
        f"{_USER_DATA}responsibility",
    ),
    "enrollments": (
        "sourcedId",
        "classSourcedId",
        "schoolSourcedId",
        "userSourcedId",
        "role",
        "primary",
        "beginDate",
        "endDate",
    ),
    "rooms": ("sourcedId", "schoolSourcedId", "title", "seats", "calm", "stepFree", "directions"),
    CALENDAR: ("title", "startDate", "endDate"),
}
"""The sheets of the template and their columns, in the order in which one fills them in."""

_EXPLAINED = (
    ("Samspill", "One sheet for each kind of thing; a row for each thing. Leave the header row as it is."),
    ("orgs", "The municipality (type: district) and its schools (type: school). hovudmaal: nb or nn."),
    ("academicSessions", "The school year: startDate and endDate as dates."),
    ("classes", "classType: homeroom (a class) or scheduled (a teaching group). grades: 1 to 13."),
    ("users", "Everybody: pupils, guardians and staff. sourcedId is an id of your own, without spaces."),
    ("users", "protectedAddress: none, confidential or strictly_confidential."),
    ("roles", "principal, siteAdministrator (deputy), teacher, counselor, aide, student, parent, …"),
    ("roles", "A guardian: role parent, pupil: her pupil's sourcedId, responsibility: true or false."),
    ("enrollments", "Which class. role: student or teacher; primary: true for the contact teacher."),
    (CALENDAR, "The skolerute: days without school, first and last day."),
)


@dataclass(frozen=True)
class Sheets:
    """What a workbook holds: the files as text, and what could not even be turned into text."""

    texts: dict[str, str]
    refused: tuple[RefusedRow, ...] = ()


def read_workbook(path: Path) -> Sheets:
    """Read each sheet into the text of its file: row 5 of a sheet is line 5 of the file. Never raises."""
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(one.file_size for one in packed.infolist()) > LARGEST_BYTES:
                return _refused(Code.WORKBOOK_TOO_LARGE)
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile, ParseError):
        return _refused(Code.UNREADABLE_WORKBOOK)
    texts: dict[str, str] = {}
    refused: list[RefusedRow] = []
    try:
        for sheet in book.worksheets:
            if sheet.title not in SHEETS:
                if sheet.title != README:
                    # Its name is the sender's own text, and is not repeated.
                    refused.append(_problem("workbook", 0, Code.UNKNOWN_SHEET, scope="file"))
                continue
            file = f"{sheet.title}.csv"
            try:
                rows = [_texts(row) for row in sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)]
            except (OSError, ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile, ParseError):
                refused.append(_problem(file, 0, Code.UNREADABLE_WORKBOOK, scope="file"))
                continue
            if sheet.title == CALENDAR:
                if any(any(row) for row in rows[1:]):
                    texts["school-calendar.ics"] = _calendar(rows, refused)
            else:
                texts[file] = _as_csv(file, rows, refused)
    finally:
        book.close()
    return Sheets(texts, tuple(refused))


def write_template(path: Path) -> None:
    """Write a workbook with every sheet and its columns, and what to put there."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = README
    for row in _EXPLAINED:
        first.append(row)
    first.column_dimensions["A"].width, first.column_dimensions["B"].width = 20, 100
    for title, columns in SHEETS.items():
        sheet = book.create_sheet(title)
        sheet.append(columns)
        sheet.freeze_panes = "B2"
        for number, column in enumerate(columns, 1):
            letter = get_column_letter(number)
            cell = sheet[f"{letter}1"]
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor="E6EDF5")
            cell.alignment = Alignment(vertical="top")
            # A phone number or an id is text: of what it takes for a number, Excel drops the first zero.
            kind = "yyyy-mm-dd" if column.endswith("Date") else "@"
            sheet.column_dimensions[letter].number_format = kind
            sheet.column_dimensions[letter].width = max(14, len(column) + 2)
    book.save(path)


def _texts(row: Sequence[Any]) -> list[str]:
    return [_text(value) for value in row]


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat()
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return " ".join(str(value).split())


def _as_csv(file: str, rows: list[list[str]], refused: list[RefusedRow]) -> str:
    width = max((n for n, one in enumerate(rows[0], 1) if one), default=0) if rows else 0
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n")
    for number, row in enumerate(rows, 1):
        cells = [*row, *[""] * (width - len(row))]
        if not any(cells):
            out.write("\n")
            continue
        error = next(
            (n for n, one in enumerate(cells) if one.startswith("#") and one.endswith(("!", "?", "/A"))), None
        )
        if error is not None:
            column = rows[0][error] if error < len(rows[0]) else None
            known = column if column in SHEETS[file.removesuffix(".csv")] else None
            refused.append(_problem(file, number, Code.FORMULA_ERROR, known))
            out.write("\n")
            continue
        # What stands to the right of the last column makes the row too wide, and is refused as such.
        last = max((n for n, one in enumerate(cells, 1) if one), default=0)
        write.writerow(cells[: max(width, last)])
    return out.getvalue()


def _calendar(rows: list[list[str]], refused: list[RefusedRow]) -> str:
    file = f"{CALENDAR}.csv"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samspill//roster//NO"]
    columns = rows[0] if rows else []
    for number, row in enumerate(rows[1:], 2):
        cells = dict(zip(columns, row, strict=False))
        if not any(cells.values()):
            continue
        try:
            first = date.fromisoformat(cells.get("startDate", ""))
            last = date.fromisoformat(cells.get("endDate") or cells["startDate"])
        except ValueError:
            wrong = "endDate" if _is_day(cells.get("startDate", "")) else "startDate"
            refused.append(_problem(file, number, Code.NOT_A_DATE, wrong))
            continue
        if last < first:
            refused.append(_problem(file, number, Code.IMPOSSIBLE_DATES, "endDate"))
            continue
        title = "".join(one if one.isalnum() or one in " -" else " " for one in cells.get("title", ""))
        after = date.fromordinal(last.toordinal() + 1)
        lines += [
            "BEGIN:VEVENT",
            f"UID:row-{number}",
            f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{after:%Y%m%d}",
            f"SUMMARY:{title[:60].strip() or '-'}",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _refused(code: Code) -> Sheets:
    return Sheets({}, (_problem("workbook", 0, code, scope="file"),))


def _problem(
    file: str, line: int, code: Code, column: str | None = None, *, scope: Any = "row"
) -> RefusedRow:
    return RefusedRow(file=file, line=line, code=code, column=column, scope=scope)
