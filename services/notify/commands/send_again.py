"""Somebody wants a letter sent once more: a new letter with the same to tell, the old one is done with."""

from datetime import timedelta

from services.notify.domain.address import address_id
from services.notify.domain.letter import Letter, letter_id
from services.notify.storage.post import Post, machine_now
from shared.errors import Conflict, Hidden

OF_USE_FOR = timedelta(days=2)


async def send_again(old_id: str, *, by: str, post: Post) -> str:
    """The new letter's id; pressed twice it is one. A mailbox that was dead is tried again.

    Raises `Conflict` when the letter is on its way, or what it tells of is over.
    """
    old = await post.letters.get(old_id)
    if old is None:
        raise Hidden
    now = post.clock.now()
    starts_at = old.facts.starts_at
    if old.is_open or (starts_at is not None and now >= starts_at):
        raise Conflict("letter-not-again")
    contact = await post.directory.contact(old.person_id)
    email = None if contact is None else contact.words.email
    if email is not None and await post.addresses.get(address_id(old.person_id)) is not None:
        await post.addresses.change(address_id(old.person_id), lambda it: it.try_again(email))
    again = Letter(
        id=letter_id(f"{old.id}:again", old.person_id),
        name=old.name,
        person_id=old.person_id,
        cause=old.cause,
        case_id=old.case_id,
        school_id=old.school_id,
        facts=old.facts,
        made_at=now,
        useless_after=starts_at or max(old.useless_after, now + OF_USE_FOR),
        try_at=machine_now(),
    )
    await post.add([again])
    await post.letters.change(old.id, lambda it: it.sent_again(again.id, by=by, at=now), by=by)
    return again.id
