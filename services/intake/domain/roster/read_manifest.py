"""manifest.csv: which files there are, whole or as changes."""

from collections.abc import Container
from typing import Final

from services.intake.domain.roster.fields import Cells
from services.intake.domain.roster.refusals import Code, Refused
from services.intake.domain.roster.roster import Mode
from services.intake.domain.roster.rows import Rows, Tally

REQUIRED: Final = ("propertyName", "value")

_MODES: Final[dict[str, Mode | None]] = {"bulk": "bulk", "delta": "delta", "absent": None}


def read_manifest(rows: Rows, present: Container[str], tally: Tally, ours: Container[str]) -> dict[str, Mode]:
    """Tell the mode of every file declared and given. One of `ours` declared and not given is reported."""
    modes: dict[str, Mode] = {}

    def take(cells: Cells, _line: int) -> None:
        name, value = cells["propertyName"], cells["value"]
        if name == "oneroster.version" and value != "1.2":
            raise Refused(Code.UNSUPPORTED_VERSION, "value")
        if not name.startswith("file."):
            return
        if value not in _MODES:
            raise Refused(Code.UNKNOWN_VALUE, "value")
        mode, file = _MODES[value], name.removeprefix("file.") + ".csv"
        if mode is None and file in present and file in ours:
            raise Refused(Code.UNDECLARED_FILE, "value")
        if mode is None:
            return
        if file not in present and file in ours:
            raise Refused(Code.MISSING_FILE, "propertyName")
        modes[file] = mode

    rows.each(take)
    tally.tell(rows.file)
    return modes
