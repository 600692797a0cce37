"""Everything valid that one set of roster files said."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from services.intake.domain.roster.people import Guardianship, Person
from services.intake.domain.roster.places import (
    Duty,
    Enrollment,
    Group,
    Municipality,
    Room,
    School,
    SchoolCalendar,
)
from services.intake.domain.roster.refusals import FileCount, RefusedRow

Mode = Literal["bulk", "delta"]


@dataclass(frozen=True)
class Roster:
    """The valid part of a roster, with a report of the rest.

    All references inside it resolve: a person, school or group that is named is also there. The order is
    the order of the files, so the same files give an equal roster.
    """

    municipalities: Mapping[str, Municipality] = field(default_factory=dict)
    schools: Mapping[str, School] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    enrollments: tuple[Enrollment, ...] = ()
    guardianships: tuple[Guardianship, ...] = ()
    duties: tuple[Duty, ...] = ()
    rooms: tuple[Room, ...] = ()
    calendar: SchoolCalendar = field(default_factory=SchoolCalendar)
    refused: tuple[RefusedRow, ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    """`(file, sourcedId)` of rows marked `tobedeleted`."""
    counts: Mapping[str, FileCount] = field(default_factory=dict)
    modes: Mapping[str, Mode] = field(default_factory=dict)
    """What manifest.csv says of each file; a file it does not name is a whole one (bulk)."""

    whole: bool | None = False
    """Whether users.csv tells of everybody, so that who is not in it has left. None: it means to, but some
    of its rows were refused, and who is missing may stand in one of them."""

    def summary(self) -> dict[str, int]:
        """How many of each thing, for the import's page and its log line. Numbers only."""
        kinds = Counter(kind for person in self.people.values() for kind in person.kinds)
        return {
            "schools": len(self.schools),
            "people": len(self.people),
            "pupils": kinds["pupil"],
            "guardians": kinds["guardian"],
            "staff": kinds["staff"],
            "groups": len(self.groups),
            "enrollments": len(self.enrollments),
            "guardianships": len(self.guardianships),
            "duties": len(self.duties),
            "rooms": len(self.rooms),
            "free_periods": len(self.calendar.periods),
            "removed": len(self.removed),
            "refused": sum(1 for one in self.refused if one.scope != "field"),
            "fields_refused": sum(1 for one in self.refused if one.scope == "field"),
        }
