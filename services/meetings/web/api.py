"""The JSON API of meetings: the same commands as the pages."""

from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.meetings.commands.accept_time import accept_time
from services.meetings.commands.add_to_minutes import add_to_minutes, agree_next_meeting
from services.meetings.commands.answer_invitation import AnswerInvitation, answer_invitation, invitation_for
from services.meetings.commands.approve_minutes import approve_minutes
from services.meetings.commands.approve_participants import approve_participants
from services.meetings.commands.call_group_meeting import CallGroupMeeting, call_group_meeting
from services.meetings.commands.call_meeting import CallMeeting, call_meeting, decides
from services.meetings.commands.cancel_meeting import cancel_meeting
from services.meetings.commands.change_participants import change_participants
from services.meetings.commands.decide_group_meeting import decide_group_meeting
from services.meetings.commands.hold_meeting import hold_meeting
from services.meetings.commands.invite import invite
from services.meetings.commands.move_meeting import MoveMeeting, move_meeting
from services.meetings.commands.prepare_meeting import prepare_meeting
from services.meetings.commands.write_minutes import write_minutes
from services.meetings.domain.content import Content
from services.meetings.domain.group_decision import Choice, Way
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.preparing import Preparation
from services.meetings.storage.house import House
from services.meetings.web.fields import Day
from services.meetings.web.guards import meeting_access
from services.meetings.web.views import MeetingView, MinutesView, meeting_view, minutes_view
from shared.contracts.intake import FactSource
from shared.contracts.meetings import Attendance
from shared.errors import Refusal
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import IdempotencyKey, scoped_key

