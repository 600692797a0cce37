"""What the directory says of one school, room, group, person or address: said again only when it changes."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from pydantic import Field

from shared.contracts.directory import (
    ContactListedV1,
    ContactWords,
    GroupListedV1,
    GroupWords,
    PersonListedV1,
    PersonRemovedV1,
    PersonWords,
    RoomListedV1,
    RoomWords,
    SchoolListedV1,
    SchoolWords,
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

    def clear(self) -> Mapping[str, Any]:
        if self.removed:
            return {}
        return {
            "identities": list(self.identities),
            "kinds": list(self.listed.kinds),
            "schools": list(self.listed.school_ids),
            "groups": list(self.listed.group_ids),
            "guardians": [link.person_id for link in self.listed.guardians],
            "duties": self.listed.duty_codes(),
            "duty_groups": sorted({duty.group_id for duty in self.listed.duties if duty.group_id}),
        }

    def listed_as(self, new: Self) -> None:
        self.identities, self.removed = new.identities, False
        self.training = _together(self.training, new.training)
        super().listed_as(new)

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
        self.listed = self.listed.model_copy(update={"school_ids": (), "group_ids": (), "duties": ()})
        if self.listed.kinds == ("staff",):
            self.identities = ()
        self.say()
        return True

    def remove(self) -> bool:
        """Leave the directory; False when that has happened already."""
        if self.removed:
            return False
        self.removed, self.identities = True, ()
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
    return learnt and bool(there.model_dump(exclude=without) == entry.model_dump(exclude=without))


def what_differs(there: Any, entry: Any) -> tuple[str, ...]:
    """The names of the fields in which two entries differ, in the alphabet's order."""
    before, after = _flat(there), _flat(entry)
    return tuple(sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)))


def _flat(entry: Any) -> dict[str, Any]:
    told = entry.model_dump(exclude={"id", "heard", "training"})
    return {**told.pop("listed"), **told.pop("words"), **told}


DirectoryEntry = ListedSchool | ListedRoom | ListedGroup | ListedPerson | ListedContact
