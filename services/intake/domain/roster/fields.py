"""One value out of one cell. Each raises `Refused` with the reason, and nothing else."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, TypeVar

from services.intake.domain.roster.refusals import Code, Refused

Cells = Mapping[str, str]

LONGEST_ID: Final = 255
LONGEST_NAME: Final = 200
EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2199, 12, 31)

_ID = re.compile(r"[A-Za-z0-9._:/@+{}-]+")
# One address, ASCII, no quoting: what every mail server takes, and nothing that could end a header.
_EMAIL = re.compile(
    r"[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
_PHONE = re.compile(r"\+?[0-9][0-9 ]{3,19}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,6}")

T = TypeVar("T", bound=str)


def identifier(cells: Cells, column: str) -> str:
    """Read a required id: printable ASCII without spaces."""
    value = optional_identifier(cells, column)
    if value is None:
        raise Refused(Code.REQUIRED, column)
    return value


def optional_identifier(cells: Cells, column: str) -> str | None:
    value = cells.get(column, "")
    if not value:
        return None
    if len(value) > LONGEST_ID:
        raise Refused(Code.TOO_LONG, column)
    if not _ID.fullmatch(value):
        raise Refused(Code.MALFORMED_ID, column)
    return value


def identifiers(cells: Cells, column: str) -> tuple[str, ...]:
    """Read a list of ids as OneRoster writes it: separated by commas inside one cell."""
    value = cells.get(column, "")
    if not value:
        return ()
    parts = [part.strip() for part in value.split(",")]
    return tuple(dict.fromkeys(identifier({column: part}, column) for part in parts if part))


def text(cells: Cells, column: str) -> str:
    """Read a required line of text."""
    value = optional_text(cells, column)
    if value is None:
        raise Refused(Code.REQUIRED, column)
    return value


def optional_text(cells: Cells, column: str) -> str | None:
    value = cells.get(column, "")
    if len(value) > LONGEST_NAME:
        raise Refused(Code.TOO_LONG, column)
    return value or None


def email(cells: Cells, column: str) -> str | None:
    value = cells.get(column, "")
    if not value:
        return None
    if not _EMAIL.fullmatch(value) or ".." in value:
        raise Refused(Code.MALFORMED_EMAIL, column)
    return value


def phone(cells: Cells, column: str) -> str | None:
    value = cells.get(column, "")
    if not value:
        return None
    if not _PHONE.fullmatch(value):
        raise Refused(Code.MALFORMED_PHONE, column)
    return value


def day(cells: Cells, column: str) -> date | None:
    value = cells.get(column, "")
    if not value:
        return None
    if not _DATE.fullmatch(value):
        raise Refused(Code.NOT_A_DATE, column)
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise Refused(Code.NOT_A_DATE, column) from None
    if not EARLIEST <= found <= LATEST:
        raise Refused(Code.IMPOSSIBLE_DATES, column)
    return found


def period(cells: Cells, first: str, last: str) -> tuple[date | None, date | None]:
    """Two dates, either open; an end before its beginning is refused."""
    begins, ends = day(cells, first), day(cells, last)
    if begins is not None and ends is not None and ends < begins:
        raise Refused(Code.IMPOSSIBLE_DATES, last)
    return begins, ends


def number(cells: Cells, column: str) -> int | None:
    value = cells.get(column, "")
    if not value:
        return None
    if not _NUMBER.fullmatch(value):
        raise Refused(Code.NOT_A_NUMBER, column)
    return int(value)


def boolean(cells: Cells, column: str) -> bool | None:
    value = cells.get(column, "").lower()
    if value not in {"", "true", "false"}:
        raise Refused(Code.NOT_A_BOOLEAN, column)
    return value == "true" if value else None


def grades(cells: Cells, column: str) -> tuple[int, ...]:
    """Grades 1 to 13, as OneRoster lists them ("08" or "01,02")."""
    value = cells.get(column, "")
    found = []
    for part in value.split(",") if value else ():
        stripped = part.strip()
        if not _NUMBER.fullmatch(stripped) or not 1 <= int(stripped) <= 13:  # noqa: PLR2004 - Norwegian grades
            raise Refused(Code.NOT_A_GRADE, column)
        found.append(int(stripped))
    return tuple(sorted(set(found)))


def one_of(cells: Cells, column: str, values: Mapping[str, T], code: Code) -> T | None:
    """Give the value that `values` has for the cell's word, None for an empty cell."""
    value = cells.get(column, "")
    if not value:
        return None
    if value not in values:
        raise Refused(code, column)
    return values[value]
