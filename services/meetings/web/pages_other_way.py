"""Another way than a meeting for all the parents: planned, and followed until every part of it is done."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.go_another_way import (
    GoAnotherWay,
    SmallGroup,
    do_part,
    go_another_way,
    may_read_letter,
)
from services.meetings.domain.group_decision import GroupDecision, NotDecided
from services.meetings.domain.other_way import OtherWay
from services.meetings.queries.who_may_come import home_side
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts
from services.meetings.web.calling import school_options
from services.meetings.web.fields import Day
from services.meetings.web.guards import case_in_query, meeting_access, of_other_way
from shared.errors import Conflict, Hidden, Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import IdempotencyKey, new_idempotency_key, scoped_key
from shared.web.layout import Pages
from shared.web.permissions import contact_at, introduce
from shared.web.sessions import language_of

GROUPS = 6
Id = Annotated[str, Field(max_length=60)]


class GroupRow(BaseModel):
    what: Annotated[str, Field(max_length=300)] | None = None
    whom: list[Id] | Id = []


class PlanForm(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    responsible_id: Id
    by_day: Day
    text: Annotated[str, Field(max_length=8000)]
    groups: Annotated[list[GroupRow], Field(max_length=20)] = []

    def command(self) -> GoAnotherWay:
        return GoAnotherWay(
            responsible_id=self.responsible_id,
            by_day=self.by_day,
            text=self.text,
            groups=[
                SmallGroup(what=row.what, person_ids=[row.whom] if isinstance(row.whom, str) else row.whom)
                for row in self.groups
                if row.what
            ],
        )


class PartForm(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    part: Id
    note: Annotated[str, Field(max_length=1000)] | None = None


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings/another-way?case=…` to plan one, `/meetings/other-ways/{way_id}` to follow it."""
    made = GuardedRouter(dependencies=[Depends(introduce)])
    _planning(made, house, pages)
    _following(made, house, pages)
    return made


def _planning(made: GuardedRouter, house: House, pages: Pages) -> None:
    may_decide = case_access("decide", case_in_query)

    async def draw(request: Request, status: int = 200, form: Form[PlanForm] | None = None) -> Response:
        case_id = request.state.case_id
        snapshot = await house.access.snapshot(case_id)
        decision = await house.decisions.get(GroupDecision.id_for(case_id))
        if snapshot.kind != "group" or decision is None or decision.way is None:
            raise Hidden
        staff, _ = await school_options(snapshot, house, pages, language_of(request))
        home = home_side(snapshot, house.clock.now())
        return pages.render(
            request,
            "other-way-new.html",
            status,
            case_id=case_id,
            way=decision.way,
            staff=staff,
            count=len(home),
            earlier=await house.other_ways.find({"case_id": case_id}),
            groups=GROUPS,
            values=form.kept if form else {},
            errors=field_texts(request, form),
            idempotency_key=new_idempotency_key(),
            active="meetings",
        )

    @made.get("/meetings/another-way", allow=may_decide)
    async def new(request: Request) -> Response:
        return await draw(request)

    @made.post("/meetings/another-way", allow=may_decide)
    async def plan(request: Request, key: IdempotencyKey, who: SignedIn) -> Response:
        form = await read_form(request, PlanForm)
        if form.value is None:
            return await draw(request, 422, form)
        try:
            way = await go_another_way(
                request.state.case_id,
                form.value.command(),
                key=scoped_key(who.person_id, key),
                by=who.person_id,
                house=house,
            )
        except (Conflict, Hidden, NotDecided):
            raise
        except Refusal as refused:
            for field, code in refused.fields.items():
                form.refuse(field, code)
            return await draw(request, 422, form)
        return RedirectResponse(f"/meetings/other-ways/{way.id}", status_code=303)


def _following(made: GuardedRouter, house: House, pages: Pages) -> None:
    may_see = meeting_access(staff="see", family="follow", of=of_other_way)
    may_write = meeting_access(staff="write", of=of_other_way)

    async def draw(request: Request, status: int = 200, form: Form[Any] | None = None) -> Response:
        way: OtherWay = request.state.other_way
        people = await house.directory.people_by_id([*way.home, way.responsible_id])
        return pages.render(
            request,
            "other-way.html",
            status,
            way=way,
            names={who: person.name for who, person in people.items()},
            phones={who: person.words.phone for who, person in people.items()},
            errors=field_texts(request, form),
            today=house.today(),
            active="meetings",
        )

    @made.get("/meetings/other-ways/{way_id}", allow=may_see)
    async def show(request: Request, who: SignedIn) -> Response:
        way: OtherWay = request.state.other_way
        if who.hat == "staff":
            return await draw(request)
        if not may_read_letter(way, await house.access.snapshot(way.case_id), who.person_id):
            raise Hidden
        request.state.contact = await contact_at(house.directory, way.school_id, house.today())
        school = (await house.directory.school(way.school_id)).name
        return pages.render(request, "other-way-letter.html", way=way, school=school, active="meetings")

    @made.post("/meetings/other-ways/{way_id}", allow=may_write)
    async def done(request: Request, way_id: str, who: SignedIn) -> Response:
        form = await read_form(request, PartForm)
        if form.value is None:
            return await draw(request, 422, form)
        await do_part(way_id, form.value.part, form.value.note, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/other-ways/{way_id}", status_code=303)
