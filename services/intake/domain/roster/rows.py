"""The rows of one CSV file, one physical line each, with a tally of what became of them."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TextIO

from services.intake.domain.roster.fields import Cells, identifier
from services.intake.domain.roster.refusals import Code, FileCount, Refused, RefusedRow, Scope

Progress = Callable[[str, int], None]
"""Called as `progress(file, rows_read)` every few rows and once at the end of each file."""

LONGEST_LINE: Final = 32_768
EVERY: Final = 500

# Control characters end mail headers and log lines; undecodable bytes become U+FFFD or lone surrogates.
_NOT_TEXT = re.compile("[\x00-\x08\x0a-\x1f\x7f\x80-\x9f\u2028\u2029\ud800-\udfff\ufffd]")


class Tally:
    """Counts the rows of every file and keeps what was refused. One per import."""

    def __init__(self, progress: Progress | None = None) -> None:
        self.refused: list[RefusedRow] = []
        self.removed: list[tuple[str, str]] = []
        self._progress = progress
        self._counts: dict[str, dict[str, int]] = {}

    def count(self, file: str, what: str, by: int = 1) -> None:
        counts = self._counts.setdefault(file, dict.fromkeys(FileCount.model_fields, 0))
        counts[what] += by
        if what == "read" and counts["read"] % EVERY == 0:
            self.tell(file)

    def tell(self, file: str) -> None:
        if self._progress is not None:
            self._progress(file, self._counts.get(file, {}).get("read", 0))

    def refuse(
        self, file: str, line: int, code: Code, column: str | None = None, scope: Scope = "row"
    ) -> None:
        self.refused.append(RefusedRow(file=file, line=line, code=code, column=column, scope=scope))
        if scope != "file":
            self.count(file, "refused" if scope == "row" else "fields_refused")

    def take_back(self, file: str, line: int, code: Code, column: str | None = None) -> None:
        """Refuse a row that was accepted until the rest of the roster was known."""
        self.count(file, "accepted", -1)
        self.refuse(file, line, code, column)

    def counts(self) -> dict[str, FileCount]:
        return {file: FileCount(**counts) for file, counts in self._counts.items()}


class Rows:
    """Reads one CSV file. Never raises for what stands in it.

    Every physical line is a row of its own: OneRoster allows no line break inside a field, so an unclosed
    quote costs one row and not the rest of the file.
    """

    def __init__(self, file: str, source: TextIO | str, required: tuple[str, ...], tally: Tally) -> None:
        self.file = file
        self.line = 0
        self._broken = False
        self._lines = iter(io.StringIO(source, newline=None) if isinstance(source, str) else source)
        self._required = required
        self._tally = tally
        self._ids: set[str] = set()

    def each(self, take: Callable[[Cells, int], None]) -> None:
        """Hand every readable row to `take`, which raises `Refused` for those it cannot use."""
        columns = self._header()
        if columns is not None:
            for values in self._bodies():
                self._one(columns, values, take)
        self._tally.tell(self.file)

    def without_field(self, refused: Refused) -> None:
        """Note that one field of the current row was let go, and the row kept."""
        self._tally.refuse(self.file, self.line, refused.code, refused.column, "field")

    def _one(
        self, columns: list[str], values: list[str] | Refused, take: Callable[[Cells, int], None]
    ) -> None:
        self._tally.count(self.file, "read")
        try:
            cells = _cells(columns, values)
            if self._is_removal(cells):
                return
            take(cells, self.line)
        except Refused as refused:
            self._tally.refuse(self.file, self.line, refused.code, refused.column)
        else:
            self._tally.count(self.file, "accepted")

    def _is_removal(self, cells: Mapping[str, str]) -> bool:
        if "sourcedId" not in cells:
            return False
        row_id = identifier(cells, "sourcedId")
        if row_id in self._ids:
            raise Refused(Code.DUPLICATE_ID, "sourcedId")
        status = cells.get("status", "")
        if status not in {"", "active", "tobedeleted"}:
            raise Refused(Code.UNKNOWN_STATUS, "status")
        self._ids.add(row_id)
        if status == "tobedeleted":
            self._tally.removed.append((self.file, row_id))
            self._tally.count(self.file, "removed")
            return True
        return False

    def _header(self) -> list[str] | None:
        line = next(self._physical_lines(), None)
        if line is None and self._broken:
            return None
        columns = [] if line is None else _split(line.removeprefix("\ufeff"))
        if isinstance(columns, Refused):
            self._tally.refuse(self.file, 1, columns.code, None, "file")
            return None
        columns = [column.strip() for column in columns]
        repeated = next((column for column in columns if columns.count(column) > 1), None)
        if repeated is not None:
            # The header is the sender's own text: a column we do not know is not repeated in the report.
            self._tally.refuse(self.file, 1, Code.REPEATED_COLUMN, None, "file")
            return None
        missing = [column for column in self._required if column not in columns]
        for column in missing:
            self._tally.refuse(self.file, 1, Code.MISSING_COLUMN, column, "file")
        return None if missing else columns

    def _bodies(self) -> Iterator[list[str] | Refused]:
        for line in self._physical_lines():
            if line and not line.isspace():
                yield _split(line)

    def _physical_lines(self) -> Iterator[str]:
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                return
            except (UnicodeError, ValueError, OSError):
                self._broken = True
                self._tally.refuse(self.file, self.line + 1, Code.NOT_UTF8, None, "file")
                return
            self.line += 1
            yield line.rstrip("\r\n")


def _cells(columns: list[str], values: list[str] | Refused) -> Cells:
    if isinstance(values, Refused):
        raise values
    if len(values) != len(columns):
        raise Refused(Code.WRONG_WIDTH)
    return {column: value.strip() for column, value in zip(columns, values, strict=True)}


def _split(line: str) -> list[str] | Refused:
    if len(line) > LONGEST_LINE:
        return Refused(Code.TOO_LONG)
    if _NOT_TEXT.search(line):
        return Refused(Code.NOT_TEXT)
    if '"' not in line:
        return line.split(",")
    try:
        return next(csv.reader((line,), strict=True), [])
    except csv.Error:
        return Refused(Code.BROKEN_QUOTES)
