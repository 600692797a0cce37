"""People as the roster tells of them: who they are, and whose child is whose."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal["staff", "pupil", "guardian"]
Language = Literal["nb", "nn", "en"]
Protection = Literal["none", "confidential", "strictly_confidential"]
Issuer = Literal["staff", "family"]
Relation = Literal["parent", "stepparent", "foster", "barnevern", "guardian", "other"]


class RosterFact(BaseModel):
    """One thing the roster says. Immutable; compares by value, so an unchanged import is seen as such."""

    model_config = ConfigDict(frozen=True)


class Identity(RosterFact):
    """How a person signs in. `subject` is `sub` at the staff issuer (Feide), `pid` at the family issuer.

    It is turned into a keyed hash before it is stored anywhere; only the import sees it.
    """

    issuer: Issuer
    subject: str


class Person(RosterFact):
    """A pupil, a guardian, someone who works at a school, or more than one of them at once."""

    id: str
    kinds: frozenset[Kind]
    given_name: str
    family_name: str
    email: str | None = None
    phone: str | None = None
    postal_address: str | None = None
    language: Language | None = None
    """What the person asked for; None means the school's hovudmål."""
    protection: Protection = "none"
    birth_date: date | None = None
    identities: tuple[Identity, ...] = ()
    absent_from: date | None = None
    absent_until: date | None = None
    deputy: str | None = None
    """The person who stands in while this one is absent."""
    enabled: bool = True
    trained_on: date | None = None
    """The day on which this member of staff was trained before coming here; None says nothing."""

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"

    def is_absent(self, day: date) -> bool:
        """Whether `day` lies in the stated absence, first and last day included."""
        return self.absent_from is not None and within(day, self.absent_from, self.absent_until)


class Guardianship(RosterFact):
    """That one person looks after one pupil, and whether she has foreldreansvar, from one day to another."""

    id: str
    pupil: str
    guardian: str
    parental_responsibility: bool
    relation: Relation
    from_: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it is in force on `day`; both ends included, an open end never ends."""
        return within(day, self.from_, self.until)


def within(day: date, first: date | None, last: date | None) -> bool:
    """Whether `day` lies between two dates, both included; None is open."""
    return (first is None or first <= day) and (last is None or day <= last)
