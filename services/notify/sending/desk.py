"""What is known at the moment of sending, asked for a whole batch of letters with a few questions."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from services.notify.domain.address import Address, address_id
from services.notify.domain.kinds import KINDS
from services.notify.domain.letter import Letter
from services.notify.domain.verdict import Recipient, Standing, any_of
from services.notify.domain.wishes import Wishes, wishes_id
from services.notify.storage.post import GroupWords, Post
from shared.contracts.access import AccessSnapshotV1, Grant
from shared.directory import Contact, Person


@dataclass(frozen=True)
class Known:
    """The state of things for one batch."""

    people: dict[str, Person]
    contacts: dict[str, Contact]
    addresses: dict[str, Address]
    wishes: dict[str, Wishes]
    cases: dict[str, AccessSnapshotV1]
    grants: dict[tuple[str, str], list[Grant]]
    words: dict[str, GroupWords]

    def reader(self, letter: Letter) -> Recipient | None:
        """What counts about the reader; None while the directory does not have them."""
        person = self.people.get(letter.person_id)
        if person is None:
            return None
        contact = self.contacts.get(letter.person_id)
        mail = contact.words.email if contact is not None and contact.listed.channel == "mail" else None
        known = self.addresses.get(letter.person_id)
        return Recipient(
            is_guardian="guardian" in person.listed.kinds,
            protected=person.protected,
            address=mail,
            listed=contact is not None,
            address_frozen=mail is not None and known is not None and known.is_frozen(mail),
            refuses=(wish := self.wishes.get(letter.person_id)) is not None and wish.refuses(letter.name),
            address_dead=mail is not None and known is not None and known.is_dead(mail),
        )

    def standing(self, letter: Letter, now: datetime) -> Standing | None:
        """What the last snapshot of the case says of the reader; None while none has come."""
        snapshot = self.cases.get(letter.case_id)
        if snapshot is None:
            return None
        grants = self.grants.get((letter.case_id, letter.person_id), [])
        return Standing(
            home_held=snapshot.home_held,
            of_the_home=any_of([grant.relation for grant in grants]),
            entitled=any(grant.holds_at(now) for grant in grants),
        )


async def look_up(post: Post, letters: Sequence[Letter]) -> Known:
    """Ask all that is needed to decide on these letters; raises `Unavailable`."""
    assert post.directory.contacts is not None
    readers = {letter.person_id for letter in letters}
    optional = {letter.person_id for letter in letters if KINDS[letter.name].optional}
    people, contacts, addresses, wishes, words, cases = await asyncio.gather(
        post.directory.people_by_id(readers),
        post.directory.contacts.get_many(readers),
        post.addresses.find({"_id": {"$in": [address_id(reader) for reader in readers]}}),
        post.wishes.find({"_id": {"$in": [wishes_id(one) for one in optional]}}) if optional else _none(),
        post.words.get_many({one.facts.words_id for one in letters if one.facts.words_id is not None}),
        post.access.snapshots({one.case_id for one in letters}),
    )
    return Known(
        people=people,
        contacts=contacts,
        wishes={one.person_id: one for one in wishes},
        addresses={one.person_id: one for one in addresses},
        cases=cases,
        grants=_by_reader(cases, readers),
        words=words,
    )


async def _none() -> list[Wishes]:
    return []


def _by_reader(
    cases: Mapping[str, AccessSnapshotV1], readers: Collection[str]
) -> dict[tuple[str, str], list[Grant]]:
    found: dict[tuple[str, str], list[Grant]] = {}
    for case_id, snapshot in cases.items():
        for grant in snapshot.grants:
            if grant.person_id in readers:
                found.setdefault((case_id, grant.person_id), []).append(grant)
    return found
