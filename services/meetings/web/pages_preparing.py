"""Before a meeting: reading up on the case, the talk card, what is shown to the family, joint meetings."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.join_families import join_families, note_consents
from services.meetings.commands.prepare_meeting import (
    note_followed_up,
    prepare_meeting,
    share_preparation,
)
from services.meetings.domain.preparing import FollowUp, Id, Preparation, Text
from services.meetings.domain.refusals import AskedOnce
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts, refuse_fields
from services.meetings.web.fields import Day
from services.meetings.web.guards import meeting_access
from services.meetings.web.preparing import overview_context, prepare_context
from shared.access import relation_for
from shared.errors import Conflict, Forbidden, Hidden, Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, admit
from shared.web.layout import Pages
from shared.web.permissions import introduce


class PrepareForm(BaseModel):
    """Everything that may be prepared; all of it may be left open."""

    model_config = ConfigDict(hide_input_in_errors=True)

    opening: Text | None = None
    facts: Annotated[list[Id], Field(max_length=40)] = []
    surveys_checked: bool = False
    support: Text | None = None
    lead_id: Id | None = None
    follow_up_owner: Id | None = None
    follow_up_on: Day | None = None
    follow_up_measures: Text | None = None
    what_happened: Text | None = None
    what_we_do_now: Text | None = None
    next_contact_on: Day | None = None

    def told(self) -> Preparation:
        """Raises `Refusal` where only half is said of who looks after the pupil, and when."""
        return Preparation(
            follow_up=self._follow_up(),
            **self.model_dump(exclude={"follow_up_owner", "follow_up_on", "follow_up_measures"}),
        )

    def _follow_up(self) -> FollowUp | None:
        owner, on = self.follow_up_owner, self.follow_up_on
        if owner is None and on is None and self.follow_up_measures is None:
            return None
        if owner is None or on is None:
            raise Refusal("meeting", fields={"follow_up_on" if owner else "follow_up_owner": "required"})
        return FollowUp(owner_id=owner, on=on, measures=self.follow_up_measures)


class Once(BaseModel):
    """An order that may be asked about once."""

    confirmed: bool = False


class JointForm(BaseModel):
    """The other family's case, and who has said yes."""

    other_case: Id
    consents: Annotated[list[Id], Field(max_length=20)] = []


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings/{meeting_id}/overview` and `/meetings/{meeting_id}/prepare`."""
    made = GuardedRouter(dependencies=[Depends(introduce)])

    async def draw(
        request: Request,
        status: int = 200,
        form: Form[PrepareForm] | None = None,
        ask: tuple[str, ...] = (),
    ) -> Response:
        told = await prepare_context(request, house, pages)
        more: dict[str, Any] = {"values": form.kept} if form else {}
        return pages.render(
            request,
            "prepare.html",
            status,
            **{**told, "errors": field_texts(request, form), "ask": ask, **more},
        )

    @made.get("/meetings/{meeting_id}/overview", allow=meeting_access(staff="see"))
    async def read(request: Request) -> Response:
        return pages.render(request, "overview.html", **await overview_context(request, house, pages))

    @made.get("/meetings/{meeting_id}/prepare", allow=meeting_access(staff="write"))
    async def show(request: Request) -> Response:
        return await draw(request)

    @made.post("/meetings/{meeting_id}/prepare", allow=meeting_access(staff="write"))
    async def prepare(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, PrepareForm)
        if form.value is None:
            return await draw(request, 422, form)
        try:
            await prepare_meeting(meeting_id, form.value.told(), by=who.person_id, house=house)
        except (Conflict, Hidden):
            raise
        except Refusal as refused:
            refuse_fields(form, refused)
            return await draw(request, 422, form)
        return RedirectResponse(f"/meetings/{meeting_id}/prepare", status_code=303)

    @made.post("/meetings/{meeting_id}/shared", allow=meeting_access(staff="write"))
    async def share(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, Once)
        confirmed = form.value is not None and form.value.confirmed
        try:
            await share_preparation(meeting_id, by=who.person_id, house=house, confirmed=confirmed)
        except AskedOnce as asked:
            return await draw(request, 409, ask=asked.codes)
        return RedirectResponse(f"/meetings/{meeting_id}/prepare", status_code=303)

    @made.post("/meetings/{meeting_id}/followed-up", allow=meeting_access(staff="write"))
    async def followed_up(meeting_id: str, who: SignedIn) -> Response:
        await note_followed_up(meeting_id, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/{meeting_id}/prepare", status_code=303)

    _joint(made, house)
    return made


def _joint(made: GuardedRouter, house: House) -> None:
    async def the_other_case(request: Request, who: SignedIn) -> JointForm:
        """Both cases must be open to whoever does this; the second is looked at like any other."""
        form = await read_form(request, JointForm)
        if form.value is None:
            raise Refusal("meeting", fields={"other_case": "required"})
        await admit_to(request, form.value.other_case, who.person_id, house)
        return form.value

    @made.post("/meetings/{meeting_id}/consents", allow=meeting_access(staff="write"))
    async def consents(request: Request, meeting_id: str, who: SignedIn) -> Response:
        told = await the_other_case(request, who)
        await note_consents(meeting_id, told.other_case, told.consents, by=who.person_id, house=house)
        return await _back(meeting_id, told.other_case, house)

    @made.post("/meetings/{meeting_id}/joint", allow=meeting_access(staff="decide"))
    async def join(request: Request, meeting_id: str, who: SignedIn) -> Response:
        told = await the_other_case(request, who)
        there = await join_families(meeting_id, told.other_case, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/{there.id}", status_code=303)


async def admit_to(request: Request, case_id: str, person_id: str, house: House) -> None:
    """Let somebody at the school in to a second case, with its look written down; else raise `Hidden`."""
    try:
        snapshot = await house.access.snapshot(case_id)
        relation = relation_for(
            snapshot, person_id=person_id, hat="staff", action="write", now=house.clock.now()
        )
    except Forbidden:
        raise Hidden from None
    await admit(request, case_id, relation, "write")


async def _back(meeting_id: str, other_case_id: str, house: House) -> Response:
    case = await house.cases.get(other_case_id)
    number = f"?with={case.number}" if case else ""
    return RedirectResponse(f"/meetings/{meeting_id}/prepare{number}", status_code=303)
