"""Who is entitled to be invited for a class, read from the roster's own files: the demo's second opinion."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROSTER = Path(__file__).parent / "roster"

Row = dict[str, str]


@dataclass(frozen=True)
class Entitled:
    """A guardian with foreldreansvar for a pupil of the class on that day."""

    name: str
    email: str
    protected: bool

    @property
    def by_mail(self) -> bool:
        """Whether a letter goes by itself: not to protected people, nor to those without an address."""
        return bool(self.email) and not self.protected


def entitled_guardians(class_title: str, school: str, day: date) -> list[Entitled]:
    """Everyone entitled, each once, in the order of their ids."""
    classes = {
        row["sourcedId"]
        for row in _rows("classes.csv")
        if row["title"] == class_title and row["schoolSourcedId"] == school
    }
    pupils = {
        row["userSourcedId"]
        for row in _rows("enrollments.csv")
        if row["classSourcedId"] in classes and row["role"] == "student"
    }
    users = {row["sourcedId"]: row for row in _rows("users.csv")}
    guardians = {
        row["userSourcedId"]
        for row in _rows("roles.csv")
        if row["metadata.samspill.pupil"] in pupils
        # Who has taken over the care decides for the child, and is met, without foreldreansvar (§ 24-4).
        and (
            row["metadata.samspill.responsibility"] == "true" or row["metadata.samspill.relation"] == "foster"
        )
        and _holds_on(row, day)
    }
    return [_entitled(users[guardian]) for guardian in sorted(guardians)]


def _entitled(row: Row) -> Entitled:
    return Entitled(
        name=f"{row['givenName']} {row['familyName']}",
        email=row["email"],
        protected=row["metadata.samspill.protectedAddress"] not in {"", "none"},
    )


def _holds_on(row: Row, day: date) -> bool:
    first, last = row["beginDate"], row["endDate"]
    return (not first or date.fromisoformat(first) <= day) and (not last or day <= date.fromisoformat(last))


def _rows(file: str) -> list[Row]:
    with (ROSTER / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
