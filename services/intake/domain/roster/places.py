"""The municipality's schools, their classes and rooms, and who has which duty there."""

from datetime import date
from typing import Literal

from services.intake.domain.roster.people import Language, RosterFact, within

DutyRole = Literal[
    "rektor",
    "deputy",
    "teacher",
    "contact_teacher",
    "social_teacher",
    "assistant",
    "school_owner",
    "owner_deputy",
    "administrator",
    "parent_contact",
]


class Municipality(RosterFact):
    """The school owner: the organisation above the schools."""

    id: str
    name: str
    identifier: str | None = None
    phone: str | None = None
    address: str | None = None


class School(RosterFact):
    """A school, and the hovudmål in which it writes to parents (opplæringslova § 15-2)."""

    id: str
    name: str
    municipality: str | None
    language: Language
    identifier: str | None = None
    phone: str | None = None
    address: str | None = None


class Group(RosterFact):
    """A class, a teaching group, or a whole grade at one school.

    A grade is made from its classes: `classes` names them, and its pupils are theirs.
    """

    id: str
    school: str
    kind: Literal["class", "teaching", "grade"]
    title: str
    grades: tuple[int, ...] = ()
    from_: date | None = None
    until: date | None = None
    classes: tuple[str, ...] = ()


class Enrollment(RosterFact):
    """That a pupil or a teacher belongs to a group."""

    id: str
    group: str
    school: str
    person: str
    role: Literal["pupil", "teacher"]
    primary: bool = False
    from_: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        return within(day, self.from_, self.until)


class Duty(RosterFact):
    """A task somebody has at a school or in the municipality, or that nobody has: a vacancy.

    `org` is a school or the municipality. `order` is the place in the chain where several share a role
    (1 is asked first). `group` is set for contact teachers and parent contacts.
    """

    id: str
    role: DutyRole
    org: str
    person: str | None
    from_: date | None = None
    until: date | None = None
    vacancy: bool = False
    order: int = 1
    group: str | None = None

    def holds(self, day: date) -> bool:
        return within(day, self.from_, self.until)


class Room(RosterFact):
    """A room where people can meet. `calm` marks one fit for a hard talk."""

    id: str
    school: str
    name: str
    seats: int | None = None
    calm: bool = False
    step_free: bool = False
    directions: str | None = None


class FreePeriod(RosterFact):
    """Days without school, first and last day included."""

    id: str
    title: str
    first: date
    last: date


class SchoolCalendar(RosterFact):
    """The days without school (skoleruta) beside weekends and public holidays, which the calendar knows."""

    periods: tuple[FreePeriod, ...] = ()

    def is_free(self, day: date) -> bool:
        return any(period.first <= day <= period.last for period in self.periods)
