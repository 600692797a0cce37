"""Calling a meeting in a case: when, where and who; the kind brings the rest."""

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.call_meeting import CallMeeting, call_meeting, decides
from services.meetings.domain.refusals import AskedOnce
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts, refuse_fields
from services.meetings.web.calling import calling_context
from services.meetings.web.forms_of_meetings import CallForm
from services.meetings.web.guards import case_in_query
from shared.errors import Conflict, Hidden, Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import IdempotencyKey, new_idempotency_key, scoped_key
from shared.web.layout import Pages
from shared.web.permissions import introduce


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings/new?case=…`, with `&kind=…` and `&at=…` for another kind or a free time."""
    made = GuardedRouter(dependencies=[Depends(introduce)])
    may_write = case_access("write", case_in_query)

    async def draw(
        request: Request,
        me: str,
        status: int = 200,
        form: Form[CallForm] | None = None,
        ask: tuple[str, ...] = (),
    ) -> Response:
        snapshot = await house.access.snapshot(request.state.case_id)
        told = await calling_context(request, house, pages, snapshot, me, chosen=form.kept if form else None)
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
            return await draw(request, who.person_id, 409, form, ask=asked.codes)
        except (Conflict, Hidden):
            raise
        except Refusal as refused:
            refuse_fields(form, refused)
            return await draw(request, who.person_id, 422, form)
        return RedirectResponse(f"/meetings/{meeting.id}", status_code=303)

    return made


def _command(form: CallForm) -> CallMeeting:
    return CallMeeting(
        starts_at=form.starts_at,
        minutes=form.minutes,
        room_id=form.room,
        place=form.place,
        mode=form.mode,
        kind=form.kind,
        school=form.school,
        reason=form.reason,
        alternatives=form.alternatives,
        confirmed=form.confirmed,
    )
