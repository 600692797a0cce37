"""The tick "met at the gate" did not come: the colleague is written to, before everything else (P1)."""

from collections.abc import Sequence
from datetime import timedelta

from services.notify.domain.facts import Facts
from services.notify.storage.post import Known, Post
from shared.contracts.envelope import Heard
from shared.contracts.escalation import TomorrowMissedV1
from shared.contracts.intake import TomorrowPlannedV1
from shared.storage.projection import Row

OF_USE_FOR = timedelta(hours=8)


async def when_tomorrows_planned(heard: Sequence[Heard[TomorrowPlannedV1]], *, post: Post) -> None:
    """Remember when somebody was to be met: the letter says the time."""
    await post.known.put(
        [Row(one.event.card_id, one.seq, Known(at=one.event.starts_at), {}) for one in heard]
    )


async def when_tomorrow_missed(heard: Heard[TomorrowMissedV1], *, post: Post) -> None:
    event = heard.event
    if heard.republished:
        return
    known = await post.known.get(event.card_id)
    facts = Facts(
        at=known.at if known is not None and known.at is not None else event.at,
        path=f"/cases/{event.case_id}",
        side="school",
    )
    until = event.at + OF_USE_FOR
    await post.add(
        [post.letter("tomorrow-missed", heard, to=event.colleague_id, facts=facts, useless_after=until)]
    )
