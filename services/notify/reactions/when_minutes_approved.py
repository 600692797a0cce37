"""The minutes of a meeting are approved: each party is told, those who were not there their own way.

In a case the letter is a pointer, and the version of each lies behind the login (R12). A group's letter
holds what everyone may read, once for each who was invited (R56). Unknown counts as absent.
"""

from datetime import timedelta

from services.notify.domain.facts import Facts
from services.notify.storage.post import GroupWords, Post
from shared.clock import OSLO
from shared.contracts.envelope import Heard
from shared.contracts.meetings import CAME, CaseMinutesApprovedV1, GroupMinutesApprovedV1
from shared.storage.projection import Row

OF_USE_FOR = timedelta(days=14)


async def when_case_minutes_approved(heard: Heard[CaseMinutesApprovedV1], *, post: Post) -> None:
    event = heard.event
    if heard.republished:
        return
    known = await post.known.get(event.meeting_id)
    held_at = known.at if known is not None and known.at is not None else event.at
    facts = Facts(
        contact_id=event.contact_id,
        path=f"/meetings/{event.meeting_id}/minutes",
        meeting_id=event.meeting_id,
        minutes_id=event.minutes_id,
        day=held_at.astimezone(OSLO).date(),
        next_day=event.next_meeting_on,
    )
    await post.add(
        post.letter(
            "minutes-ready" if party.status in CAME else "minutes-ready-absent",
            heard,
            to=party.person_id,
            facts=facts.model_copy(update={"side": party.side}),
            useless_after=event.at + OF_USE_FOR,
        )
        for party in event.parties
    )


async def when_group_minutes_approved(heard: Heard[GroupMinutesApprovedV1], *, post: Post) -> None:
    event = heard.event
    if heard.republished:
        return
    words = GroupWords(minutes=heard.words)
    await post.words.put([Row(event.minutes_id, heard.seq, words, {}, scope=event.case_id)])
    facts = Facts(
        contact_id=event.contact_id,
        path=f"/meetings/{event.meeting_id}/minutes",
        meeting_id=event.meeting_id,
        minutes_id=event.minutes_id,
        group_id=event.group_id,
        words_id=event.minutes_id,
        day=event.held_on,
        next_day=event.evaluation_on,
    )
    await post.add(
        post.letter(
            "group-minutes-present" if party.status in CAME else "group-minutes-absent",
            heard,
            to=party.person_id,
            facts=facts.model_copy(update={"side": party.side}),
            useless_after=event.at + OF_USE_FOR,
        )
        for party in event.parties
    )
