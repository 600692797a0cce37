"""A promise is about to break, or has broken: whoever gave it is told, and whoever is asked instead."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from services.notify.domain.facts import Facts, Promise
from services.notify.storage.post import Known, Post
from shared.contracts.envelope import Heard
from shared.contracts.escalation import ClockOverdueV1, ClockStartedV1, ClockWarnedV1
from shared.storage.projection import Row

OF_USE_FOR = timedelta(days=2)
TOLD_OWNER_AT_STEP = 3

# What was promised, by the clock's code; what is not here is "something to do".
PROMISES: Mapping[str, Promise] = {
    "C1": "call",
    "C2": "meet",
    "C3": "write",
    "C4": "meet",
    "C5": "write",
    "C7": "write",
    "C8": "decide",
    "C11": "write",
    "tomorrow": "look-after",
}


async def when_clocks_started(heard: Sequence[Heard[ClockStartedV1]], *, post: Post) -> None:
    """Remember who promised, to tell "you promised" from "somebody promised, and now we ask you"."""
    await post.known.put(
        [Row(one.event.clock_id, one.seq, Known(owner_id=one.event.owner_id), {}) for one in heard]
    )


async def when_clock_warned(heard: Heard[ClockWarnedV1], *, post: Post) -> None:
    if not heard.republished:
        until = max(heard.event.due_at, heard.event.at + timedelta(minutes=5))
        await _tell("promise-about-to-break", heard, post, until=until)


async def when_clock_overdue(heard: Heard[ClockOverdueV1], *, post: Post) -> None:
    if not heard.republished:
        await _tell("promise-overdue", heard, post, until=heard.event.at + OF_USE_FOR)


async def _tell(
    name: str, heard: Heard[ClockWarnedV1] | Heard[ClockOverdueV1], post: Post, *, until: datetime
) -> None:
    event = heard.event
    known = await post.known.get(event.clock_id)
    owner_id = None if known is None else known.owner_id
    facts = Facts(
        at=event.due_at,
        path=_where(event),
        side="school",
        promise=PROMISES.get(event.clock, "other"),
    )
    await post.add(
        post.letter(
            name,
            heard,
            to=person_id,
            facts=facts.model_copy(
                update={"promised_by_id": None if owner_id in (None, person_id) else owner_id}
            ),
            useless_after=until,
        )
        for person_id in dict.fromkeys(event.tell)
        # Who reads it in a digest gets no letter of its own.
        if person_id not in (event.digested if isinstance(event, ClockOverdueV1) else ())
    )


def _where(event: ClockWarnedV1 | ClockOverdueV1) -> str:
    """Where the promise is kept: a contact of the school owner sees notices, and never the case's page."""
    if event.clock in ("C9", "next-action"):
        return f"/notices/{event.subject_id}"
    if event.clock == "decision":
        asked_again = isinstance(event, ClockOverdueV1) and event.step >= TOLD_OWNER_AT_STEP
        return "/notices" if asked_again else f"/notices/decide/{event.case_id}"
    return f"/cases/{event.case_id}"
