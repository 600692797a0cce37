"""Schools, people, groups and rooms as a service keeps them: filled from the directory topic, words sealed.

Only intake changes the directory; all four services read it through this one reader (ADR 0004).
"""

import time
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel

from shared.calendar import SchoolCalendar
from shared.clock import Clock
from shared.contracts.directory import (
    ON_DUTY,
    ContactListedV1,
    ContactWords,
    DutyRole,
    GroupListedV1,
    GroupWords,
    PersonListedV1,
    PersonRemovedV1,
    PersonWords,
    RoomListedV1,
    RoomWords,
    SchoolListedV1,
    SchoolWords,
    duty_code,
)
from shared.contracts.envelope import Heard
from shared.errors import Hidden
from shared.messaging.consuming import On
from shared.storage.keys import ScopeKeys
from shared.storage.projection import Projection, Row

T = TypeVar("T")

FRESH_S = 2.0
CACHED = 50_000
LEADERS: tuple[DutyRole, ...] = ("rektor", "deputy")


class School(BaseModel):
    listed: SchoolListedV1
    words: SchoolWords

    @property
    def name(self) -> str:
        return self.words.name


class Room(BaseModel):
    listed: RoomListedV1
    words: RoomWords

    @property
    def name(self) -> str:
        return self.words.name


class Group(BaseModel):
    listed: GroupListedV1
    words: GroupWords

    @property
    def name(self) -> str:
        return self.words.name


class Person(BaseModel):
    """One person, with the name and telephone number as this service keeps them sealed."""

    listed: PersonListedV1
    words: PersonWords

    @property
    def id(self) -> str:
        return self.listed.person_id

    @property
    def name(self) -> str:
        return self.words.name

    @property
    def protected(self) -> bool:
        return self.listed.protection != "none"

    def away_on(self, day: date) -> bool:
        return any(absence.covers(day) for absence in self.listed.absences)

    def has_duty(self, role: DutyRole, school_id: str | None, day: date) -> bool:
        return any(
            duty.role == role and duty.school_id == school_id and duty.holds_on(day)
            for duty in self.listed.duties
        )

    def guardians_on(self, day: date) -> list[str]:
        """The guardians who are told and invited on that day (row L8); of a pupil."""
        return [link.person_id for link in self.listed.guardians if link.entitled_on(day)]


class Contact(BaseModel):
    listed: ContactListedV1
    words: ContactWords


