"""Prepare a meeting: what happened and what follows, the talk card, and who looks after the pupil."""

from services.meetings.domain.in_preparation import PREPARE
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.people import on_side
from services.meetings.domain.preparing import Preparation
from services.meetings.domain.refusals import MeetingIsOver
from services.meetings.queries.before_meeting import missing_before
from services.meetings.queries.overview import facts_of, was_rung
from services.meetings.queries.who_may_come import school_side
from services.meetings.storage.house import House
from shared.errors import Refusal

# What is only to be thought of; the others are what the card is made of.
_NOT_OF_THE_CARD = frozenset({"call-first", "colleague", "mode-reason", "late-reason"})


async def prepare_meeting(meeting_id: str, told: Preparation, *, by: str, house: House) -> list[str]:
    """Keep it; the codes of what is still missing. Everything may be left open.

    A fact must stand in this meeting's own case, and whoever leads or looks after the pupil must be of those
    at the school who may know it: else `Refusal` (422).
    """
    now = house.clock.now()
    meeting = await house.meeting(meeting_id)
    if meeting.status not in ("draft", "called"):
        raise MeetingIsOver
    own = {one.fact_id for one in await facts_of(meeting, house=house)}
    if not {*told.facts} <= own:
        raise Refusal("meeting", fields={"facts": "not-found"})
    if told.lead_id and told.lead_id not in {
        one.person_id for one in on_side(meeting.participants, "school")
    }:
        raise Refusal("meeting", fields={"lead_id": "not-found"})
    if told.follow_up is not None:
        await _demand_colleague(told.follow_up.owner_id, meeting, house)
    await house.meetings.change(meeting_id, lambda it: it.prepare(told, by=by, at=now), by=by)
    there = await house.meeting(meeting_id)
    missing = await missing_before(there, house=house)
    if not {*missing} - _NOT_OF_THE_CARD and PREPARE in there.open_tasks:
        await house.meetings.change(meeting_id, lambda it: it.prepared(by=by, at=now), by=by)
    return missing


async def share_preparation(meeting_id: str, *, by: str, house: House, confirmed: bool = False) -> None:
    """Show the family what happened and what follows, behind their login (R10).

    Asks once, `AskedOnce("call-first")`, as long as nobody has reached the home by telephone.
    """
    now = house.clock.now()
    meeting = await house.meeting(meeting_id)
    rung = await was_rung(meeting, house=house)
    await house.meetings.change(
        meeting_id, lambda it: it.share(called_by_phone=rung, confirmed=confirmed, at=now), by=by
    )


async def note_followed_up(meeting_id: str, *, by: str, house: House) -> None:
    """The pupil has been looked after as agreed: the task is done."""
    now = house.clock.now()
    await house.meetings.change(meeting_id, lambda it: it.followed_up(by=by, at=now), by=by)


async def _demand_colleague(person_id: str, meeting: Meeting, house: House) -> None:
    snapshot = await house.access.snapshot(meeting.case_id)
    if person_id not in {one.person_id for one, _ in await school_side(house, snapshot)}:
        raise Refusal("meeting", fields={"follow_up_owner": "not-found"})
