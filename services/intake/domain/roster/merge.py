"""The files that came, laid over those that were taken in before: what a delta changes, and what stays."""

import csv
import io
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from services.intake.domain.roster.read_manifest import REQUIRED, read_manifest
from services.intake.domain.roster.read_roster import CALENDAR, FILES, MANIFEST, read_roster
from services.intake.domain.roster.refusals import RefusedRow
from services.intake.domain.roster.roster import Mode, Roster
from services.intake.domain.roster.rows import Progress, Rows, Tally

Lines = Mapping[str, Collection[int]]
_PLAIN_ID = re.compile(r"[A-Za-z0-9._:/@+{}-]{1,255}")
_LINE_ENDS: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Taken:
    """What a set of files comes to together with what was there before."""

    roster: Roster
    files: Mapping[str, str]
    """The whole roster as text after this import; what was refused or deleted is not in it."""
    stale: int = 0
    """Rows of a delta that are older than what was taken in before; they change nothing."""
    stood: int = 0
    """Rows from before that stay in force because the row sent in their place was refused."""


def take_in(before: Mapping[str, str], given: Mapping[str, str], progress: Progress | None = None) -> Taken:
    """Read the files given together with those that were taken in before.

    A file given in full takes the place of the former one, a delta is laid over it row by row, and a file
    that is not given stays as it was. Where a row is refused, the row it would have replaced stays in force.
    Lines in the report are those of the files given; what only falls away with something else that was
    deleted is not reported.
    """
    modes = _modes(given)
    first = _Merged(before, given, modes, {})
    roster = read_roster(first.texts, progress)
    lines = first.refused_lines(roster)
    if lines:
        # Once more, without what was refused: then what it was to replace is there, for others to point to.
        merged = _Merged(before, given, modes, lines)
        again = read_roster(merged.texts)
    else:
        merged, again = first, roster
    refused = tuple(filter(None, (first.as_sent(one) for one in roster.refused)))
    unsure = roster.whole is None and not merged.all_known("users.csv")
    whole = None if unsure else modes.get("users.csv", "bulk") == "bulk" and "users.csv" in given
    kept = {**vars(again), "refused": refused, "counts": roster.counts, "modes": modes, "whole": whole}
    return Taken(Roster(**kept), merged.kept(again), first.stale, merged.stood)


def _modes(given: Mapping[str, str]) -> dict[str, Mode]:
    if MANIFEST not in given:
        return {}
    tally = Tally()
    return read_manifest(Rows(MANIFEST, given[MANIFEST], REQUIRED, tally), given, tally, FILES)


