"""Calling a meeting in a case, approving who takes part, moving it and calling it off."""

from typing import Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.approve_participants import approve_participants
from services.meetings.commands.call_meeting import CallMeeting, call_meeting, decides
from services.meetings.commands.cancel_meeting import cancel_meeting
from services.meetings.commands.move_meeting import MoveMeeting, move_meeting
from services.meetings.domain.refusals import AskedOnce
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts
from services.meetings.web.calling import calling_context
from services.meetings.web.forms_of_meetings import CallForm, ParticipantsForm, TimeAndPlace
from services.meetings.web.guards import case_in_query, meeting_access
from services.meetings.web.seeing import seen_by_school
from shared.errors import Conflict, Hidden, Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import IdempotencyKey, new_idempotency_key, scoped_key
from shared.web.layout import Pages
from shared.web.permissions import introduce

_FIELD_OF = {"room_id": "room"}


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings/new?case=…` and what is posted from a meeting's own page."""
    made = GuardedRouter(dependencies=[Depends(introduce)])
    _calling(made, house, pages)
    _changing(made, house, pages)
    return made


def _calling(made: GuardedRouter, house: House, pages: Pages) -> None:
    may_write = case_access("write", case_in_query)

    async def draw(
        request: Request, me: str, status: int = 200, form: Form[CallForm] | None = None, ask: str = ""
    ) -> Response:
        snapshot = await house.access.snapshot(request.state.case_id)
        told = await calling_context(request, house, pages, snapshot, me)
        return pages.render(
            request,
            "new.html",
            status,
            **told,
            values=form.kept if form else told["proposed"],
            errors=field_texts(request, form),
            ask=ask,
            waits=not decides(snapshot, me, house.clock.now()),
            idempotency_key=new_idempotency_key(),
            active="meetings",
        )

    @made.get("/meetings/new", allow=may_write)
    async def new(request: Request, who: SignedIn) -> Response:
        snapshot = await house.access.snapshot(request.state.case_id)
        if snapshot.kind == "group":
            return RedirectResponse(f"/meetings/new-group?case={snapshot.case_id}", status_code=303)
        return await draw(request, who.person_id)

    @made.post("/meetings/new", allow=may_write)
    async def call(request: Request, key: IdempotencyKey, who: SignedIn) -> Response:
        form = await read_form(request, CallForm)
        if form.value is None:
            return await draw(request, who.person_id, 422, form)
        try:
            meeting = await call_meeting(
                request.state.case_id,
                _command(form.value),
                key=scoped_key(who.person_id, key),
                by=who.person_id,
                house=house,
            )
        except AskedOnce as asked:
            return await draw(request, who.person_id, 409, form, ask=asked.code)
        except (Conflict, Hidden):
            raise
        except Refusal as refused:
            for field, code in refused.fields.items():
                form.refuse(_FIELD_OF.get(field, field), code)
            return await draw(request, who.person_id, 422, form)
        return RedirectResponse(f"/meetings/{meeting.id}", status_code=303)


def _changing(made: GuardedRouter, house: House, pages: Pages) -> None:
    async def draw(request: Request, me: str, status: int, **more: Any) -> Response:
        told = await seen_by_school(request, house, pages, me)
        return pages.render(request, "meeting.html", status, **{**told, **more})

    @made.post("/meetings/{meeting_id}/participants", allow=meeting_access(staff="decide"))
    async def approve(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, ParticipantsForm)
        if form.value is None:
            return await draw(request, who.person_id, 422, errors=field_texts(request, form))
        try:
            await approve_participants(
                meeting_id,
                by=who.person_id,
                house=house,
                school=form.value.school,
                confirmed=form.value.confirmed,
            )
        except AskedOnce as asked:
            return await draw(request, who.person_id, 409, values=form.kept, ask=asked.code)
        return RedirectResponse(f"/meetings/{meeting_id}", status_code=303)

    @made.post("/meetings/{meeting_id}/time", allow=meeting_access(staff="write"))
    async def move(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, TimeAndPlace)
        if form.value is not None:
            try:
                await move_meeting(meeting_id, _new_time(form.value), by=who.person_id, house=house)
                return RedirectResponse(f"/meetings/{meeting_id}", status_code=303)
            except (Conflict, Hidden):
                raise
            except Refusal as refused:
                for field, code in refused.fields.items():
                    form.refuse(_FIELD_OF.get(field, field), code)
        return await draw(
            request, who.person_id, 422, errors=field_texts(request, form), values=form.kept, moving=True
        )

    @made.post("/meetings/{meeting_id}/cancellation", allow=meeting_access(staff="write"))
    async def cancel(meeting_id: str, who: SignedIn) -> Response:
        await cancel_meeting(meeting_id, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/{meeting_id}", status_code=303)


def _command(form: CallForm) -> CallMeeting:
    return CallMeeting(
        starts_at=form.starts_at,
        minutes=form.minutes,
        room_id=form.room,
        place=form.place,
        mode=form.mode,
        school=form.school,
        reason=form.reason,
        confirmed=form.confirmed,
    )


def _new_time(form: TimeAndPlace) -> MoveMeeting:
    return MoveMeeting(
        starts_at=form.starts_at,
        minutes=form.minutes,
        room_id=form.room,
        place=form.place,
        mode=form.mode,
    )
