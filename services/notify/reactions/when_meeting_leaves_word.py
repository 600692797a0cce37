"""Something is there to read after a meeting.

What happens meanwhile (R24), the answer to criticism (R20), a draft to comment on, an addition (R11).
"""

from datetime import date, timedelta
from typing import Any

from services.notify.domain.facts import Facts
from services.notify.storage.post import Post
from shared.clock import OSLO
from shared.contracts.envelope import Heard
from shared.contracts.meetings import (
    CriticismAnsweredV1,
    GroupReminderDueV1,
    MeanwhileToldV1,
    MinutesAddedToV1,
    MinutesSharedV1,
    OtherWayDoneV1,
)
from shared.errors import NotYet

OF_USE_FOR = timedelta(days=14)


async def when_meanwhile_told(heard: Heard[MeanwhileToldV1], *, post: Post) -> None:
    await _tell("meanwhile-ready", heard, post)


async def when_criticism_answered(heard: Heard[CriticismAnsweredV1], *, post: Post) -> None:
    await _tell("answer-ready", heard, post)


async def when_minutes_shared(heard: Heard[MinutesSharedV1], *, post: Post) -> None:
    await _tell("minutes-to-read", heard, post, next_day=heard.event.comment_by)


async def when_minutes_added_to(heard: Heard[MinutesAddedToV1], *, post: Post) -> None:
    await _tell("minutes-added-to", heard, post)


async def when_group_reminder_due(heard: Heard[GroupReminderDueV1], *, post: Post) -> None:
    """To everybody who may come; of no use when the meeting has begun (R47)."""
    event = heard.event
    if heard.republished:
        return
    known = await post.known.get(event.meeting_id)
    if known is None or known.at is None:
        raise NotYet(event.meeting_id)
    facts = Facts(
        contact_id=event.contact_id,
        path=f"/meetings/{event.meeting_id}",
        meeting_id=event.meeting_id,
        group_id=event.group_id,
        starts_at=known.at,
        room_id=event.room_id,
    )
    await post.add(
        post.letter("group-reminder", heard, to=person_id, facts=facts, useless_after=known.at)
        for person_id in event.person_ids
    )


async def when_other_way_done(heard: Heard[OtherWayDoneV1], *, post: Post) -> None:
    """A letter to all the parents of a group is there to read; the other ways have spoken for themselves."""
    event = heard.event
    if heard.republished:
        return
    facts = Facts(
        contact_id=event.contact_id, path=f"/meetings/other-ways/{event.way_id}", group_id=event.group_id
    )
    await post.add(
        post.letter("group-letter", heard, to=person_id, facts=facts, useless_after=event.at + OF_USE_FOR)
        for person_id in event.person_ids
    )


async def _tell(name: str, heard: Heard[Any], post: Post, *, next_day: date | None = None) -> None:
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
        next_day=next_day,
    )
    await post.add(
        post.letter(name, heard, to=person_id, facts=facts, useless_after=event.at + OF_USE_FOR)
        for person_id in event.person_ids
    )
