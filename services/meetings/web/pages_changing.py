"""Changing a meeting: who takes part, another time or place, an interpreter, calling it off."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.accept_time import accept_time
from services.meetings.commands.approve_participants import approve_participants
from services.meetings.commands.book_interpreter import book_interpreter
from services.meetings.commands.cancel_meeting import cancel_meeting
from services.meetings.commands.change_participants import change_participants
from services.meetings.commands.move_meeting import MoveMeeting, move_meeting
from services.meetings.domain.refusals import AskedOnce
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts, refuse_fields
from services.meetings.web.forms_of_meetings import (
    AcceptForm,
    InterpreterForm,
    MoveForm,
    ParticipantsForm,
)
from services.meetings.web.guards import meeting_access
from services.meetings.web.seeing import seen_by_school
from shared.errors import Conflict, Hidden, Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import introduce

Draw = Callable[..., Awaitable[Response]]


def router(house: House, pages: Pages) -> APIRouter:
    """What is posted from a meeting's own page."""
    made = GuardedRouter(dependencies=[Depends(introduce)])

    async def draw(request: Request, me: str, status: int, **more: Any) -> Response:
        told = await seen_by_school(request, house, pages, me)
        return pages.render(request, "meeting.html", status, **{**told, **more})

    _people(made, house, draw)
    _time(made, house, draw)
    return made


def _people(made: GuardedRouter, house: House, draw: Draw) -> None:
    async def chosen(request: Request, who: SignedIn, command: Any, open_: str) -> Response:
        meeting_id = request.path_params["meeting_id"]
        form = await read_form(request, ParticipantsForm)
        if form.value is None:
            return await draw(request, who.person_id, 422, errors=field_texts(request, form), open=open_)
        try:
            await command(
                meeting_id,
                by=who.person_id,
                house=house,
                school=form.value.school,
                confirmed=form.value.confirmed,
            )
        except AskedOnce as asked:
            return await draw(request, who.person_id, 409, values=form.kept, ask=asked.codes, open=open_)
        return RedirectResponse(f"/meetings/{meeting_id}", status_code=303)

    @made.post("/meetings/{meeting_id}/participants", allow=meeting_access(staff="decide"))
    async def approve(request: Request, who: SignedIn) -> Response:
        return await chosen(request, who, approve_participants, "approve")

    @made.post("/meetings/{meeting_id}/people", allow=meeting_access(staff="decide"))
    async def change(request: Request, who: SignedIn) -> Response:
        return await chosen(request, who, change_participants, "people")

    @made.post("/meetings/{meeting_id}/interpreter", allow=meeting_access(staff="write"))
    async def interpreter(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, InterpreterForm)
        if form.value is None:
            return await draw(request, who.person_id, 422, errors=field_texts(request, form))
        told = form.value
        await book_interpreter(
            meeting_id,
            told.person_id,
            language=told.language,
            booked=told.booked,
            by=who.person_id,
            house=house,
        )
        return RedirectResponse(f"/meetings/{meeting_id}", status_code=303)


def _time(made: GuardedRouter, house: House, draw: Draw) -> None:
    @made.post("/meetings/{meeting_id}/time", allow=meeting_access(staff="write"))
    async def move(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, MoveForm)
        ask: tuple[str, ...] = ()
        if form.value is not None:
            try:
                await move_meeting(meeting_id, _new_time(form.value), by=who.person_id, house=house)
                return RedirectResponse(f"/meetings/{meeting_id}", status_code=303)
            except AskedOnce as asked:
                ask = asked.codes
            except (Conflict, Hidden):
                raise
            except Refusal as refused:
                refuse_fields(form, refused)
        return await draw(
            request,
            who.person_id,
            409 if ask else 422,
            errors=field_texts(request, form),
            values=form.kept,
            ask=ask,
            open="move",
        )

    @made.post("/meetings/{meeting_id}/accepted-time", allow=meeting_access(staff="write"))
    async def accept(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, AcceptForm)
        if form.value is None:
            return await draw(request, who.person_id, 422, errors=field_texts(request, form))
        told = form.value
        try:
            await accept_time(
                meeting_id, told.starts_at, by=who.person_id, house=house, confirmed=told.confirmed
            )
        except AskedOnce as asked:
            return await draw(request, who.person_id, 409, ask=asked.codes, accepting=told.starts_at)
        return RedirectResponse(f"/meetings/{meeting_id}", status_code=303)

    @made.post("/meetings/{meeting_id}/cancellation", allow=meeting_access(staff="write"))
    async def cancel(meeting_id: str, who: SignedIn) -> Response:
        await cancel_meeting(meeting_id, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/{meeting_id}", status_code=303)


def _new_time(form: MoveForm) -> MoveMeeting:
    return MoveMeeting(
        starts_at=form.starts_at,
        minutes=form.minutes,
        room_id=form.room,
        place=form.place,
        mode=form.mode,
        confirmed=form.confirmed,
    )
