"""Something is there to read after a meeting: what happens meanwhile (R24), the answer to criticism (R20)."""

from datetime import timedelta

from services.notify.domain.facts import Facts
from services.notify.storage.post import Post
from shared.clock import OSLO
from shared.contracts.envelope import Heard
from shared.contracts.meetings import CriticismAnsweredV1, MeanwhileToldV1

OF_USE_FOR = timedelta(days=14)


async def when_meanwhile_told(heard: Heard[MeanwhileToldV1], *, post: Post) -> None:
    await _tell("meanwhile-ready", heard, post)


async def when_criticism_answered(heard: Heard[CriticismAnsweredV1], *, post: Post) -> None:
    await _tell("answer-ready", heard, post)


async def _tell(name: str, heard: Heard[MeanwhileToldV1] | Heard[CriticismAnsweredV1], post: Post) -> None:
    """One letter each, a pointer: what it is about lies behind the login."""
    event = heard.event
    if heard.republished:
        return
    known = await post.known.get(event.meeting_id)
    held_at = known.at if known is not None and known.at is not None else event.at
    facts = Facts(
        contact_id=event.contact_id,
        path=f"/meetings/{event.meeting_id}/minutes",
        meeting_id=event.meeting_id,
        day=held_at.astimezone(OSLO).date(),
    )
    await post.add(
        post.letter(name, heard, to=person_id, facts=facts, useless_after=event.at + OF_USE_FOR)
        for person_id in event.person_ids
    )
