"""What the API says of a meeting and its minutes, to staff who may see the case."""

from datetime import date, datetime

from pydantic import BaseModel

from services.meetings.domain.content import Content
from services.meetings.domain.gaps import gaps_in
from services.meetings.domain.group_plan import GroupPlan
from services.meetings.domain.invitation import Delivery
from services.meetings.domain.meeting import Meeting, Status
from services.meetings.domain.minutes import Addendum, Minutes
from services.meetings.storage.house import House
from shared.contracts.meetings import Answer, Attendance, MeetingKind, Mode, Side


class Asked(BaseModel):
    """One person who is asked to come, with their answer and how they came."""

    person_id: str
    side: Side
    role: str
    invitation_id: str | None = None
    revision: int = 0
    answer: Answer | None = None
    interpreter: str | None = None
    support_person: bool = False
    proposed: str | None = None
    delivery: Delivery | None = None
    attendance: Attendance = "unknown"


class MeetingView(BaseModel):
    meeting_id: str
    case_id: str
    school_id: str
    group_id: str | None
    kind: MeetingKind
    status: Status
    starts_at: datetime
    ends_at: datetime
    mode: Mode
    room_id: str | None
    place: str | None
    urgent: bool
    contact_id: str
    approved_by: str | None
    calendar_uid: str
    sequence: int
    participants: list[Asked]
    plan: GroupPlan | None


class MinutesView(BaseModel):
    """The minutes as the school has them; `missing` as of now for a draft, as approved afterwards."""

    minutes_id: str
    meeting_id: str
    status: str
    stage: str
    edition: int
    content: Content
    missing: list[str]
    approved_by: str | None
    approved_at: datetime | None
    next_meeting_on: date | None
    no_next_meeting: str | None
    additions: list[Addendum]


async def meeting_view(meeting: Meeting, house: House) -> MeetingView:
    invitations = await house.invitations_to(meeting.id)
    asked = []
    for one in meeting.participants:
        shown = Asked(
            person_id=one.person_id,
            side=one.side,
            role=one.role,
            attendance=meeting.attendance.get(one.person_id, "unknown"),
        )
        invited = invitations.get(one.person_id)
        if invited is not None:
            shown.invitation_id, shown.revision = invited.id, invited.revision
            shown.answer, shown.interpreter = invited.answer, invited.interpreter
            shown.support_person, shown.proposed = invited.support_person, invited.proposed
            shown.delivery = invited.delivery
        asked.append(shown)
    told = meeting.model_dump(include=set(MeetingView.model_fields) - {"participants"})
    return MeetingView(meeting_id=meeting.id, calendar_uid=meeting.calendar_uid, participants=asked, **told)


def minutes_view(meeting: Meeting, minutes: Minutes) -> MinutesView:
    missing = [*minutes.missing] if minutes.is_approved else missing_now(meeting, minutes)
    return MinutesView(
        minutes_id=minutes.id,
        meeting_id=meeting.id,
        status=minutes.status,
        stage=minutes.stage,
        edition=minutes.edition,
        content=minutes.content,
        missing=missing,
        approved_by=minutes.approved_by,
        approved_at=minutes.approved_at,
        next_meeting_on=minutes.next_meeting_on,
        no_next_meeting=minutes.no_next_meeting,
        additions=minutes.addenda,
    )


def missing_now(meeting: Meeting, minutes: Minutes) -> list[str]:
    """What is missing in a draft at this moment."""
    return gaps_in(meeting, minutes.content, meeting.attended())
