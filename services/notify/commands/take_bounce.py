"""A letter came back: whoever leads the school rings, and a mailbox that is no more is not tried again."""

from services.notify.domain.address import Address, address_id
from services.notify.domain.letter import Letter
from services.notify.mail.reading.found import Bounced
from services.notify.storage.post import Post


async def take_bounce(letter: Letter, bounced: Bounced, *, post: Post) -> None:
    """The same bounce twice is one task. Raises `Hidden` while nobody leads the school."""
    now = post.clock.now()
    owner = await post.leader_of(letter.case_id, letter.school_id)
    if bounced.mailbox_is_dead and letter.sent_to is not None:
        await mark_dead(letter.person_id, letter.sent_to, post=post)
    await post.letters.change(letter.id, lambda it: it.bounced(bounced.status, at=now, owner_id=owner.id))


async def mark_dead(person_id: str, address: str, *, post: Post) -> None:
    """Take note that there is no such mailbox: what follows goes by hand, and never unnoticed."""
    now = post.clock.now()
    await post.addresses.change(
        address_id(person_id),
        lambda it: it.bounced(address, now),
        new=lambda: Address(id=address_id(person_id), person_id=person_id),
    )
