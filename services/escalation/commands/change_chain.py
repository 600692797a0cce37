"""Order: notices go down other steps from now on, for the municipality or for one school."""

from collections.abc import Sequence

from services.escalation.domain.chain import Link
from services.escalation.storage.house import Escalation
from shared.clock import OSLO
from shared.errors import Hidden, Refusal


async def change_chain(
    school_id: str | None, links: Sequence[Link] | None, *, by: str, house: Escalation
) -> None:
    """A new edition; notices on their way keep their chain. None goes by the place above again.

    Raises a `Refusal` that names the step: nobody, the same person twice, deputies in a ring, or somebody
    who is no contact of the school owner.
    """
    if school_id is not None and school_id not in await house.directory.schools.find({}):
        raise Hidden
    now = house.clock.now()
    contacts = await house.directory.owner_contacts(now.astimezone(OSLO).date())
    known = {one.id for one in contacts}
    for number, link in enumerate(links or ()):
        for field, person_id in (("person_id", link.person_id), ("deputy_id", link.deputy_id)):
            if person_id is not None and person_id not in known:
                raise Refusal("not-a-contact", fields={f"steps.{number}.{field}": "not-a-contact"})
    stand_ins = {one.id: one.listed.stand_in_id for one in contacts if one.listed.stand_in_id}
    await house.books.change_chains(
        lambda book: book.change(school_id, links, by=by, at=now, stand_ins=stand_ins), by=by
    )
