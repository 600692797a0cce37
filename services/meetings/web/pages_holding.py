"""In the meeting room: one box, who is here, and what is taken out of the box when there is time."""

from typing import Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.hold_meeting import hold_meeting, settle_the_day
from services.meetings.commands.write_minutes import write_minutes
from services.meetings.domain.gaps import due_today
from services.meetings.domain.refusals import SomeoneElseWrote
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts
from services.meetings.web.differing import differences
from services.meetings.web.guards import meeting_access
from services.meetings.web.minutes_form import EVERYONE, RoomForm, rows_in
from services.meetings.web.writing import room_context
from shared.errors import TooLarge
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import introduce
from shared.web.problems import facts_of, problems_of
from shared.web.sessions import language_of


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings/{meeting_id}/hold`, and `/draft`, which saves on every pause."""
    made = GuardedRouter(dependencies=[Depends(introduce)])
    _in_the_room(made, house, pages)
    return made


def _in_the_room(made: GuardedRouter, house: House, pages: Pages) -> None:
    may_write = meeting_access(staff="write")

    async def draw(
        request: Request, status: int = 200, form: Form[RoomForm] | None = None, **more: Any
    ) -> Response:
        told = await room_context(request, house, pages)
        if form is not None:
            if more.get("changed"):
                more["differences"] = differences(form.kept, told["values"])
            told["values"] = told["values"] | form.kept
            told["rows"] = {name: max(rows, rows_in(form.kept, name)) for name, rows in told["rows"].items()}
        return pages.render(
            request, "hold.html", status, **{**told, "errors": field_texts(request, form), **more}
        )

    async def save(request: Request, who: SignedIn, form: RoomForm) -> int:
        meeting = request.state.meeting
        return await write_minutes(
            meeting,
            form.content(),
            by=who.person_id,
            house=house,
            seen=form.seen,
            attendance=form.who_came(meeting),
        )

    @made.get("/meetings/{meeting_id}/hold", allow=may_write)
    async def hold(request: Request, meeting_id: str) -> Response:
        minutes = await house.minutes_of(request.state.meeting)
        if minutes.is_approved:
            return RedirectResponse(f"/meetings/{meeting_id}/minutes", status_code=303)
        request.state.meeting.demand_approved()
        return await draw(request)

    @made.post("/meetings/{meeting_id}/draft", allow=may_write)
    async def autosave(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, RoomForm)
        if form.value is None:
            return Response(status_code=422)
        edition = await save(request, who, form.value)
        return Response(status_code=204, headers={"x-edition": str(edition)})

    @made.post("/meetings/{meeting_id}/hold", allow=may_write)
    async def finish(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, RoomForm)
        if form.value is None:
            return await draw(request, 422, form)
        try:
            await save(request, who, form.value)
        except SomeoneElseWrote:
            return await draw(request, 409, form, changed=True)
        except TooLarge as refused:
            problem = problems_of(request).describe(facts_of(request, refused), language_of(request))
            return await draw(request, 413, form, refused=problem)
        return await _onwards(request, who, form, form.value)

    async def _onwards(request: Request, who: SignedIn, form: Form[RoomForm], told: RoomForm) -> Response:
        """Saved. Where we did not agree, what cannot wait is asked for once, now, in the room (R24)."""
        meeting = request.state.meeting
        if told.then != "finish":
            if meeting.status == "held":
                await settle_the_day(meeting, by=who.person_id, house=house)
            at = "#who" if told.then == EVERYONE else ""
            return RedirectResponse(f"/meetings/{meeting.id}/hold{at}", status_code=303)
        waits = [] if meeting.is_group or told.confirmed else due_today(told.content())
        if waits:
            minutes = await house.minutes_of(meeting)
            return await draw(request, 409, form, ask=waits, edition=minutes.edition)
        await hold_meeting(meeting.id, told.who_came(meeting), by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/{meeting.id}/minutes", status_code=303)
