"""What another person has written since this page was loaded, field by field, beside one's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Which text of the catalogue names a field; a row of a list is named by the list, with its number.
_NAMES: Mapping[str, str] = {
    "notes": "hold-notes",
    "accounts": "hold-accounts",
    "pupil_account": "pupil-account",
    "unclear": "hold-unclear",
    "facts": "hold-facts",
    "viewpoints": "hold-views",
    "criticism": "hold-criticism",
    "examine": "hold-examine",
    "measures": "hold-measures",
    "agreements": "hold-agreed",
    "meanwhile": "read-meanwhile",
    "summary": "group-summary",
    "strategy": "group-strategy",
    "asks": "group-asks",
    "plain": "hold-plain",
    "child_words": "hold-child",
}
_SILENT = frozenset({"attendance", "seen", "then", "present", "listed", "confirmed"})


@dataclass(frozen=True)
class Difference:
    """One field that says something else now; `name` is a text's id, `number` the row from 1, else 0."""

    name: str
    number: int
    theirs: str


def differences(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[Difference]:
    """The texts that the other has and this form has not, in the order of the page."""
    found = []
    for field, value in theirs.items():
        head, _, rest = field.partition(".")
        name = _NAMES.get(head)
        if name is None or head in _SILENT or not _is_text(field, value):
            continue
        if str(mine.get(field) or "") != value:
            number = rest.split(".")[0]
            found.append(Difference(name, int(number) + 1 if number.isdigit() else 0, value))
    return found


def _is_text(field: str, value: Any) -> bool:
    """Ids, dates and choices tell a reader nothing by themselves."""
    return isinstance(value, str) and bool(value) and not field.endswith(("_id", "_on", ".by", ".source"))
