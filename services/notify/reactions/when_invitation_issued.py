"""One person is invited, told of another time, or told that it is off: one letter of their own (R6)."""

import asyncio
from typing import Literal

from services.notify.domain.facts import Change, Facts
from services.notify.domain.letter import Letter
from services.notify.storage.post import Post
from shared.contracts.envelope import Heard
from shared.contracts.meetings import InvitationIssuedV1
from shared.errors import NotYet

LetterName = Literal["meeting-invitation", "staff-invitation", "group-invitation"]


async def when_invitation_issued(heard: Heard[InvitationIssuedV1], *, post: Post) -> None:
    event = heard.event
    if heard.republished:
        return
    name = _letter_for(event)
    if name == "group-invitation" and await post.words.get(event.meeting_id) is None:
        raise NotYet(event.meeting_id)
    earlier = await _earlier(heard, post) if event.revision > 1 else []
    told = max(earlier, key=lambda one: one.facts.revision, default=None)
    previous = None if told is None else told.facts.starts_at
    moved = previous is not None and previous != event.starts_at and event.method == "request"
    change: Change = "cancelled" if event.method == "cancel" else "moved" if moved else "new"
    facts = Facts(
        contact_id=event.contact_id,
        path=f"/meetings/{event.meeting_id}",
        meeting_id=event.meeting_id,
        invitation_id=event.invitation_id,
        revision=event.revision,
        side=event.side,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        previous_starts_at=previous if moved else None,
        mode=event.mode,
        room_id=event.room_id,
        change=change,
        calendar_uid=event.calendar_uid,
        sequence=event.sequence,
        group_id=event.group_id,
        words_id=event.meeting_id if name == "group-invitation" else None,
    )
    letter = post.letter(name, heard, to=event.person_id, facts=facts, useless_after=event.starts_at)
    await post.add([letter])
    await asyncio.gather(*(post.letters.change(one.id, Letter.superseded) for one in earlier if one.is_open))


def _letter_for(event: InvitationIssuedV1) -> LetterName:
    if event.side == "school":
        return "staff-invitation"
    # That a meeting is off needs no purpose and no agenda, also where a group was invited.
    return "group-invitation" if event.kind == "group" and event.method == "request" else "meeting-invitation"


async def _earlier(heard: Heard[InvitationIssuedV1], post: Post) -> list[Letter]:
    found = await post.letters.find({"invitation_id": heard.event.invitation_id})
    return [one for one in found if one.facts.revision < heard.event.revision]
