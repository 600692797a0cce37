"""The roster while it is being read: what is known so far, and what must wait until everything is."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from services.intake.domain.roster.fields import Cells, identifier
from services.intake.domain.roster.people import Guardianship, Identity, Kind
from services.intake.domain.roster.places import Duty, Enrollment, Group, Municipality, Room, School
from services.intake.domain.roster.refusals import Code, Refused
from services.intake.domain.roster.rows import Tally


@dataclass
class PersonDraft:
    """A users row that was taken. Kinds, birth date and whom it points to come from other rows."""

    line: int
    values: dict[str, Any]
    agents: tuple[str, ...]
    deputy: str | None
    kinds: set[Kind] = field(default_factory=set)
    birth_date: date | None = None


@dataclass
class Draft:
    """Built up file by file by the `read_…` functions; one per import."""

    tally: Tally
    municipalities: dict[str, Municipality] = field(default_factory=dict)
    schools: dict[str, School] = field(default_factory=dict)
    sessions: dict[str, tuple[date | None, date | None]] = field(default_factory=dict)
    people: dict[str, PersonDraft] = field(default_factory=dict)
    identities: dict[Identity, str] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    enrollments: list[Enrollment] = field(default_factory=list)
    guardianships: list[tuple[int, Guardianship]] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    rooms: list[Room] = field(default_factory=list)

    def org(self, cells: Cells, column: str) -> str:
        """Read the id of a school or municipality that is known."""
        org = identifier(cells, column)
        if org not in self.schools and org not in self.municipalities:
            raise Refused(Code.UNKNOWN_ORG, column)
        return org

    def school(self, cells: Cells, column: str) -> str:
        school = identifier(cells, column)
        if school not in self.schools:
            raise Refused(Code.UNKNOWN_ORG, column)
        return school

    def person(self, cells: Cells, column: str) -> str:
        person = identifier(cells, column)
        if person not in self.people:
            raise Refused(Code.UNKNOWN_USER, column)
        return person

    def group(self, cells: Cells, column: str) -> str:
        group = identifier(cells, column)
        if group not in self.groups:
            raise Refused(Code.UNKNOWN_GROUP, column)
        return group
