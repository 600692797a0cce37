"""What a school has put right by hand, stored apart from the roster and laid over it at every import."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, Field

from services.intake.domain.directory_entry import SCOPE, ListedPerson, ListedSchool
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

Name = Literal["name", "given_name", "family_name", "phone", "language"]
OF_PEOPLE: tuple[Name, ...] = ("given_name", "family_name", "phone", "language")
OF_SCHOOLS: tuple[Name, ...] = ("name", "phone")


class Edit(BaseModel):
    """One field put right: by whom, why, until when (None: for good), and what the roster says instead."""

    value: str | None
    reason: str
    by: str
    at: AwareDatetime
    until: date | None = None
    roster: str | None = None

    def holds_on(self, day: date) -> bool:
        return self.until is None or day <= self.until


class Correction(Aggregate):
    """What is put right of one person or school. Changes what is listed; what is listed says it on."""

    subject_id: str
    of: Literal["person", "school"]
    edits: dict[Name, Edit] = Field(default_factory=dict)

    def clear(self) -> Mapping[str, Any]:
        return {"subject_id": self.subject_id, "on": bool(self.edits)}

    def scope(self) -> str:
        return self.subject_id if self.of == "person" else SCOPE

    def put_right(self, name: Name, edit: Edit) -> None:
        """From now on this stands, whatever the roster says; what it said is remembered."""
        there = self.edits.get(name)
        self.edits[name] = edit if there is None else edit.model_copy(update={"roster": there.roster})

    def take_back(self, name: Name) -> Edit | None:
        """The roster counts again; what was put right, for who lays it back."""
        return self.edits.pop(name, None)

    def hears_roster(self, said: Mapping[Name, str | None], today: date) -> None:
        """Remember what the roster says now; what has run out is laid aside."""
        self.edits = {
            name: edit.model_copy(update={"roster": said.get(name)})
            for name, edit in self.edits.items()
            if edit.holds_on(today)
        }


def correction_id(subject_id: str) -> str:
    return derived_id("correction", subject_id)


def said_of(entry: ListedPerson | ListedSchool, name: Name) -> str | None:
    """What an entry has in a field."""
    place = entry.listed if name == "language" else entry.words
    found: str | None = getattr(place, name)
    return found


def with_field(entry: Any, name: Name, value: str | None) -> Any:
    """The entry with one field as it was put right."""
    part = "listed" if name == "language" else "words"
    changed = getattr(entry, part).model_copy(update={name: value})
    return entry.model_copy(update={part: changed})


def made(subject_id: str, of: Literal["person", "school"]) -> Correction:
    return Correction(id=correction_id(subject_id), subject_id=subject_id, of=of)


def edit(value: str | None, reason: str, by: str, at: datetime, until: date | None) -> Edit:
    return Edit(value=value, reason=reason, by=by, at=at, until=until)
