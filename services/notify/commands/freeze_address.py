"""Somebody who got a letter says that it is not for them: the address is frozen, and the school rings (P12).

What we then say (undeliverable, `not-for-me`) makes escalation keep the record with its 72-hour clock.
"""

from services.notify.domain.address import Address, address_id
from services.notify.storage.post import Post
from shared.errors import Hidden
from shared.links import Link


async def freeze_address(link: Link, *, post: Post) -> None:
    """Freeze where that letter went; twice is once. Raises `Hidden` when there is no such letter."""
    letter = await post.letters.get(link.subject_id)
    if letter is None or letter.person_id != link.person_id:
        raise Hidden
    now = post.clock.now()
    owner = await post.leader_of(letter.case_id, letter.school_id)
    reached = letter.sent_to or await _address_now(letter.person_id, post)
    if reached is not None:
        await post.addresses.change(
            address_id(letter.person_id),
            lambda it: it.freeze(reached, now),
            new=lambda: Address(id=address_id(letter.person_id), person_id=letter.person_id),
        )
    await post.letters.change(letter.id, lambda it: it.not_for_the_reader(at=now, owner_id=owner.id))


async def _address_now(person_id: str, post: Post) -> str | None:
    contact = await post.directory.contact(person_id)
    return None if contact is None else contact.words.email
