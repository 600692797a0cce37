"""The case as somebody reads it up before a meeting, and who of the school has not opened it (R23).

Nobody confirms anything: that the page was opened is in the log of looks, like every look.
"""

from dataclasses import dataclass
from datetime import datetime

from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.domain.people import on_side
from services.meetings.queries.agenda import Examination, agenda
from services.meetings.storage.house import House
from services.meetings.storage.known import KnownFact, Pointer
from shared.contracts.intake import MeasureChangedV1

PAGE = "GET /meetings/{meeting_id}/overview"
_MOST = 300


@dataclass(frozen=True)
class OpenTask:
    """Something that is still to be done about a meeting of the case: what, and where it is done."""

    key: str
    meeting_id: str
    starts_at: datetime


@dataclass(frozen=True)
class Overview:
    """Everything newest first, but what is to be done in the order of the meetings."""

    happened: list[Pointer]
    tasks: list[OpenTask]
    last_minutes: Meeting | None
    measures: list[MeasureChangedV1]
    examined: list[Examination]
    facts: list[KnownFact]


async def overview(meeting: Meeting, *, house: House) -> Overview:
    """What is known here of the meeting's case."""
    case = {"case_id": meeting.case_id}
    happened = await house.pointers.find(case, sort=[("at", -1)], limit=_MOST)
    meetings = await house.meetings.find(case, sort=[("starts_at", 1)], limit=_MOST)
    invitations = await house.invitations.find(case)
    minutes = await house.minutes.find(case)
    when = {one.id: one.starts_at for one in meetings}
    by_meeting = [
        *((key, one.id) for one in meetings for key in one.open_tasks),
        *((key, one.meeting_id) for one in invitations for key in one.open_tasks),
        *((key, one.meeting_id) for one in minutes for key in one.open_tasks),
    ]
    tasks = [
        OpenTask(key, meeting_id, when[meeting_id]) for key, meeting_id in by_meeting if meeting_id in when
    ]
    return Overview(
        happened=[*happened.values()],
        tasks=sorted(tasks, key=lambda one: (one.starts_at, one.key)),
        last_minutes=_last(meetings, minutes),
        measures=[*(await house.measures.find(case)).values()],
        examined=await agenda(meeting, house=house),
        facts=await facts_of(meeting, house=house),
    )


async def facts_of(meeting: Meeting, *, house: House) -> list[KnownFact]:
    """The facts that stand in the meeting's own case, and no other (R40, R41)."""
    found = await house.facts.find({"case_id": meeting.case_id})
    return sorted(found.values(), key=lambda one: (one.occurred_on is None, one.occurred_on, one.fact_id))


async def who_has_not_read(meeting: Meeting, *, house: House) -> list[str]:
    """Those from the school who have not opened the overview since the meeting was called."""
    looks = await house.looks.looks_at(meeting.case_id)
    read = {one.person_id for one in looks if one.route == PAGE and one.at >= meeting.called_at}
    return [one.person_id for one in on_side(meeting.participants, "school") if one.person_id not in read]


async def was_rung(meeting: Meeting, *, house: House) -> bool:
    """Whether somebody at home has been reached by telephone in this case."""
    calls = await house.pointers.find({"case_id": meeting.case_id, "code": "contact-logged"})
    return any(one.detail == "phone" for one in calls.values())


def _last(meetings: list[Meeting], minutes: list[Minutes]) -> Meeting | None:
    approved = {one.meeting_id for one in minutes if one.is_approved}
    return next((one for one in reversed(meetings) if one.id in approved), None)
