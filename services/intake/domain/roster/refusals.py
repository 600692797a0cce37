"""What the import would not take, said without repeating what stood there."""

from enum import StrEnum
from typing import Literal

from services.intake.domain.roster.people import RosterFact


class Code(StrEnum):
    """Why. Each has a sentence of its own in the report's catalogue."""

    # the file
    MISSING_FILE = "missing_file"
    UNDECLARED_FILE = "undeclared_file"
    UNSUPPORTED_VERSION = "unsupported_version"
    MISSING_COLUMN = "missing_column"
    REPEATED_COLUMN = "repeated_column"
    NOT_UTF8 = "not_utf8"
    UNREADABLE_WORKBOOK = "unreadable_workbook"
    UNKNOWN_SHEET = "unknown_sheet"
    WORKBOOK_TOO_LARGE = "workbook_too_large"
    UNREADABLE_CALENDAR = "unreadable_calendar"
    # the row as text
    BROKEN_QUOTES = "broken_quotes"
    WRONG_WIDTH = "wrong_width"
    NOT_TEXT = "not_text"
    FORMULA_ERROR = "formula_error"
    TOO_LONG = "too_long"
    # one value
    REQUIRED = "required"
    UNKNOWN_VALUE = "unknown_value"
    UNKNOWN_STATUS = "unknown_status"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNKNOWN_PROTECTION = "unknown_protection"
    UNKNOWN_ROLE = "unknown_role"
    UNKNOWN_RELATION = "unknown_relation"
    MALFORMED_ID = "malformed_id"
    MALFORMED_EMAIL = "malformed_email"
    MALFORMED_PHONE = "malformed_phone"
    NOT_A_DATE = "not_a_date"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_BOOLEAN = "not_a_boolean"
    NOT_A_GRADE = "not_a_grade"
    # what belongs together
    IMPOSSIBLE_DATES = "impossible_dates"
    DUPLICATE_ID = "duplicate_id"
    DUPLICATE_IDENTITY = "duplicate_identity"
    UNKNOWN_ORG = "unknown_org"
    UNKNOWN_SESSION = "unknown_session"
    UNKNOWN_GROUP = "unknown_group"
    UNKNOWN_USER = "unknown_user"
    UNKNOWN_AGENT = "unknown_agent"
    UNKNOWN_DEPUTY = "unknown_deputy"
    NOT_A_PUPIL = "not_a_pupil"
    OWN_GUARDIAN = "own_guardian"
    WRONG_SCHOOL = "wrong_school"
    NO_ROLE = "no_role"
    GUARDIANSHIP_NOT_DESCRIBED = "guardianship_not_described"
    UNSUPPORTED_RECURRENCE = "unsupported_recurrence"


Scope = Literal["file", "row", "field"]


class RefusedRow(RosterFact):
    """One thing refused: a whole file, a row, or one field of a row that was otherwise taken.

    It holds where and why, never the text: rosters are full of names, and reports are passed around.
    `line` counts from 1, which is the header; 0 is the file itself.
    """

    file: str
    line: int
    code: Code
    column: str | None = None
    scope: Scope = "row"


class FileCount(RosterFact):
    """What became of the rows of one file: `read == accepted + removed + refused`, always."""

    read: int = 0
    accepted: int = 0
    removed: int = 0
    refused: int = 0
    fields_refused: int = 0


class Refused(Exception):
    """A value cannot be taken. Ends the row, unless the caller lets the field go; stays in this package."""

    def __init__(self, code: Code, column: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.column = column
