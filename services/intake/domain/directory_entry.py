"""What the directory says of one school, room, group, person or address: said again only when it changes."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Self

from pydantic import Field

from services.intake.domain.given_duty import Relief, duties_with
from shared.contracts.directory import (
    ContactListedV1,
    ContactWords,
    Duty,
    GroupListedV1,
    GroupWords,
    GuardianLink,
    PersonListedV1,
    PersonRemovedV1,
    PersonWords,
    RoomListedV1,
    RoomWords,
    SchoolListedV1,
    SchoolWords,
    Shift,
    Training,
)
from shared.contracts.envelope import Contract, Words
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

SCOPE = "directory"


def directory_id(kind: str, sourced_id: str) -> str:
    """The identifier of what the roster calls `sourced_id`: the same at every import."""
    return derived_id(kind, "roster", sourced_id)


class _Entry(Aggregate):
    listed: Contract
    words: Words

    def listed_as(self, new: Self) -> None:
        """Take over what the roster says now."""
        self.listed, self.words = new.listed, new.words
        self.say()

    def says(self) -> tuple[Contract, Words]:
        """The event of the present state; also what is said again when everything is republished."""
        return self.listed, self.words

    def say(self) -> None:
        self._record(*self.says())


class ListedSchool(_Entry):
    listed: SchoolListedV1
    words: SchoolWords

    def scope(self) -> str:
        return SCOPE


class ListedRoom(_Entry):
    listed: RoomListedV1
    words: RoomWords

    def scope(self) -> str:
        return SCOPE


class ListedGroup(_Entry):
    listed: GroupListedV1
    words: GroupWords

    def scope(self) -> str:
        return SCOPE


class ListedPerson(_Entry):
    """A person, and the keyed hashes of the identities they may sign in with (never the identities)."""

    listed: PersonListedV1
    words: PersonWords
    identities: tuple[str, ...] = ()
    removed: bool = False
    training: tuple[Training, ...] = ()
    """Earned here or brought in by a roster; no roster takes it away."""
    given: tuple[Duty, ...] = ()
    """Duties that were given here, whatever a roster says (row P9)."""
    reliefs: tuple[Relief, ...] = ()
    """Duties that were ended here, for a time or for good."""
    told: tuple[Duty, ...] | None = None
    """The duties as a roster has them; None where nothing was given or ended here."""
    said_by_roster: tuple[GuardianLink, ...] | None = None
    """The guardians as a roster has them; None where the school has settled nothing by the register (L8)."""
    born: date | None = None
    """Of a pupil: what decides when the pupil decides (§ 24-5). Told to nobody."""
    guest: bool = False
    """Let in by a school for a time (row P7); in no roster, so no import takes them away."""

    def clear(self) -> Mapping[str, Any]:
        if self.removed:
            return {}
        return {
            "identities": list(self.identities),
            "guest": self.guest,
            "kinds": list(self.listed.kinds),
            "schools": list(self.listed.school_ids),
            "groups": list(self.listed.group_ids),
            "guardians": [link.person_id for link in self.listed.guardians],
            "duties": self.listed.duty_codes(),
            "duty_groups": sorted({duty.group_id for duty in self.listed.duties if duty.group_id}),
        }

    def listed_as(self, new: Self) -> None:
        self.identities, self.removed, self.born = new.identities, False, new.born
        self.training = _together(self.training, new.training)
        shifts = self.listed.shifts
        self.said_by_roster = new.said_by_roster
        self.listed, self.words = new.listed.model_copy(update={"shifts": shifts}), new.words
        self.told = None
        self._settle_duties()

    def as_roster(self) -> Self:
        """What a roster has said of this person, without what was decided here."""
        duties = self.listed.duties if self.told is None else self.told
        listed = self.listed.model_copy(update={"duties": duties, "shifts": ()})
        return self.model_copy(update={"listed": listed, "given": (), "reliefs": (), "told": None})

    def give(self, duty: Duty) -> None:
        """A duty from a day on; given again with other dates, the new ones count."""
        same = (duty.role, duty.school_id, duty.since)
        self.given = (*(one for one in self.given if (one.role, one.school_id, one.since) != same), duty)
        self._settle_duties()

    def relieve(self, relief: Relief) -> None:
        """A duty ends, for a time or for good; the same again changes nothing."""
        if relief not in self.reliefs:
            self.reliefs = (*self.reliefs, relief)
            self._settle_duties()

    def take_shift(self, shift: Shift) -> None:
        """The telephone in the holidays (row P10); a shift from the same day takes the former's place."""
        others = [one for one in self.listed.shifts if one.since != shift.since]
        shifts = tuple(sorted([*others, shift], key=lambda one: one.since))
        if shifts != self.listed.shifts:
            self.listed = self.listed.model_copy(update={"shifts": shifts})
            self.say()

    def drop_shift(self, since: date) -> None:
        """Somebody else has it; the second time changes nothing."""
        shifts = tuple(one for one in self.listed.shifts if one.since != since)
        if shifts != self.listed.shifts:
            self.listed = self.listed.model_copy(update={"shifts": shifts})
            self.say()

    @property
    def said_guardians(self) -> tuple[GuardianLink, ...]:
        """Whose child the roster says that this is, whatever the school has settled."""
        return self.listed.guardians if self.said_by_roster is None else self.said_by_roster

    def with_guardians(self, guardians: tuple[GuardianLink, ...]) -> Self:
        """The same pupil with the guardians that were settled on, and what the roster says kept beside."""
        said = self.said_guardians
        kept = said if guardians != said else None
        listed = self.listed.model_copy(update={"guardians": guardians})
        return self.model_copy(update={"listed": listed, "said_by_roster": kept})

    def take_guardians(self, guardians: tuple[GuardianLink, ...]) -> None:
        """From now on these count; the same again changes nothing."""
        new = self.with_guardians(guardians)
        if new.listed != self.listed or new.said_by_roster != self.said_by_roster:
            self.listed, self.said_by_roster = new.listed, new.said_by_roster
            self.say()

    def end_stay(self, at: datetime) -> None:
        """A guest is not let in from this moment on; it ends earlier, never later."""
        if self.listed.here_until is None or self.listed.here_until > at:
            self.listed = self.listed.model_copy(update={"here_until": at})
            self.identities = ()
            self.say()

    def _settle_duties(self) -> None:
        if self.given or self.reliefs:
            self.told = self.listed.duties if self.told is None else self.told
            duties = duties_with(self.told, self.given, self.reliefs)
            self.listed = self.listed.model_copy(update={"duties": duties})
        self.say()

    def says(self) -> tuple[PersonListedV1, PersonWords]:
        training = self.training if "staff" in self.listed.kinds else None
        return self.listed.model_copy(update={"training": training}), self.words

    def train(self, training: Training) -> None:
        """From now on this person may open cases; the same again changes nothing."""
        if training not in self.training:
            self.training = _together(self.training, (training,))
            self.say()

    @property
    def is_placed(self) -> bool:
        """Whether the directory says that this person goes to or works at a school."""
        return bool(self.listed.school_ids or self.listed.group_ids or self.listed.duties)

    def leave(self) -> bool:
        """Gone from the schools, while a case still names this person; False when that is so already."""
        if self.removed or not self.is_placed:
            return False
        gone = {"school_ids": (), "group_ids": (), "duties": (), "shifts": ()}
        self.listed = self.listed.model_copy(update=gone)
        self.given, self.reliefs, self.told = (), (), None
        if self.listed.kinds == ("staff",):
            self.identities = ()
        self.say()
        return True

    def remove(self) -> bool:
        """Leave the directory; False when that has happened already."""
        if self.removed:
            return False
        self.removed, self.identities, self.born = True, (), None
        self._record(PersonRemovedV1(person_id=self.id))
        return True


