"""Whom to welcome to a parents' meeting: for one person and the leader, until the meeting is over."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.call_meeting import decides
from services.meetings.commands.reach_out import reach_out
from services.meetings.domain.outreach import Outreach, Welcome, Why
from services.meetings.domain.people import on_side
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts
from services.meetings.web.guards import meeting_access
from shared.errors import Hidden
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import introduce

Id = Annotated[str, Field(max_length=60)]


class WelcomeRow(BaseModel):
    person_id: Id | None = None
    why: Why = "other"
    note: Annotated[str, Field(max_length=300)] | None = None
    done: bool = False


class OutreachForm(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    responsible_id: Id
    welcomes: Annotated[list[WelcomeRow], Field(max_length=60)] = []


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings/{meeting_id}/outreach`."""
    made = GuardedRouter(dependencies=[Depends(introduce)])
    may = meeting_access(staff="write")

    async def there_for(request: Request, me: str) -> Outreach | None:
        """The list, for the one who is responsible and for the leader; hidden from everybody else."""
        meeting = request.state.meeting
        there = await house.outreach.get(Outreach.id_for(meeting.id))
        snapshot = await house.access.snapshot(meeting.case_id)
        leads = decides(snapshot, me, house.clock.now())
        over = there is None and house.clock.now() >= meeting.ends_at
        if not meeting.is_group or over or not (leads or (there and there.responsible_id == me)):
            raise Hidden
        return there

    async def draw(
        request: Request, there: Outreach | None, status: int = 200, form: Form[Any] | None = None
    ) -> Response:
        meeting = request.state.meeting
        people = await house.directory.people_by_id(one.person_id for one in meeting.participants)

        def options(side: Any) -> list[tuple[str, str]]:
            found = [one.person_id for one in on_side(meeting.participants, side)]
            return sorted(((who, people[who].name) for who in found if who in people), key=lambda it: it[1])

        return pages.render(
            request,
            "outreach.html",
            status,
            meeting=meeting,
            staff=options("school"),
            home=options("home"),
            phones={who: person.words.phone for who, person in people.items()},
            there=there,
            rows=(len(there.welcomes) if there else 0) + 3,
            values=_typed(there) | (form.kept if form else {}),
            errors=field_texts(request, form),
            active="meetings",
        )

    @made.get("/meetings/{meeting_id}/outreach", allow=may)
    async def show(request: Request, who: SignedIn) -> Response:
        return await draw(request, await there_for(request, who.person_id))

    @made.post("/meetings/{meeting_id}/outreach", allow=may)
    async def keep(request: Request, meeting_id: str, who: SignedIn) -> Response:
        there = await there_for(request, who.person_id)
        form = await read_form(request, OutreachForm)
        if form.value is None:
            return await draw(request, there, 422, form)
        before = {one.person_id: one.done_at for one in there.welcomes} if there else {}
        now = house.clock.now()
        welcomes = [
            Welcome(
                person_id=row.person_id,
                why=row.why,
                note=row.note,
                done_at=(before.get(row.person_id) or now) if row.done else None,
            )
            for row in form.value.welcomes
            if row.person_id
        ]
        await reach_out(
            request.state.meeting,
            welcomes,
            responsible_id=form.value.responsible_id,
            by=who.person_id,
            house=house,
        )
        return RedirectResponse(f"/meetings/{meeting_id}/outreach", status_code=303)

    return made


def _typed(there: Outreach | None) -> dict[str, Any]:
    if there is None:
        return {}
    flat: dict[str, Any] = {"responsible_id": there.responsible_id}
    for number, one in enumerate(there.welcomes):
        flat[f"welcomes.{number}.person_id"] = one.person_id
        flat[f"welcomes.{number}.why"] = one.why
        flat[f"welcomes.{number}.note"] = one.note
        flat[f"welcomes.{number}.done"] = "yes" if one.done_at else ""
    return flat
