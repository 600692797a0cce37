"""Somebody at the school has talked with the reader: "ring me" is answered."""

import asyncio

from services.notify.storage.post import Post
from shared.contracts.envelope import Heard
from shared.contracts.intake import ContactLoggedV1


async def when_contact_logged(heard: Heard[ContactLoggedV1], *, post: Post) -> None:
    event = heard.event
    if not event.reached:
        return
    asked = await post.letters.find(
        {"case_id": event.case_id, "person_id": event.person_id, "ring_asked": True}
    )
    await asyncio.gather(
        *(post.letters.change(one.id, lambda it: it.rung(by=event.by, at=event.at)) for one in asked)
    )
