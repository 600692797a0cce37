"""The staff's own reflection: eight questions, and what a team noted (R58). No case, no person."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import Field

from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

Question = Literal[
    "respect",
    "hard-topics",
    "into-position",
    "parents-of-offenders",
    "expressions",
    "differing-views",
    "unreasonable",
    "still-cooperating",
]
QUESTIONS: tuple[Question, ...] = get_args(Question)

_AUTUMN, _SPRING = 8, 1
_REMINDED_FROM = {"autumn": 9, "spring": 2}


class TeamSession(Aggregate):
    """A team has talked: which questions, and what it wants to remember."""

    school_id: str
    team: Annotated[str, Field(max_length=60)]
    held_on: date
    questions: list[Question]
    notes: str | None = None

    def scope(self) -> str:
        return f"reflection:{self.school_id}"

    def clear(self) -> Mapping[str, Any]:
        return {"school_id": self.school_id, "term": term_of(self.held_on)}


class TermReminder(Aggregate):
    """The leader has seen this term's reminder and put it aside."""

    school_id: str
    term: str

    @classmethod
    def id_for(cls, school_id: str, term: str) -> str:
        return derived_id("reminder", school_id, term)


def term_of(day: date) -> str:
    """`2026-autumn` from August, `2027-spring` from January."""
    return f"{day.year}-{'autumn' if day.month >= _AUTUMN else 'spring'}"


def is_reminded_on(day: date) -> bool:
    """Whether the term has gone on long enough: from September, and from February to the summer."""
    _, _, half = term_of(day).partition("-")
    return day.month >= _REMINDED_FROM[half] and day.month != 7  # noqa: PLR2004 - July is summer
