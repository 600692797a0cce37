"""Preparing the meeting of a group's parents: for the school, and what a parent contact sees of it."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.prepare_group import (
    mark_proposals_read,
    preparation_of,
    prepare_group,
    propose_for_group,
)
from services.meetings.domain.group_plan import Preparation
from services.meetings.domain.group_preparation import Family, GroupPreparation, Openness
from services.meetings.queries.practicalities import practicalities
from services.meetings.queries.who_may_come import home_side
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts
from services.meetings.web.fields import Day
from services.meetings.web.guards import case_in_query
from shared.contracts.access import AccessSnapshotV1
from shared.errors import Hidden
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.layout import Pages
from shared.web.permissions import contact_at, introduce
from shared.web.sessions import language_of

SPARE = 2
Line = Annotated[str, Field(max_length=500)]
Id = Annotated[str, Field(max_length=60)]


class StrategyRow(BaseModel):
    situation: Line | None = None
    reply: Line | None = None
    who: Line | None = None


class FamilyRow(BaseModel):
    person_id: Id | None = None
    talked_on: Day | None = None
    openness: Openness | None = None
    wording: Annotated[str, Field(max_length=1000)] | None = None
    wants_to_speak: bool = False
    declined: bool = False
    tried: Line | None = None


class PreparationForm(BaseModel):
    """What is prepared so far; rows without a situation or a family are left out."""

    model_config = ConfigDict(hide_input_in_errors=True)

    strategies: Annotated[list[StrategyRow], Field(max_length=20)] = []
    incident: Literal["yes", "no"] | None = None
    families: Annotated[list[FamilyRow], Field(max_length=20)] = []

    @property
    def concerns_incident(self) -> bool | None:
        return None if self.incident is None else self.incident == "yes"

    def prepared(self) -> dict[str, Any]:
        return {
            "strategies": [
                Preparation(situation=row.situation, reply=row.reply, who=row.who)
                for row in self.strategies
                if row.situation
            ],
            "concerns_incident": self.concerns_incident,
            "families": [Family.model_validate(row.model_dump()) for row in self.families if row.person_id],
        }


class ProposalForm(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    text: Annotated[str, Field(max_length=2000)]


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings/group-plan?case=…` for the school, `/meetings/for-contacts?case=…` for parent contacts."""
    made = GuardedRouter(dependencies=[Depends(introduce)])
    _for_school(made, house, pages)
    _for_contacts(made, house, pages)
    return made


def _for_school(made: GuardedRouter, house: House, pages: Pages) -> None:
    may_write = case_access("write", case_in_query)

    async def draw(
        request: Request, status: int = 200, form: Form[PreparationForm] | None = None
    ) -> Response:
        case_id = request.state.case_id
        snapshot = await house.access.snapshot(case_id)
        if snapshot.kind != "group":
            raise Hidden
        there = await preparation_of(case_id, house) or GroupPreparation.blank(case_id, snapshot.school_id)
        home = home_side(snapshot, house.clock.now())
        ids = [*(one.person_id for one in home), *(one.person_id for one in there.proposals)]
        people = await house.directory.people_by_id(ids)
        options = [(one.person_id, people[one.person_id].name) for one in home if one.person_id in people]
        return pages.render(
            request,
            "group-preparing.html",
            status,
            case_id=case_id,
            there=there,
            options=sorted(options, key=lambda one: one[1]),
            names={who: person.name for who, person in people.items()},
            rows={"strategies": len(there.strategies) + SPARE, "families": len(there.families) + 1},
            values=_typed(there) | (form.kept if form else {}),
            errors=field_texts(request, form),
            active="meetings",
        )

    @made.get("/meetings/group-plan", allow=may_write)
    async def show(request: Request) -> Response:
        return await draw(request)

    @made.post("/meetings/group-plan", allow=may_write)
    async def keep(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, PreparationForm)
        if form.value is None:
            return await draw(request, 422, form)
        case_id = request.state.case_id
        if (await house.access.snapshot(case_id)).kind != "group":
            raise Hidden
        await prepare_group(case_id, **form.value.prepared(), by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/group-plan?case={case_id}", status_code=303)

    @made.post("/meetings/group-plan/proposals-read", allow=may_write)
    async def have_read(request: Request, who: SignedIn) -> Response:
        await mark_proposals_read(request.state.case_id, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/group-plan?case={request.state.case_id}", status_code=303)


def _for_contacts(made: GuardedRouter, house: House, pages: Pages) -> None:
    """Agenda and practicalities, and a box to propose in: nothing of the case (R48)."""
    may = case_access("practical", case_in_query)

    async def of_contact(request: Request, me: str) -> AccessSnapshotV1:
        """The group's case, for its parent contacts and nobody else."""
        snapshot = await house.access.snapshot(request.state.case_id)
        if snapshot.kind != "group" or snapshot.group_id is None:
            raise Hidden
        contacts = await house.directory.parent_contacts_of(snapshot.group_id, house.today())
        if me not in {one.id for one in contacts}:
            raise Hidden
        return snapshot

    async def draw(
        request: Request, me: str, status: int = 200, form: Form[ProposalForm] | None = None
    ) -> Response:
        snapshot = await of_contact(request, me)
        request.state.contact = await contact_at(house.directory, snapshot.school_id, house.today())
        coming = await house.meetings.find(
            {"case_id": snapshot.case_id, "kind": "group", "status": "called"}, sort=[("starts_at", 1)]
        )
        there = await preparation_of(snapshot.case_id, house)
        language = language_of(request)
        return pages.render(
            request,
            "group-contact.html",
            status,
            case_id=snapshot.case_id,
            group=(await house.directory.group(snapshot.group_id or "")).name,
            meetings=[
                await practicalities(one, house=house, language=language, signed_in=True) for one in coming
            ],
            own=[one for one in (there.proposals if there else []) if one.person_id == me],
            values=form.kept if form else {},
            errors=field_texts(request, form),
            active="meetings",
        )

    @made.get("/meetings/for-contacts", allow=may)
    async def show(request: Request, who: SignedIn) -> Response:
        return await draw(request, who.person_id)

    @made.post("/meetings/for-contacts", allow=may)
    async def propose(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, ProposalForm)
        if form.value is None:
            return await draw(request, who.person_id, 422, form)
        case_id = (await of_contact(request, who.person_id)).case_id
        await propose_for_group(case_id, form.value.text, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/for-contacts?case={case_id}", status_code=303)


def _typed(there: GroupPreparation) -> dict[str, Any]:
    """The preparation as the values of the form's fields."""
    flat: dict[str, Any] = {}
    if there.concerns_incident is not None:
        flat["incident"] = "yes" if there.concerns_incident else "no"
    rows: dict[str, Sequence[BaseModel]] = {"strategies": there.strategies, "families": there.families}
    for name, kept in rows.items():
        for number, row in enumerate(kept):
            for key, value in row.model_dump(mode="json", exclude_none=True).items():
                flat[f"{name}.{number}.{key}"] = (
                    ("yes" if value else "") if isinstance(value, bool) else value
                )
    return flat
