"""The minutes: approving, adding, and each party's own version."""

from typing import Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.add_to_minutes import add_to_minutes, agree_next_meeting
from services.meetings.commands.approve_minutes import approve_minutes
from services.meetings.domain.content import Line, Text
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts
from services.meetings.web.fields import Day
from services.meetings.web.guards import meeting_access
from services.meetings.web.writing import read_context
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import contact_at, introduce


class AdditionForm(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    text: Text
    gap: Line | None = None


class NextForm(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    on: Day | None = None
    reason: Line | None = None


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings/{meeting_id}/minutes`, and what is posted from it."""
    made = GuardedRouter(dependencies=[Depends(introduce)])
    _reading(made, house, pages)
    _after(made, house, pages)
    return made


def _reading(made: GuardedRouter, house: House, pages: Pages) -> None:
    @made.get("/meetings/{meeting_id}/minutes", allow=meeting_access(staff="see", family="follow"))
    async def read(request: Request, who: SignedIn) -> Response:
        meeting = request.state.meeting
        if who.hat != "staff":
            request.state.contact = await contact_at(house.directory, meeting.school_id, house.today())
        told = await read_context(request, house, pages, who)
        name = "minutes.html" if who.hat == "staff" else "minutes-family.html"
        return pages.render(request, name, **told)


def _after(made: GuardedRouter, house: House, pages: Pages) -> None:
    may_write = meeting_access(staff="write")

    async def again(request: Request, who: SignedIn, form: Form[Any]) -> Response:
        told = await read_context(request, house, pages, who)
        kept = {"values": form.kept, "errors": field_texts(request, form)}
        return pages.render(request, "minutes.html", 422, **{**told, **kept})

    @made.post("/meetings/{meeting_id}/approval", allow=may_write)
    async def approve(meeting_id: str, who: SignedIn) -> Response:
        await approve_minutes(meeting_id, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/{meeting_id}/minutes", status_code=303)

    @made.post("/meetings/{meeting_id}/additions", allow=may_write)
    async def add(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, AdditionForm)
        if form.value is None:
            return await again(request, who, form)
        await add_to_minutes(meeting_id, form.value.text, by=who.person_id, house=house, gap=form.value.gap)
        return RedirectResponse(f"/meetings/{meeting_id}/minutes", status_code=303)

    @made.post("/meetings/{meeting_id}/next-meeting", allow=may_write)
    async def agree(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, NextForm)
        if form.value is not None and form.value.on is None and form.value.reason is None:
            form.refuse("on", "required")
        if form.value is None or not form.ok:
            return await again(request, who, form)
        await agree_next_meeting(
            meeting_id, on=form.value.on, reason=form.value.reason, by=who.person_id, house=house
        )
        return RedirectResponse(f"/meetings/{meeting_id}/minutes", status_code=303)
