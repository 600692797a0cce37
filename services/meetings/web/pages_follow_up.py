"""What came out of a meeting and is somebody's to do: the page of its owner."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.follow_up import finish_follow_up
from services.meetings.domain.follow_up import FollowUp
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts
from services.meetings.web.follow_up_guard import follow_up_access
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import introduce


class AnswerForm(BaseModel):
    """What came of it. Criticism is answered in words; other things may simply be done."""

    model_config = ConfigDict(hide_input_in_errors=True)

    answer: Annotated[str, Field(max_length=4000)] | None = None


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings/follow-ups/{follow_up_id}`."""
    made = GuardedRouter(dependencies=[Depends(introduce)])
    may = follow_up_access()

    async def draw(request: Request, status: int = 200, form: Form[AnswerForm] | None = None) -> Response:
        one: FollowUp = request.state.follow_up
        people = await house.directory.people_by_id(
            [who for who in (one.owner_id, one.party_id, one.done_by) if who]
        )
        return pages.render(
            request,
            "follow-up.html",
            status,
            one=one,
            meeting=await house.meeting(one.meeting_id),
            names={who: person.name for who, person in people.items()},
            today=house.today(),
            values=form.kept if form else {},
            errors=field_texts(request, form),
            active="meetings",
        )

    @made.get("/meetings/follow-ups/{follow_up_id}", allow=may)
    async def show(request: Request) -> Response:
        return await draw(request)

    @made.post("/meetings/follow-ups/{follow_up_id}", allow=may)
    async def finish(request: Request, follow_up_id: str, who: SignedIn) -> Response:
        form = await read_form(request, AnswerForm)
        one: FollowUp = request.state.follow_up
        if form.value is not None and one.kind == "criticism" and form.value.answer is None:
            form.refuse("answer", "required")
        if form.value is None or not form.ok:
            return await draw(request, 422, form)
        await finish_follow_up(follow_up_id, form.value.answer, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/follow-ups/{follow_up_id}", status_code=303)

    return made
