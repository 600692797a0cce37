"""What the school does with minutes: the draft shared, names looked at, approved, added to."""

from typing import Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.add_to_minutes import add_to_minutes, agree_next_meeting
from services.meetings.commands.approve_minutes import approve_minutes
from services.meetings.commands.call_meeting import decides
from services.meetings.commands.look_at_name import look_at_name
from services.meetings.commands.read_minutes import mark_comments_read, share_draft
from services.meetings.domain.content import Line, Text
from services.meetings.domain.refusals import AskedOnce, NamesToLookAt
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts
from services.meetings.web.fields import Day
from services.meetings.web.guards import meeting_access
from services.meetings.web.writing import read_context
from shared.contracts.intake import FactSource
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, Who
from shared.web.layout import Pages
from shared.web.permissions import introduce


class AdditionForm(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    text: Text
    gap: Line | None = None
    source: FactSource | None = None


class ApprovalForm(BaseModel):
    confirmed: bool = False


class NameForm(BaseModel):
    """One finding of a name; without `replace` it stays."""

    model_config = ConfigDict(hide_input_in_errors=True)

    key: Line
    replace: bool = False


class NextForm(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    on: Day | None = None
    reason: Line | None = None


def router(house: House, pages: Pages) -> APIRouter:
    """What is posted from `/meetings/{meeting_id}/minutes`."""
    made = GuardedRouter(dependencies=[Depends(introduce)])
    _before(made, house, pages)
    _after(made, house, pages)
    return made


def _before(made: GuardedRouter, house: House, pages: Pages) -> None:
    may_write = meeting_access(staff="write")

    @made.post("/meetings/{meeting_id}/share", allow=may_write)
    async def share(request: Request, meeting_id: str, who: SignedIn) -> Response:
        try:
            await share_draft(request.state.meeting, by=who.person_id, house=house)
        except NamesToLookAt:
            return await _stopped(request, who, house, pages)
        return RedirectResponse(f"/meetings/{meeting_id}/minutes", status_code=303)

    @made.post("/meetings/{meeting_id}/names", allow=may_write)
    async def look(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, NameForm)
        if form.value is not None:
            school = await house.directory.school(request.state.meeting.school_id)
            instead = pages.t(school.listed.language, "another-pupil") if form.value.replace else None
            await look_at_name(
                request.state.meeting, form.value.key, instead=instead, by=who.person_id, house=house
            )
        return RedirectResponse(f"/meetings/{meeting_id}/minutes#names", status_code=303)

    @made.post("/meetings/{meeting_id}/approval", allow=may_write)
    async def approve(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, ApprovalForm)
        confirmed = form.value is not None and form.value.confirmed
        snapshot = await house.access.snapshot(request.state.meeting.case_id)
        leads = decides(snapshot, who.person_id, house.clock.now())
        try:
            await approve_minutes(meeting_id, by=who.person_id, house=house, confirmed=confirmed and leads)
        except NamesToLookAt:
            return await _stopped(request, who, house, pages)
        except AskedOnce as asked:
            return await _stopped(request, who, house, pages, ask=asked.code)
        return RedirectResponse(f"/meetings/{meeting_id}/minutes", status_code=303)


async def _stopped(request: Request, who: Who, house: House, pages: Pages, *, ask: str = "") -> Response:
    """The same page, with what must be looked at first: names, or what the letter would not say."""
    told = await read_context(request, house, pages, who)
    return pages.render(request, "minutes.html", 409, **{**told, "stopped": not ask, "ask": ask})


def _after(made: GuardedRouter, house: House, pages: Pages) -> None:
    may_write = meeting_access(staff="write")

    async def again(request: Request, who: SignedIn, form: Form[Any]) -> Response:
        told = await read_context(request, house, pages, who)
        kept = {"values": form.kept, "errors": field_texts(request, form)}
        return pages.render(request, "minutes.html", 422, **{**told, **kept})

    @made.post("/meetings/{meeting_id}/comments-read", allow=may_write)
    async def have_read(meeting_id: str, who: SignedIn) -> Response:
        await mark_comments_read(meeting_id, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/{meeting_id}/minutes", status_code=303)

    @made.post("/meetings/{meeting_id}/additions", allow=may_write)
    async def add(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, AdditionForm)
        if form.value is None:
            return await again(request, who, form)
        await add_to_minutes(meeting_id, **form.value.model_dump(), by=who.person_id, house=house)
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
