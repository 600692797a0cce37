"""What a roster says, as entries of the directory."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar, cast, get_args, overload

from services.intake.domain.directory_entry import (
    ListedContact,
    ListedGroup,
    ListedPerson,
    ListedRoom,
    ListedSchool,
    directory_id,
)
from services.intake.domain.roster import Duty as RosterDuty
from services.intake.domain.roster import Guardianship, Identity, Person, Roster
from shared.contracts.directory import (
    Absence,
    ContactListedV1,
    ContactWords,
    Duty,
    DutyRole,
    GroupListedV1,
    GroupWords,
    GuardianLink,
    PersonListedV1,
    PersonWords,
    RoomListedV1,
    RoomWords,
    SchoolListedV1,
    SchoolWords,
    Training,
)

_SATURDAY = 5
_DUTIES = frozenset(get_args(DutyRole))

T = TypeVar("T")

Hashing = Callable[[Identity], str]
"""The keyed hash under which an identity is stored."""


class Made(Sequence[T]):
    """Entries that are made when they are looked at: of a hundred thousand families only some at a time."""

    def __init__(self, of: Sequence[Person], make: Callable[[Person], T]) -> None:
        self._of, self._make = of, make

    def __len__(self) -> int:
        return len(self._of)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return [self._make(one) for one in self._of[place]]
        return self._make(self._of[place])


@dataclass
class Entries:
    """The whole directory as one roster has it."""

    schools: list[ListedSchool] = field(default_factory=list)
    rooms: list[ListedRoom] = field(default_factory=list)
    groups: list[ListedGroup] = field(default_factory=list)
    people: Sequence[ListedPerson] = ()
    contacts: Sequence[ListedContact] = ()
    withdrawn: list[ListedContact] = field(default_factory=list)
    """Contacts without address of protected people: they only ever take the place of one that was there."""
    removed: list[str] = field(default_factory=list)
    """Ids of the people whose row says that they are to be deleted."""


def entries_of(roster: Roster, hashing: Hashing) -> Entries:
    """Translate a roster; the same roster gives equal entries with the same ids."""
    reader = _Reader(roster, hashing)
    written_to = [one for one in roster.people.values() if one.kinds != {"pupil"}]
    return Entries(
        schools=list(reader.schools()),
        rooms=list(reader.rooms()),
        groups=list(reader.groups()),
        people=Made(list(roster.people.values()), reader.person),
        contacts=Made([one for one in written_to if one.protection == "none"], reader.contact),
        withdrawn=[reader.contact(one) for one in written_to if one.protection != "none"],
        removed=[directory_id("person", id_) for file, id_ in roster.removed if file == "users.csv"],
    )


class _Reader:
    def __init__(self, roster: Roster, hashing: Hashing) -> None:
        self._roster = roster
        self._hashing = hashing
        self._guardians: dict[str, list[Guardianship]] = defaultdict(list)
        for guardianship in roster.guardianships:
            self._guardians[guardianship.pupil].append(guardianship)
        self._duties: dict[str, list[RosterDuty]] = defaultdict(list)
        for duty in roster.duties:
            if duty.person is not None:
                self._duties[duty.person].append(duty)
        self._schools: dict[str, dict[str, None]] = defaultdict(dict)
        self._groups: dict[str, dict[str, None]] = defaultdict(dict)
        self._place_people()

    def schools(self) -> Iterator[ListedSchool]:
        closed = tuple(sorted(self._closed_days()))
        for school in self._roster.schools.values():
            id_ = directory_id("school", school.id)
            listed = SchoolListedV1(school_id=id_, language=school.language, closed_days=closed)
            yield ListedSchool(id=id_, listed=listed, words=SchoolWords(name=school.name, phone=school.phone))

    def rooms(self) -> Iterator[ListedRoom]:
        for room in self._roster.rooms:
            id_ = directory_id("room", room.id)
            school_id = directory_id("school", room.school)
            listed = RoomListedV1(room_id=id_, school_id=school_id, seats=room.seats)
            yield ListedRoom(id=id_, listed=listed, words=RoomWords(name=room.name))

    def groups(self) -> Iterator[ListedGroup]:
        for group in self._roster.groups.values():
            id_ = directory_id("group", group.id)
            listed = GroupListedV1(
                group_id=id_,
                school_id=directory_id("school", group.school),
                grade=group.grades[0] if group.grades else None,
            )
            yield ListedGroup(id=id_, listed=listed, words=GroupWords(name=group.title))

    def person(self, person: Person) -> ListedPerson:
        id_ = directory_id("person", person.id)
        listed = PersonListedV1(
            person_id=id_,
            kinds=tuple(sorted(person.kinds)),
            language=person.language,
            protection=person.protection,
            school_ids=tuple(directory_id("school", school) for school in self._schools[person.id]),
            group_ids=tuple(directory_id("group", group) for group in self._groups[person.id]),
            guardians=tuple(_link(one) for one in self._guardians[person.id]),
            duties=tuple(self._duty(one) for one in self._duties[person.id] if one.role in _DUTIES),
            absences=_absences(person),
            stand_in_id=directory_id("person", person.deputy) if person.deputy else None,
        )
        words = PersonWords(given_name=person.given_name, family_name=person.family_name, phone=person.phone)
        hashes = tuple(self._hashing(one) for one in person.identities) if person.enabled else ()
        born = person.birth_date if "pupil" in person.kinds else None
        return ListedPerson(
            id=id_, listed=listed, words=words, identities=hashes, training=_training(person), born=born
        )

    def contact(self, person: Person) -> ListedContact:
        """The address of one who gets letters; a protected person's without an address."""
        person_id = directory_id("person", person.id)
        email = person.email if person.protection == "none" else None
        listed = ContactListedV1(person_id=person_id, channel="mail" if email else "paper")
        id_ = directory_id("contact", person.id)
        return ListedContact(id=id_, listed=listed, words=ContactWords(email=email))

    def _place_people(self) -> None:
        grade_of = {klass: grade.id for grade in self._roster.groups.values() for klass in grade.classes}
        for enrollment in sorted(self._roster.enrollments, key=lambda one: not one.primary):
            self._schools[enrollment.person][enrollment.school] = None
            if enrollment.role == "pupil":
                self._groups[enrollment.person][enrollment.group] = None
                if enrollment.group in grade_of:
                    self._groups[enrollment.person][grade_of[enrollment.group]] = None
        for person, duties in self._duties.items():
            for duty in duties:
                if duty.org in self._roster.schools and duty.role != "parent_contact":
                    self._schools[person][duty.org] = None

    def _duty(self, duty: RosterDuty) -> Duty:
        return Duty(
            role=cast("DutyRole", duty.role),
            school_id=directory_id("school", duty.org) if duty.org in self._roster.schools else None,
            group_id=directory_id("group", duty.group) if duty.group else None,
            since=duty.from_,
            until=duty.until,
            step=duty.order,
        )

    def _closed_days(self) -> Iterator[date]:
        for period in self._roster.calendar.periods:
            for number in range((period.last - period.first).days + 1):
                day = period.first + timedelta(days=number)
                if day.weekday() < _SATURDAY:
                    yield day


def _link(guardianship: Guardianship) -> GuardianLink:
    return GuardianLink(
        person_id=directory_id("person", guardianship.guardian),
        relation=guardianship.relation,
        responsibility=guardianship.parental_responsibility,
        since=guardianship.from_,
        until=guardianship.until,
    )


def _training(person: Person) -> tuple[Training, ...]:
    return () if person.trained_on is None else (Training(since=person.trained_on, way="brought"),)


def _absences(person: Person) -> tuple[Absence, ...]:
    if person.absent_from is None:
        return ()
    return (Absence(since=person.absent_from, until=person.absent_until),)
