"""What intake says of schools, people, groups and rooms (state topic), and of addresses (notify alone).

Ids, codes and dates lie in clear; names, telephone numbers and addresses are sealed.
"""

from datetime import date, datetime
from typing import ClassVar, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.envelope import Contract, Words, WordsModel
from shared.contracts.topics import INTAKE_CONTACTS, INTAKE_DIRECTORY, Topic

Language = Literal["nb", "nn", "en"]
PersonKind = Literal["pupil", "guardian", "staff"]
Protection = Literal["none", "confidential", "strictly_confidential"]
DutyRole = Literal[
    "rektor",
    "deputy",
    "teacher",
    "contact_teacher",
    "social_teacher",
    "school_owner",
    "owner_deputy",
    "parent_contact",
    "administrator",
]


ON_DUTY = "duty_contact:municipality"
"""What those on the holiday rota are found by."""


def duty_code(role: DutyRole, school_id: str | None) -> str:
    """What those who have a duty are found by."""
    return f"{role}:{school_id or 'municipality'}"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class Duty(_Part):
    """What somebody answers for, where, and between which dates (the last day included)."""

    role: DutyRole
    school_id: str | None = Field(default=None, description="none: the whole municipality")
    group_id: str | None = None
    since: date | None = None
    until: date | None = None
    step: int = Field(default=1, description="place in the order of those with the same role, from 1")

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Training(_Part):
    """That somebody has learnt how to use this before their first case (forskrift § 20-2, row L9)."""

    since: date
    until: date | None = Field(default=None, description="the last day of a first week without the course")
    way: Literal["course", "leader", "brought"] = Field(
        description="finished the course; a leader lets begin; brought in with those who were here before"
    )

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


class GuardianLink(_Part):
    """One guardian of one pupil. `responsibility` is foreldreansvar (barnelova)."""

    person_id: str
    relation: str = Field(description="code: parent, foster, barnevern, …")
    responsibility: bool
    since: date | None = None
    until: date | None = None

    def entitled_on(self, day: date) -> bool:
        """Whether this guardian is told and invited on that day (row L8)."""
        within = (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
        return self.responsibility and within


class Absence(_Part):
    """Away from, until (both days included)."""

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


class Shift(_Part):
    """Has the municipality's telephone in the holidays, from, until (both days included; row P10)."""

    since: date
    until: date

    def holds_on(self, day: date) -> bool:
        return self.since <= day <= self.until


class SchoolWords(Words):
    name: str
    phone: str | None = None


class SchoolListedV1(Contract):
    """A school as the directory has it now."""

    type: ClassVar[str] = "samspill.intake.school-listed.v1"
    topic: ClassVar[Topic] = INTAKE_DIRECTORY
    words: ClassVar[WordsModel | None] = SchoolWords

    school_id: str
    language: Language = Field(description="the school's hovudmål")
    closed_days: tuple[date, ...] = Field(default=(), description="weekdays without school, by the skolerute")

    def key(self) -> str:
        return self.school_id


class RoomWords(Words):
    name: str


class RoomListedV1(Contract):
    """A room where meetings can be held."""

    type: ClassVar[str] = "samspill.intake.room-listed.v1"
    topic: ClassVar[Topic] = INTAKE_DIRECTORY
    words: ClassVar[WordsModel | None] = RoomWords

    room_id: str
    school_id: str
    seats: int | None = None

    def key(self) -> str:
        return self.room_id


class GroupWords(Words):
    name: str


class GroupListedV1(Contract):
    """A class or a grade."""

    type: ClassVar[str] = "samspill.intake.group-listed.v1"
    topic: ClassVar[Topic] = INTAKE_DIRECTORY
    words: ClassVar[WordsModel | None] = GroupWords

    group_id: str
    school_id: str
    grade: int | None = None

    def key(self) -> str:
        return self.group_id


class PersonWords(Words):
    given_name: str
    family_name: str
    phone: str | None = None

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


class PersonListedV1(Contract):
    """A person as the directory has them now: pupil, guardian, staff, or more than one of these."""

    type: ClassVar[str] = "samspill.intake.person-listed.v1"
    topic: ClassVar[Topic] = INTAKE_DIRECTORY
    words: ClassVar[WordsModel | None] = PersonWords

    person_id: str
    kinds: tuple[PersonKind, ...]
    language: Language | None = Field(default=None, description="own wish; else the school's")
    protection: Protection = "none"
    school_ids: tuple[str, ...] = ()
    group_ids: tuple[str, ...] = Field(default=(), description="the groups a pupil belongs to")
    guardians: tuple[GuardianLink, ...] = Field(default=(), description="of a pupil")
    duties: tuple[Duty, ...] = Field(default=(), description="of staff and parent contacts")
    absences: tuple[Absence, ...] = ()
    stand_in_id: str | None = Field(default=None, description="who takes over while this person is away")
    training: tuple[Training, ...] | None = Field(
        default=None,
        description="of staff; missing: said before it was asked for, which shuts out nobody",
    )

    shifts: tuple[Shift, ...] = Field(
        default=(), description="when this person has the telephone for schools whose pupils are away"
    )

    here_until: AwareDatetime | None = Field(
        default=None, description="of a guest whom a school has let in: not after this moment (row P7)"
    )

    def has_left_by(self, now: datetime) -> bool:
        """Whether this is a guest whose time is over."""
        return self.here_until is not None and self.here_until <= now

    def duty_codes(self) -> list[str]:
        """What this person is found by: each role and its school, and being on the holiday rota."""
        codes = {duty_code(duty.role, duty.school_id) for duty in self.duties}
        return sorted(codes | ({ON_DUTY} if self.shifts else set()))

    def on_duty_on(self, day: date) -> bool:
        """Whether this person has the municipality's telephone that day."""
        return any(one.holds_on(day) for one in self.shifts)

    def trained_on(self, day: date) -> bool:
        """Whether this person may open a case on that day."""
        return self.training is None or any(one.holds_on(day) for one in self.training)

    def key(self) -> str:
        return self.person_id


class PersonRemovedV1(Contract):
    """A person who is no longer in the directory."""

    type: ClassVar[str] = "samspill.intake.person-removed.v1"
    topic: ClassVar[Topic] = INTAKE_DIRECTORY

    person_id: str

    def key(self) -> str:
        return self.person_id


class ContactWords(Words):
    email: str | None = None


class ContactListedV1(Contract):
    """How a person can be written to. A protected person has no such record."""

    type: ClassVar[str] = "samspill.intake.contact-listed.v1"
    topic: ClassVar[Topic] = INTAKE_CONTACTS
    words: ClassVar[WordsModel | None] = ContactWords

    person_id: str
    channel: Literal["mail", "paper"]

    def key(self) -> str:
        return self.person_id