class _Merged:
    """Each file as one text: its header, then rows from before that still hold, then the rows given."""

    def __init__(
        self, before: Mapping[str, str], given: Mapping[str, str], modes: Mapping[str, Mode], without: Lines
    ) -> None:
        self.texts: dict[str, str] = {}
        self.stale = self.stood = 0
        self._sent: dict[str, tuple[int, list[int]]] = {}
        self._unknown: set[str] = set()
        for file in FILES:
            if file in (MANIFEST, CALENDAR) or file not in before or file not in given:
                if file in given or (file in before and file != MANIFEST):
                    self.texts[file] = given.get(file, before.get(file, ""))
                    # The lines given are their own; what lay here before has none.
                    if file not in given:
                        self._sent[file] = (1 << 60, [])
                    elif file in without and file != MANIFEST:
                        self._drop(file, without[file])
                continue
            delta = modes.get(file, "bulk") == "delta"
            self._lay(file, before[file], given[file], delta=delta, without=set(without.get(file, ())))

    def refused_lines(self, roster: Roster) -> dict[str, set[int]]:
        """The lines given, by file, that could not be taken."""
        found: dict[str, set[int]] = {}
        for one in roster.refused:
            sent = self.as_sent(one)
            if sent is not None and sent.scope == "row" and sent.file not in (MANIFEST, CALENDAR):
                found.setdefault(sent.file, set()).add(sent.line)
        return found

    def as_sent(self, one: RefusedRow) -> RefusedRow | None:
        """The same with the line it has in the file given; None for a row from before."""
        if one.file not in self._sent or one.line <= 1:
            return one
        kept, lines = self._sent[one.file]
        place = one.line - kept - 2
        return one.model_copy(update={"line": lines[place]}) if 0 <= place < len(lines) else None

    def all_known(self, file: str) -> bool:
        """Whether every row that was left out still says which id it is about."""
        return file not in self._unknown

    def kept(self, roster: Roster) -> dict[str, str]:
        """What the next delta is laid over: without the rows that were deleted."""
        gone: dict[str, set[str]] = {}
        for file, id_ in roster.removed:
            gone.setdefault(file, set()).add(id_)
        return {
            file: _without_ids(text, gone[file]) if file in gone else text
            for file, text in self.texts.items()
            if file != MANIFEST
        }

    def _drop(self, file: str, lines: Collection[int]) -> None:
        sheet = Sheet(self.texts[file])
        if any(sheet.id_of(sheet.rows[line - 2]) is None for line in lines if line - 2 < len(sheet.rows)):
            self._unknown.add(file)
        # An empty line is no row, and every other keeps its number.
        rows = ("" if number in lines else row for number, row in enumerate(sheet.rows, 2))
        self.texts[file] = "\n".join([sheet.header, *rows]) + "\n"

    def _lay(self, file: str, before: str, given: str, *, delta: bool, without: set[int]) -> None:
        old, new = Sheet(before), Sheet(given)
        columns = [*new.columns, *(one for one in old.columns if one not in new.columns)]
        header = new.header if columns == new.columns else line_of(columns)
        missing = "," * (len(columns) - len(new.columns))
        former = {id_: row for row in old.rows if row and (id_ := old.id_of(row)) is not None}
        lines: list[int] = []
        rows: list[str] = []
        replaced: set[str] = set()
        dropped: set[str] = set()
        for number, row in enumerate(new.rows, 2):
            if not row or row.isspace():
                continue
            id_ = new.id_of(row)
            if number in without:
                if id_ is None:
                    self._unknown.add(file)
                else:
                    dropped.add(id_)
                continue
            if delta and id_ in former and _is_older(new.dated(row), old.dated(former[id_])):
                self.stale += 1
                continue
            if id_ is not None:
                replaced.add(id_)
            lines.append(number)
            rows.append(row + missing)
        stay = {id_: row for id_, row in former.items() if id_ not in replaced and (delta or id_ in dropped)}
        self.stood += sum(1 for id_ in dropped if id_ in stay)
        kept = [row if columns == old.columns else old.moved(row, columns) for row in stay.values()]
        self._sent[file] = (len(kept), lines)
        self.texts[file] = "\n".join([header, *kept, *rows]) + "\n"


class Sheet:
    """The text of one file as its header and rows, one physical line each, whatever state they are in."""

    def __init__(self, text: str) -> None:
        lines = _LINE_ENDS.split(text.removeprefix("\ufeff"))
        if lines and not lines[-1]:
            lines.pop()
        self.header = lines[0] if lines else ""
        self.rows = lines[1:]
        self.columns = cells_of(self.header) or []
        self._id = self._place("sourcedId")
        self._dated = self._place("dateLastModified")

    def id_of(self, row: str) -> str | None:
        """The `sourcedId` of a row that may be broken; None where it cannot be told."""
        if self._id is None:
            return None
        cells = row.split(",", 1) if self._id == 0 else cells_of(row) or []
        value = cells[self._id].strip().strip('"') if self._id < len(cells) else ""
        return value if _PLAIN_ID.fullmatch(value) else None

    def dated(self, row: str) -> str:
        """When the sender last changed it, as the text it has; empty where that is not told."""
        cells = [] if self._dated is None else cells_of(row) or []
        return cells[self._dated] if self._dated is not None and self._dated < len(cells) else ""

    def moved(self, row: str, columns: Sequence[str]) -> str:
        """The row under other columns."""
        cells = dict(zip(self.columns, cells_of(row) or [], strict=False))
        return line_of([cells.get(one, "") for one in columns])

    def _place(self, column: str) -> int | None:
        return self.columns.index(column) if column in self.columns else None


def _is_older(new: str, old: str) -> bool:
    return bool(new) and bool(old) and new < old


def cells_of(line: str) -> list[str] | None:
    """The cells of one line; None where its quotes are broken."""
    if '"' not in line:
        return [one.strip() for one in line.split(",")]
    try:
        return [one.strip() for one in next(csv.reader((line,), strict=True), [])]
    except csv.Error:
        return None


def line_of(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def _without_ids(text: str, ids: Collection[str]) -> str:
    sheet = Sheet(text)
    return "\n".join([sheet.header, *(row for row in sheet.rows if sheet.id_of(row) not in ids)]) + "\n"