PersonId = Annotated[str, Field(max_length=60)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


class Approval(_Body):
    """Who takes part from the school; nothing means as proposed."""

    school: Annotated[list[PersonId], Field(max_length=20)] | None = None
    confirmed: bool = False


class People(_Body):
    """Who takes part from the school from now on."""

    school: Annotated[list[PersonId], Field(min_length=1, max_length=20)]
    confirmed: bool = False


class Accepted(_Body):
    """A time that the school had offered, or that somebody proposed."""

    starts_at: AwareDatetime
    confirmed: bool = False


class Missing(BaseModel):
    """The codes of what is still missing before the meeting."""

    missing: list[str]


class Decision(_Body):
    """Whether a meeting for all the parents is right."""

    choice: Choice
    way: Way | None = None
    reason: Annotated[str, Field(max_length=2000)] | None = None


class Confirmation(_Body):
    """Answers what is asked once: only the leader's answer counts."""

    confirmed: bool = False


class WhoCame(_Body):
    """How each came, by person; the others keep what was said before."""

    attendance: Annotated[dict[PersonId, Attendance], Field(max_length=600)]


class Draft(_Body):
    """The whole draft, and the edition it was written on."""

    content: Content
    edition: int | None = None


class Addition(_Body):
    text: Annotated[str, Field(min_length=1, max_length=8000)]
    gap: Annotated[str, Field(max_length=60)] | None = None
    source: FactSource | None = None


class NextMeeting(_Body):
    """The next date, or why there is none."""

    on: Day | None = None
    reason: Annotated[str, Field(max_length=500)] | None = None


class Told(BaseModel):
    """How many were told something new."""

    told: int


class Saved(BaseModel):
    edition: int


class Approved(BaseModel):
    """What was missing when the minutes were approved."""

    missing: list[str]


def router(house: House) -> APIRouter:
    """Every route under `/api/meetings`."""
    made = GuardedRouter(prefix="/api/meetings", tags=["meetings"])
    _about_cases(made, house)
    _before(made, house)
    _after(made, house)
    return made


def _about_cases(made: GuardedRouter, house: House) -> None:
    @made.get("/cases/{case_id}", allow=case_access("see"))
    async def meetings_of_case(case_id: str) -> list[MeetingView]:
        found = await house.meetings.find({"case_id": case_id}, sort=[("starts_at", 1)], limit=200)
        return [await meeting_view(one, house) for one in found]

    @made.post("/cases/{case_id}", allow=case_access("write"), status_code=201)
    async def call(case_id: str, body: CallMeeting, key: IdempotencyKey, who: SignedIn) -> MeetingView:
        scoped = scoped_key(who.person_id, key)
        return await meeting_view(
            await call_meeting(case_id, body, key=scoped, by=who.person_id, house=house), house
        )

    @made.put("/cases/{case_id}/group-decision", allow=case_access("decide"), status_code=204)
    async def decide(case_id: str, body: Decision, who: SignedIn) -> Response:
        await decide_group_meeting(
            case_id, choice=body.choice, way=body.way, reason=body.reason, by=who.person_id, house=house
        )
        return Response(status_code=204)

    @made.post("/cases/{case_id}/group-meeting", allow=case_access("decide"), status_code=201)
    async def call_group(
        case_id: str, body: CallGroupMeeting, key: IdempotencyKey, who: SignedIn
    ) -> MeetingView:
        scoped = scoped_key(who.person_id, key)
        return await meeting_view(
            await call_group_meeting(case_id, body, key=scoped, by=who.person_id, house=house), house
        )


def _before(made: GuardedRouter, house: House) -> None:
    @made.get("/{meeting_id}", allow=meeting_access(staff="see"))
    async def show(request: Request) -> MeetingView:
        return await meeting_view(_meeting(request), house)

    @made.post("/{meeting_id}/participants", allow=meeting_access(staff="decide"))
    async def approve(meeting_id: str, body: Approval, who: SignedIn) -> MeetingView:
        return await meeting_view(
            await approve_participants(
                meeting_id, by=who.person_id, house=house, school=body.school, confirmed=body.confirmed
            ),
            house,
        )

    @made.post("/{meeting_id}/invitations", allow=meeting_access(staff="write"))
    async def send_invitations(request: Request) -> Told:
        return Told(told=await invite(_meeting(request), house=house))

    @made.put("/{meeting_id}/time", allow=meeting_access(staff="write"))
    async def move(meeting_id: str, body: MoveMeeting, who: SignedIn) -> MeetingView:
        return await meeting_view(await move_meeting(meeting_id, body, by=who.person_id, house=house), house)

    @made.put("/{meeting_id}/people", allow=meeting_access(staff="decide"))
    async def change_people(meeting_id: str, body: People, who: SignedIn) -> MeetingView:
        return await meeting_view(
            await change_participants(
                meeting_id, school=body.school, confirmed=body.confirmed, by=who.person_id, house=house
            ),
            house,
        )

    @made.post("/{meeting_id}/accepted-time", allow=meeting_access(staff="write"))
    async def accept(meeting_id: str, body: Accepted, who: SignedIn) -> MeetingView:
        return await meeting_view(
            await accept_time(
                meeting_id, body.starts_at, confirmed=body.confirmed, by=who.person_id, house=house
            ),
            house,
        )

    @made.put("/{meeting_id}/preparation", allow=meeting_access(staff="write"))
    async def prepare(meeting_id: str, body: Preparation, who: SignedIn) -> Missing:
        return Missing(missing=await prepare_meeting(meeting_id, body, by=who.person_id, house=house))

    @made.post("/{meeting_id}/cancellation", allow=meeting_access(staff="write"))
    async def cancel(meeting_id: str, who: SignedIn) -> MeetingView:
        return await meeting_view(await cancel_meeting(meeting_id, by=who.person_id, house=house), house)

    @made.put("/{meeting_id}/answer", allow=meeting_access(staff="see", family="practical"), status_code=204)
    async def answer(meeting_id: str, body: AnswerInvitation, who: SignedIn) -> Response:
        invitation = await invitation_for(meeting_id, who.person_id, house=house)
        await answer_invitation(invitation, body, by=who.person_id, house=house)
        return Response(status_code=204)


def _after(made: GuardedRouter, house: House) -> None:
    @made.put("/{meeting_id}/attendance", allow=meeting_access(staff="write"))
    async def attendance(meeting_id: str, body: WhoCame, who: SignedIn) -> MeetingView:
        return await meeting_view(
            await hold_meeting(meeting_id, body.attendance, by=who.person_id, house=house), house
        )

    @made.get("/{meeting_id}/minutes", allow=meeting_access(staff="see"))
    async def read(request: Request) -> MinutesView:
        meeting = _meeting(request)
        return minutes_view(meeting, await house.minutes_of(meeting))

    @made.put("/{meeting_id}/minutes", allow=meeting_access(staff="write"))
    async def write(request: Request, body: Draft, who: SignedIn) -> Saved:
        edition = await write_minutes(
            _meeting(request), body.content, by=who.person_id, house=house, seen=body.edition
        )
        return Saved(edition=edition)

    @made.post("/{meeting_id}/minutes/approval", allow=meeting_access(staff="write"))
    async def approve(
        request: Request, meeting_id: str, who: SignedIn, body: Confirmation | None = None
    ) -> Approved:
        snapshot = await house.access.snapshot(_meeting(request).case_id)
        confirmed = body is not None and body.confirmed
        leads = decides(snapshot, who.person_id, house.clock.now())
        return Approved(
            missing=await approve_minutes(
                meeting_id, by=who.person_id, house=house, confirmed=confirmed and leads
            )
        )

    @made.post("/{meeting_id}/minutes/additions", allow=meeting_access(staff="write"), status_code=204)
    async def add(meeting_id: str, body: Addition, who: SignedIn) -> Response:
        await add_to_minutes(meeting_id, **body.model_dump(), by=who.person_id, house=house)
        return Response(status_code=204)

    @made.put("/{meeting_id}/minutes/next-meeting", allow=meeting_access(staff="write"), status_code=204)
    async def agree(meeting_id: str, body: NextMeeting, who: SignedIn) -> Response:
        if body.on is None and body.reason is None:
            raise Refusal("next-meeting", fields={"on": "required"})
        await agree_next_meeting(meeting_id, on=body.on, reason=body.reason, by=who.person_id, house=house)
        return Response(status_code=204)


def _meeting(request: Request) -> Meeting:
    """The meeting that the guard has looked up."""
    found: Meeting = request.state.meeting
    return found
