"""What is known at the moment of sending, asked for a whole batch of letters with a few questions."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from services.notify.domain.address import Address, address_id
from services.notify.domain.letter import Letter
from services.notify.domain.verdict import Recipient, Standing, any_of
from services.notify.storage.post import GroupWords, Post
from shared.contracts.access import AccessSnapshotV1
from shared.directory import Contact, Person
from shared.errors import Hidden


@dataclass(frozen=True)
class Known:
    """The state of things for one batch."""

    people: dict[str, Person]
    contacts: dict[str, Contact]
    addresses: dict[str, Address]
    cases: dict[str, AccessSnapshotV1]
    words: dict[str, GroupWords]

    def reader(self, letter: Letter) -> Recipient | None:
        """What counts about the reader; None while the directory does not have them."""
        person = self.people.get(letter.person_id)
        if person is None:
            return None
        contact = self.contacts.get(letter.person_id)
        mail = contact.words.email if contact is not None and contact.listed.channel == "mail" else None
        frozen = self.addresses.get(letter.person_id)
        return Recipient(
            is_guardian="guardian" in person.listed.kinds,
            protected=person.protected,
            address=mail,
            address_frozen=mail is not None and frozen is not None and frozen.is_frozen(mail),
        )

    def standing(self, letter: Letter, now: datetime) -> Standing | None:
        """What the last snapshot of the case says of the reader; None while none has come."""
        snapshot = self.cases.get(letter.case_id)
        if snapshot is None:
            return None
        grants = [grant for grant in snapshot.grants if grant.person_id == letter.person_id]
        return Standing(
            home_held=snapshot.home_held,
            of_the_home=any_of([grant.relation for grant in grants]),
            entitled=any(grant.holds_at(now) for grant in grants),
        )


async def look_up(post: Post, letters: Sequence[Letter]) -> Known:
    """Ask all that is needed to decide on these letters; raises `Unavailable`."""
    assert post.directory.contacts is not None
    readers = {letter.person_id for letter in letters}
    people, contacts, addresses, words, cases = await asyncio.gather(
        post.directory.people_by_id(readers),
        post.directory.contacts.get_many(readers),
        post.addresses.find({"_id": {"$in": [address_id(reader) for reader in readers]}}),
        post.words.get_many({one.facts.words_id for one in letters if one.facts.words_id is not None}),
        asyncio.gather(*(_snapshot(post, case_id) for case_id in {one.case_id for one in letters})),
    )
    return Known(
        people=people,
        contacts=contacts,
        addresses={one.person_id: one for one in addresses},
        cases={one.case_id: one for one in cases if one is not None},
        words=words,
    )


async def _snapshot(post: Post, case_id: str) -> AccessSnapshotV1 | None:
    try:
        return await post.access.snapshot(case_id)
    except Hidden:
        return None