def _together(there: Sequence[Training], new: Sequence[Training]) -> tuple[Training, ...]:
    return tuple(dict.fromkeys([*there, *new]))


class ListedContact(_Entry):
    """How one person can be written to. There is none for a protected person who never had one."""

    listed: ContactListedV1
    words: ContactWords = Field(default_factory=ContactWords)

    def scope(self) -> str:
        return self.listed.person_id


def same(there: Any, entry: Any) -> bool:
    """Whether the roster says of this entry what is there already."""
    # What somebody has learnt is no roster's to take away: it only ever adds.
    without = {"id", "heard", "training"}
    learnt = set(getattr(entry, "training", ())) <= set(getattr(there, "training", ()))
    there = _told_by_roster(there)
    return learnt and bool(there.model_dump(exclude=without) == entry.model_dump(exclude=without))


def what_differs(there: Any, entry: Any) -> tuple[str, ...]:
    """The names of the fields in which two entries differ, in the alphabet's order."""
    before, after = _flat(_told_by_roster(there)), _flat(entry)
    return tuple(sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)))


def _told_by_roster(there: Any) -> Any:
    return there.as_roster() if isinstance(there, ListedPerson) else there


def _flat(entry: Any) -> dict[str, Any]:
    told = entry.model_dump(exclude={"id", "heard", "training"})
    return {**told.pop("listed"), **told.pop("words"), **told}


DirectoryEntry = ListedSchool | ListedRoom | ListedGroup | ListedPerson | ListedContact
