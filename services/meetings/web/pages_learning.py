"""The resource library, and the staff's own reflection questions (R57, R58)."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.link_resource import link_resource
from services.meetings.commands.reflect import note_session, put_reminder_aside, schools_of
from services.meetings.domain.library import Language
from services.meetings.domain.reflection import QUESTIONS, Question
from services.meetings.queries.library import helpful_for, library
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts
from services.meetings.web.fields import Day
from services.meetings.web.forms_of_meetings import Id
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, duty, signed_in
from shared.web.idempotency import IdempotencyKey, new_idempotency_key, scoped_key
from shared.web.layout import Pages
from shared.web.permissions import introduce

LIBRARY, REFLECTION = "/meetings/library", "/meetings/reflection"
_FILLS_IN = ("administrator", "school_owner", "owner_deputy")


class LinkForm(BaseModel):
    """Where an entry is; nothing takes the link away."""

    model_config = ConfigDict(hide_input_in_errors=True)

    url: Annotated[str, Field(max_length=500, pattern=r"^https?://[^\s]+$")] | None = None
    lang: Language = "nb"


class SessionForm(BaseModel):
    """What a team talked about. There is no field for a case or a person."""

    model_config = ConfigDict(hide_input_in_errors=True)

    school: Id
    team: Annotated[str, Field(min_length=1, max_length=60)]
    held_on: Day
    questions: Annotated[list[Question], Field(min_length=1, max_length=8)]
    notes: Annotated[str, Field(max_length=4000)] | None = None


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings/library` and `/meetings/reflection`."""
    made = GuardedRouter(dependencies=[Depends(introduce)])
    _library(made, house, pages)
    _reflection(made, house, pages)
    return made


def _library(made: GuardedRouter, house: House, pages: Pages) -> None:
    async def draw(
        request: Request, who: SignedIn, status: int = 200, form: Form[LinkForm] | None = None, key: str = ""
    ) -> Response:
        duties = await request.app.state.duties.duties_of(who.person_id)
        return pages.render(
            request,
            "library.html",
            status,
            entries=await library(house=house),
            fills_in=any(one.role in _FILLS_IN for one in duties),
            refused=key,
            kept=form.kept if form else {},
            errors=field_texts(request, form),
            active="meetings",
        )

    @made.get(LIBRARY, allow=signed_in("staff"))
    async def show(request: Request, who: SignedIn) -> Response:
        return await draw(request, who)

    @made.post(f"{LIBRARY}/{{key}}", allow=duty(*_FILLS_IN))
    async def link(request: Request, key: str, who: SignedIn) -> Response:
        form = await read_form(request, LinkForm)
        if form.value is None:
            return await draw(request, who, 422, form, key)
        await link_resource(key, form.value.url, form.value.lang, by=who.person_id, house=house)
        return RedirectResponse(LIBRARY, status_code=303)


def _reflection(made: GuardedRouter, house: House, pages: Pages) -> None:
    async def draw(
        request: Request, who: SignedIn, status: int = 200, form: Form[SessionForm] | None = None
    ) -> Response:
        ids = await schools_of(who.person_id, house=house)
        schools = [(id_, (await house.directory.school(id_)).name) for id_ in ids]
        held = await house.sessions.find({"school_id": {"$in": ids}}, limit=200)
        values: dict[str, Any] = form.kept if form else {"held_on": house.today().isoformat()}
        return pages.render(
            request,
            "reflection.html",
            status,
            schools=schools,
            questions=QUESTIONS,
            held=sorted(held, key=lambda one: one.held_on, reverse=True),
            resources=await helpful_for("reflection", house=house),
            values=values,
            errors=field_texts(request, form),
            idempotency_key=new_idempotency_key(),
            active="meetings",
        )

    @made.get(REFLECTION, allow=signed_in("staff"))
    async def show(request: Request, who: SignedIn) -> Response:
        return await draw(request, who)

    @made.post(REFLECTION, allow=signed_in("staff"))
    async def note(request: Request, key: IdempotencyKey, who: SignedIn) -> Response:
        form = await read_form(request, SessionForm)
        if form.value is None:
            return await draw(request, who, 422, form)
        told = form.value
        await note_session(
            school_id=told.school,
            team=told.team,
            held_on=told.held_on,
            questions=told.questions,
            notes=told.notes,
            key=scoped_key(who.person_id, key),
            by=who.person_id,
            house=house,
        )
        return RedirectResponse(REFLECTION, status_code=303)

    @made.post(f"{REFLECTION}/later", allow=duty("rektor", "deputy"))
    async def later(request: Request) -> Response:
        ids = [one.school_id for one in request.state.duties if one.school_id]
        await put_reminder_aside(ids, house=house)
        return RedirectResponse("/meetings", status_code=303)
