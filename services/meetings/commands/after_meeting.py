"""After a meeting: a talk among staff that ends in tasks, somebody who looks in, two questions."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from services.meetings.commands.follow_up import owner_of_gaps, raise_once
from services.meetings.domain.debrief import Debrief
from services.meetings.domain.follow_up import FollowUp
from services.meetings.domain.kinds import KINDS
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.domain.people import on_side
from services.meetings.domain.pulse import Pulse, Score
from services.meetings.storage.house import House
from shared.calendar import add_working_days, end_of_day
from shared.errors import Hidden, Refusal

Id = Annotated[str, Field(max_length=60)]


class TaskAgreed(BaseModel):
    """What somebody does next. Without owner or date it is the case owner's, for tomorrow (R35)."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    what: Annotated[str, Field(min_length=1, max_length=2000)]
    who_id: Id | None = None
    by: date | None = None


class HoldDebrief(BaseModel):
    """What a debrief leaves behind: the plan of the next meeting, and tasks. Nothing else has a field."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    next_plan: Annotated[str, Field(max_length=2000)] | None = None
    tasks: Annotated[list[TaskAgreed], Field(max_length=20)] = []


async def offer_debrief(meeting: Meeting, *, house: House) -> None:
    """Offered when a meeting with a home has ended; after a hard one a colleague looks in (P22)."""
    if not on_side(meeting.participants, "home"):
        return
    now = house.clock.now()
    colleague = await _colleague(meeting, house) if await _was_hard(meeting, house) else None
    await house.debriefs.change(
        Debrief.id_for(meeting.id),
        lambda it: it.offer(contact_id=meeting.contact_id, colleague_id=colleague, at=now),
        new=lambda: Debrief.of(meeting),
    )


async def hold_debrief(meeting: Meeting, told: HoldDebrief, *, by: str, house: House) -> None:
    """It was held; plan and tasks are records of the case, with owner and date. Again is once."""
    now = house.clock.now()
    school = {one.person_id for one in on_side(meeting.participants, "school")}
    if any(one.who_id is not None and one.who_id not in school for one in told.tasks):
        raise Refusal("debrief", fields={"tasks": "not-a-choice"})
    owner_id, tomorrow = await owner_of_gaps(meeting, house), add_working_days(now, 1).at
    tasks = [*told.tasks, *([TaskAgreed(what=told.next_plan)] if told.next_plan else [])]
    for one in tasks:
        made = FollowUp.of(
            meeting,
            "debrief",
            one.what,
            text=one.what,
            owner_id=one.who_id or owner_id,
            due_at=end_of_day(one.by) if one.by else tomorrow,
            by=by,
            at=now,
        )
        await raise_once(made, house)
    await house.debriefs.change(
        Debrief.id_for(meeting.id),
        lambda it: it.hold(by=by, at=now),
        new=lambda: Debrief.of(meeting),
        by=by,
    )


async def look_in(meeting: Meeting, *, by: str, house: House) -> None:
    now = house.clock.now()
    await house.debriefs.change(Debrief.id_for(meeting.id), lambda it: it.looked_in(by=by, at=now), by=by)


async def answer_pulse(
    meeting: Meeting, *, heard: Score | None, safe: Score | None, by: str, house: House
) -> None:
    """A parent's own answers, who was asked to the meeting; leaving both out stores nothing."""
    if by not in {one.person_id for one in on_side(meeting.participants, "home")}:
        raise Hidden
    if heard is None and safe is None:
        return
    now = house.clock.now()
    leader_id = (await house.access.snapshot(meeting.case_id)).leader_id
    if leader_id is None:
        leader_id = (await house.directory.leader_of(meeting.school_id, house.today())).id
    await house.pulses.change(
        Pulse.id_for(meeting.id, by),
        lambda it: it.answer(heard, safe, leader_id=leader_id, at=now),
        new=lambda: Pulse.of(meeting, by),
        by=by,
    )


async def hear_out(meeting_id: str, person_id: str, *, by: str, house: House) -> None:
    """The leader has talked with a parent who answered low."""
    now = house.clock.now()
    await house.pulses.change(
        Pulse.id_for(meeting_id, person_id), lambda it: it.heard_out(by=by, at=now), by=by
    )


async def _was_hard(meeting: Meeting, house: House) -> bool:
    """By its kind, or because the parties did not agree or criticism was raised; never by who was there."""
    if meeting.is_group or KINDS[meeting.kind].hard:
        return True
    minutes = await house.minutes.get(Minutes.id_for(meeting.id))
    return minutes is not None and (minutes.content.apart or bool(minutes.content.criticism))


async def _colleague(meeting: Meeting, house: House) -> str | None:
    """Somebody in leadership who was not in the room; else the leader all the same."""
    snapshot, today = await house.access.snapshot(meeting.case_id), house.today()
    if snapshot.leader_id is not None:
        return snapshot.leader_id
    was_there = {one.person_id for one in meeting.participants}
    leaders = await house.directory.leaders_of(meeting.school_id, today)
    away = (one.id for one in leaders if one.id not in was_there and not one.away_on(today))
    return next(away, None) or (await house.directory.leader_of(meeting.school_id, today)).id
