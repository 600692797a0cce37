"""After a meeting: the talk card for those from the school who were there, and two questions to a parent."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.after_meeting import (
    HoldDebrief,
    TaskAgreed,
    answer_pulse,
    hear_out,
    hold_debrief,
    look_in,
)
from services.meetings.commands.call_meeting import decides
from services.meetings.domain.debrief import Debrief
from services.meetings.domain.people import on_side
from services.meetings.domain.pulse import Pulse, Score
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts
from services.meetings.web.fields import Day
from services.meetings.web.guards import meeting_access, staff_of_meeting
from shared.errors import Hidden
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import contact_at, introduce

ROWS = 5
Id = Annotated[str, Field(max_length=60)]


class TaskRow(BaseModel):
    what: Annotated[str, Field(max_length=2000)] | None = None
    who_id: Id | None = None
    by: Day | None = None


class DebriefForm(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    next_plan: Annotated[str, Field(max_length=2000)] | None = None
    tasks: Annotated[list[TaskRow], Field(max_length=20)] = []

    def command(self) -> HoldDebrief:
        return HoldDebrief(
            next_plan=self.next_plan,
            tasks=[TaskAgreed(what=row.what, who_id=row.who_id, by=row.by) for row in self.tasks if row.what],
        )


class PulseForm(BaseModel):
    """Both may be left out."""

    model_config = ConfigDict(hide_input_in_errors=True)

    heard: Score | None = None
    safe: Score | None = None


class HeardOutForm(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    person: Id


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings/{meeting_id}/debrief` and `/meetings/{meeting_id}/pulse`."""
    made = GuardedRouter(dependencies=[Depends(introduce)])
    _debrief(made, house, pages)
    _pulse(made, house, pages)
    return made


def _debrief(made: GuardedRouter, house: House, pages: Pages) -> None:
    """For those from the school only: to a guardian or a pupil it is not there (R34)."""
    may = staff_of_meeting("see")

    async def draw(request: Request, status: int = 200, form: Form[DebriefForm] | None = None) -> Response:
        meeting = request.state.meeting
        school = [one.person_id for one in on_side(meeting.participants, "school")]
        people = await house.directory.people_by_id(school)
        return pages.render(
            request,
            "debrief.html",
            status,
            meeting=meeting,
            debrief=await house.debriefs.get(Debrief.id_for(meeting.id)),
            staff=[(who, people[who].name) for who in school if who in people],
            rows=ROWS,
            values=form.kept if form else {},
            errors=field_texts(request, form),
            active="meetings",
        )

    @made.get("/meetings/{meeting_id}/debrief", allow=may)
    async def show(request: Request) -> Response:
        return await draw(request)

    @made.post("/meetings/{meeting_id}/debrief", allow=staff_of_meeting("write"))
    async def hold(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, DebriefForm)
        if form.value is None:
            return await draw(request, 422, form)
        await hold_debrief(request.state.meeting, form.value.command(), by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/{meeting_id}/debrief", status_code=303)

    @made.post("/meetings/{meeting_id}/looked-in", allow=staff_of_meeting("write"))
    async def looked_in(request: Request, meeting_id: str, who: SignedIn) -> Response:
        await look_in(request.state.meeting, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/{meeting_id}/debrief", status_code=303)


def _pulse(made: GuardedRouter, house: House, pages: Pages) -> None:
    async def family(request: Request, me: str, status: int = 200) -> Response:
        meeting = request.state.meeting
        if me not in {one.person_id for one in on_side(meeting.participants, "home")}:
            raise Hidden
        request.state.contact = await contact_at(house.directory, meeting.school_id, house.today())
        there = await house.pulses.get(Pulse.id_for(meeting.id, me))
        kept: dict[str, Any] = {"heard": there.was_heard, "safe": there.feels_safe} if there else {}
        return pages.render(
            request,
            "pulse.html",
            status,
            meeting=meeting,
            answered=there is not None,
            values=kept,
            active="meetings",
        )

    async def leader(request: Request, me: str) -> Response:
        """What parents answered low, for the one who rings; nobody else sees an answer."""
        meeting = request.state.meeting
        if not decides(await house.access.snapshot(meeting.case_id), me, house.clock.now()):
            raise Hidden
        low = [one for one in await house.pulses.find({"meeting_id": meeting.id}) if one.tasks_opened]
        people = await house.directory.people_by_id(one.person_id for one in low)
        return pages.render(
            request, "pulse-leader.html", meeting=meeting, low=low, people=people, active="meetings"
        )

    @made.get("/meetings/{meeting_id}/pulse", allow=meeting_access(staff="see", family="follow"))
    async def show(request: Request, who: SignedIn) -> Response:
        if who.hat == "staff":
            return await leader(request, who.person_id)
        return await family(request, who.person_id)

    @made.post("/meetings/{meeting_id}/pulse", allow=meeting_access(family="follow"))
    async def answer(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, PulseForm)
        if form.value is None:
            return await family(request, who.person_id, 422)
        await answer_pulse(request.state.meeting, **form.value.model_dump(), by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/{meeting_id}/pulse", status_code=303)

    @made.post("/meetings/{meeting_id}/heard-out", allow=meeting_access(staff="decide"))
    async def heard(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, HeardOutForm)
        if form.value is not None:
            await hear_out(meeting_id, form.value.person, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/{meeting_id}/pulse", status_code=303)
