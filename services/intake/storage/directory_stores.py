"""The directory as intake owns it: an aggregate for each school, room, group, person and address."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from services.intake.domain.directory_entry import (
    ListedContact,
    ListedGroup,
    ListedPerson,
    ListedRoom,
    ListedSchool,
)
from shared.contracts.directory import ON_DUTY
from shared.kernel import Kernel


@dataclass(frozen=True)
class Around:
    """Everyone who has, had or will have such a duty; the grants say from when to when."""

    leadership: Sequence[ListedPerson]
    contact_teachers: Sequence[ListedPerson]
    on_the_rota: Sequence[ListedPerson]


class DirectoryStores:
    """Everything listed. What is read here is never behind; pages read the projection, which is quicker."""

    def __init__(self, kernel: Kernel) -> None:
        self.schools = kernel.store("listed_schools", ListedSchool)
        self.rooms = kernel.store("listed_rooms", ListedRoom)
        self.groups = kernel.store("listed_groups", ListedGroup)
        self.people = kernel.store("listed_people", ListedPerson)
        self.contacts = kernel.store("listed_contacts", ListedContact)

    async def prepare(self) -> None:
        for one in ("identities", "guardians", "duties", "groups", "duty_groups", "schools"):
            await self.people.index(one)

    async def who_signs_in_as(self, identity: str) -> ListedPerson | None:
        """The person with this keyed hash of an identity."""
        found = await self.people.find({"identities": identity}, limit=1)
        return found[0] if found else None

    async def person(self, person_id: str) -> ListedPerson | None:
        found = await self.people.get(person_id)
        return None if found is None or found.removed else found

    async def leadership_of(self, school_id: str) -> list[ListedPerson]:
        """Everyone who is, was or will be rektor or deputy there."""
        codes = [f"{role}:{school_id}" for role in ("rektor", "deputy")]
        return await self.people.find({"duties": {"$in": codes}})

    async def owner_contacts(self) -> list[ListedPerson]:
        """Everyone who is, was or will be a contact of the school owner."""
        codes = [f"{role}:municipality" for role in ("school_owner", "owner_deputy")]
        return await self.people.find({"duties": {"$in": codes}})

    async def on_the_rota(self) -> list[ListedPerson]:
        """Everyone who has, had or will have the municipality's telephone in the holidays."""
        return await self.people.find({"duties": ON_DUTY})

    async def around(self, school_id: str, group_ids: Collection[str]) -> Around:
        """Who may have to do with a case at that school by their duties, asked for at once."""
        leading = {f"{role}:{school_id}" for role in ("rektor", "deputy")}
        either: list[dict[str, object]] = [{"duties": {"$in": [*sorted(leading), ON_DUTY]}}]
        if group_ids:
            either.append({"duty_groups": {"$in": list(group_ids)}})
        found = await self.people.find({"$or": either})
        codes = {one.id: {*one.listed.duty_codes()} for one in found}
        return Around(
            leadership=[one for one in found if codes[one.id] & leading],
            contact_teachers=[
                one
                for one in found
                if any(d.role == "contact_teacher" and d.group_id in group_ids for d in one.listed.duties)
            ],
            on_the_rota=[one for one in found if ON_DUTY in codes[one.id]],
        )

    async def parent_contacts_of(self, group_id: str) -> list[ListedPerson]:
        """Everyone who is, was or will be parent contact of the group."""
        found = await self.people.find({"duty_groups": group_id})
        return [one for one in found if any(d.role == "parent_contact" for d in one.listed.duties)]

    async def pupils_in(self, group_id: str) -> list[ListedPerson]:
        return await self.people.find({"groups": group_id, "kinds": "pupil"})

    async def people_by_id(self, ids: Iterable[str]) -> dict[str, ListedPerson]:
        found = await self.people.find({"_id": {"$in": list(dict.fromkeys(ids))}})
        return {one.id: one for one in found if not one.removed}