class Directory:
    """The reader, and the reactions that fill it (`subscriptions`). Answers may be 2 s old."""

    def __init__(
        self, database: Any, *, keys: ScopeKeys, with_contacts: bool = False, clock: Clock | None = None
    ) -> None:
        """`clock`: where staff are offered as a choice, so that a guest whose time is over is none."""
        self.schools = Projection(database, "schools", School, keys=keys, scope_of=lambda _: "directory")
        self.rooms = Projection(database, "rooms", Room, keys=keys, scope_of=lambda _: "directory")
        self.groups = Projection(database, "groups", Group, keys=keys, scope_of=lambda _: "directory")
        self.people = Projection(database, "people", Person, keys=keys)
        self.contacts = Projection(database, "contacts", Contact, keys=keys) if with_contacts else None
        self._cache: dict[tuple[str, str], tuple[float, Any]] = {}
        self._clock = clock

    async def prepare(self) -> None:
        for field in ("duties", "groups", "guardians", "schools"):
            await self.people.index(field)
        await self.rooms.index("school_id")
        await self.groups.index("school_id")

    # --- questions ---------------------------------------------------------------------------------

    async def school(self, school_id: str) -> School:
        found: School = _there(await self._one(self.schools, school_id))
        return found

    async def room(self, room_id: str) -> Room:
        found: Room = _there(await self._one(self.rooms, room_id))
        return found

    async def group(self, group_id: str) -> Group:
        found: Group = _there(await self._one(self.groups, group_id))
        return found

    async def person(self, person_id: str) -> Person:
        """One person; raises `Hidden` when the directory does not have them."""
        found: Person = _there(await self._one(self.people, person_id))
        return found

    async def people_by_id(self, ids: Iterable[str]) -> dict[str, Person]:
        return await self.people.get_many(ids)

    async def contact(self, person_id: str) -> Contact | None:
        """How to write to a person; None where there is no record. Only where contacts are kept (notify)."""
        assert self.contacts is not None
        found: Contact | None = await self._one(self.contacts, person_id)
        return found

    async def pupils_in(self, group_id: str) -> list[Person]:
        return list((await self.people.find({"groups": group_id, "kinds": "pupil"})).values())

    async def pupils_of(self, guardian_id: str) -> list[Person]:
        """The pupils this person is, or was, a guardian of; ask `guardians_on` for a day."""
        return list((await self.people.find({"guardians": guardian_id})).values())

    async def staff_at(self, school_id: str) -> list[Person]:
        query = {"schools": school_id, "kinds": "staff"}
        found: list[Person] = await self._several(self.people, f"staff:{school_id}", query)
        if self._clock is None:
            return found
        now = self._clock.now()
        return [one for one in found if not one.listed.has_left_by(now)]

    async def rooms_at(self, school_id: str) -> list[Room]:
        found: list[Room] = await self._several(self.rooms, school_id, {"school_id": school_id})
        return found

    async def groups_at(self, school_id: str) -> list[Group]:
        found: list[Group] = await self._several(self.groups, school_id, {"school_id": school_id})
        return found

    async def with_duty(self, role: DutyRole, school_id: str | None, day: date) -> list[Person]:
        """Who has this duty on that day, in the order of their steps; the absent included."""
        code = duty_code(role, school_id)
        found: list[Person] = await self._several(self.people, code, {"duties": code})
        holders = [person for person in found if person.has_duty(role, school_id, day)]
        return sorted(holders, key=lambda person: (_step(person, role, school_id), person.id))

    async def on_duty(self, school_id: str, day: date) -> Person | None:
        """Who has the municipality's telephone that day, when pupils are not at this school (row P10).

        None on school days, and where the rota has nobody: then the school's own leadership goes on.
        """
        found: list[Person] = await self._several(self.people, ON_DUTY, {"duties": ON_DUTY})
        holders = sorted((one for one in found if one.listed.on_duty_on(day)), key=lambda one: one.id)
        if not holders:
            return None
        closed = (await self.school(school_id)).listed.closed_days
        if SchoolCalendar(frozenset(closed)).is_school_day(day):
            return None
        return next((one for one in holders if not one.away_on(day)), None)

    async def parent_contacts_of(self, group_id: str, day: date) -> list[Person]:
        """The parent contacts of a class on that day: agenda and practicalities, never a case (row R48)."""
        group = await self.group(group_id)
        found = await self.with_duty("parent_contact", group.listed.school_id, day)
        return [
            one
            for one in found
            if any(
                duty.role == "parent_contact" and duty.group_id == group_id and duty.holds_on(day)
                for duty in one.listed.duties
            )
        ]

    async def leader_of(self, school_id: str, day: date) -> Person:
        """Whoever has it today: the duty contact in the holidays, the rektor, the stand-in, the deputy.

        Raises `Hidden` if nobody does.
        """
        on_duty = await self.on_duty(school_id, day)
        if on_duty is not None:
            return on_duty
        away: list[Person] = []
        for role in LEADERS:
            for person in await self.with_duty(role, school_id, day):
                if not person.away_on(day):
                    return person
                away.append(person)
        for person in away:
            if person.listed.stand_in_id is not None:
                return await self.person(person.listed.stand_in_id)
        if away:
            return away[0]
        raise Hidden

    async def leaders_of(self, school_id: str, day: date) -> list[Person]:
        """Rektor and deputies, present or away."""
        return [person for role in LEADERS for person in await self.with_duty(role, school_id, day)]

    async def owner_contacts(self, day: date) -> list[Person]:
        """The school owner's contacts in the order of the chain, the absent included (C9)."""
        return [
            *await self.with_duty("school_owner", None, day),
            *await self.with_duty("owner_deputy", None, day),
        ]

    # --- reactions ---------------------------------------------------------------------------------

    def subscriptions(self) -> list[On[Any]]:
        """What fills the directory; add these to the service's own subscriptions."""
        found: list[On[Any]] = [
            On(SchoolListedV1, batch=self.when_schools_listed),
            On(RoomListedV1, batch=self.when_rooms_listed),
            On(GroupListedV1, batch=self.when_groups_listed),
            On(PersonListedV1, batch=self.when_people_listed),
            On(PersonRemovedV1, react=self.when_person_removed),
        ]
        if self.contacts is not None:
            found.append(On(ContactListedV1, batch=self.when_contacts_listed))
        return found

    async def when_schools_listed(self, heard: Sequence[Heard[SchoolListedV1]]) -> None:
        await self.schools.put(
            [Row(h.event.school_id, h.seq, School(listed=h.event, words=h.words), {}) for h in heard]
        )

    async def when_rooms_listed(self, heard: Sequence[Heard[RoomListedV1]]) -> None:
        rows = [
            Row(h.event.room_id, h.seq, Room(listed=h.event, words=h.words), {"school_id": h.event.school_id})
            for h in heard
        ]
        await self.rooms.put(rows)

    async def when_groups_listed(self, heard: Sequence[Heard[GroupListedV1]]) -> None:
        rows = [
            Row(
                h.event.group_id,
                h.seq,
                Group(listed=h.event, words=h.words),
                {"school_id": h.event.school_id},
            )
            for h in heard
        ]
        await self.groups.put(rows)

    async def when_people_listed(self, heard: Sequence[Heard[PersonListedV1]]) -> None:
        await self.people.put([_person_row(h) for h in heard])

    async def when_person_removed(self, heard: Heard[PersonRemovedV1]) -> None:
        await self.people.remove(heard.event.person_id, heard.seq)

    async def when_contacts_listed(self, heard: Sequence[Heard[ContactListedV1]]) -> None:
        assert self.contacts is not None
        await self.contacts.put(
            [Row(h.event.person_id, h.seq, Contact(listed=h.event, words=h.words), {}) for h in heard]
        )

    # --- a small cache -----------------------------------------------------------------------------

    async def _one(self, projection: Projection[Any], id_: str) -> Any:
        key = (projection.name, id_)
        found = self._fresh(key)
        if found is None:
            found = await projection.get(id_)
            if found is not None:
                self._keep(key, found)
        return found

    async def _several(self, projection: Projection[Any], name: str, query: dict[str, str]) -> list[Any]:
        """The rows of a question that many pages ask; whoever gets them must not change the list."""
        key = (f"{projection.name}*", name)
        found = self._fresh(key)
        if found is None:
            found = list((await projection.find(query)).values())
            self._keep(key, found)
        return list(found)

    def _fresh(self, key: tuple[str, str]) -> Any:
        kept = self._cache.get(key)
        return kept[1] if kept is not None and kept[0] > time.monotonic() else None

    def _keep(self, key: tuple[str, str], value: Any) -> None:
        if len(self._cache) >= CACHED:
            self._cache.clear()
        self._cache[key] = (time.monotonic() + FRESH_S, value)


def _person_row(heard: Heard[PersonListedV1]) -> Row[Person]:
    listed = heard.event
    clear = {
        "kinds": list(listed.kinds),
        "schools": list(listed.school_ids),
        "groups": list(listed.group_ids),
        "guardians": [link.person_id for link in listed.guardians],
        "duties": listed.duty_codes(),
    }
    return Row(listed.person_id, heard.seq, Person(listed=listed, words=heard.words), clear)


def _step(person: Person, role: DutyRole, school_id: str | None) -> int:
    return min(d.step for d in person.listed.duties if d.role == role and d.school_id == school_id)


def _there(found: T | None) -> T:
    if found is None:
        raise Hidden
    return found
