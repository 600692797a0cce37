"""The roster a municipality gives us: read, checked, and turned into facts about people and places."""

from services.intake.domain.roster.merge import Taken, take_in
from services.intake.domain.roster.people import (
    Guardianship,
    Identity,
    Issuer,
    Kind,
    Language,
    Person,
    Protection,
    Relation,
)
from services.intake.domain.roster.places import (
    Duty,
    DutyRole,
    Enrollment,
    FreePeriod,
    Group,
    Municipality,
    Room,
    School,
    SchoolCalendar,
)
from services.intake.domain.roster.read_roster import FILES, read_roster
from services.intake.domain.roster.refusals import Code, FileCount, RefusedRow, Scope
from services.intake.domain.roster.roster import Mode, Roster
from services.intake.domain.roster.rows import Progress

__all__ = [
    "FILES",
    "Code",
    "Duty",
    "DutyRole",
    "Enrollment",
    "FileCount",
    "FreePeriod",
    "Group",
    "Guardianship",
    "Identity",
    "Issuer",
    "Kind",
    "Language",
    "Mode",
    "Municipality",
    "Person",
    "Progress",
    "Protection",
    "RefusedRow",
    "Relation",
    "Room",
    "Roster",
    "School",
    "SchoolCalendar",
    "Scope",
    "Taken",
    "read_roster",
    "take_in",
]
