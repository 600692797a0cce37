"""Statsforvalteren in a case: what was asked or ordered, by when, what follows, and the answer (row L2)."""

from datetime import date
from typing import Annotated, Literal

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, field_validator
from starlette.responses import RedirectResponse, Response

from services.intake.commands.follow_oversight import (
    ReceiveDemand,
    add_follow_up,
    answer_demand,
    finish_follow_up,
    receive_demand,
)
from services.intake.storage.house import Intake
from services.intake.web.case_forms import Text
from services.intake.web.case_forms_shown import CaseForms
from services.intake.web.drawing import Drawing
from services.intake.web.leadership_pages import as_people_write_it
from services.intake.web.report_forms import Id
from shared.errors import Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import IdempotencyKey

TEMPLATE = "cases/oversight.html"


class _Dated(BaseModel):
    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    @field_validator("received_on", "deadline", "due_on", "answered_on", mode="before", check_fields=False)
    @classmethod
    def _day(cls, told: object) -> object:
        return as_people_write_it(told)


class DemandForm(_Dated):
    kind: Literal["information", "order"]
    received_on: date
    deadline: date
    what: Text


class FollowForm(_Dated):
    demand_id: Id
    what: Annotated[str, Field(min_length=1, max_length=500)]
    person_id: Id
    due_on: date


class DoneForm(BaseModel):
    demand_id: Id
    follow_up_id: Id


class AnswerForm(_Dated):
    demand_id: Id
    answered_on: date
    answer: Text


def oversight_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    decide, write = case_access("decide"), case_access("write")
    forms = CaseForms(house, draw)

    @router.get("/cases/{case_id}/oversight", allow=write)
    async def show(request: Request) -> Response:
        return await forms.show(request, TEMPLATE)

    @router.post("/cases/{case_id}/oversight", allow=decide)
    async def receive(request: Request, case_id: str, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, DemandForm)

        async def order(told: DemandForm) -> None:
            command = ReceiveDemand(case_id=case_id, key=key, by=who.person_id, **told.model_dump())
            await receive_demand(command, house=house)

        return await forms.obey(request, form, order, template=TEMPLATE, after=f"/cases/{case_id}/oversight")

    @router.post("/cases/{case_id}/oversight/follow-ups", allow=decide)
    async def follow(request: Request, case_id: str, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, FollowForm)

        async def order(told: FollowForm) -> None:
            await add_follow_up(case_id, key=key, by=who.person_id, house=house, **told.model_dump())

        return await forms.obey(request, form, order, template=TEMPLATE, after=f"/cases/{case_id}/oversight")

    @router.post("/cases/{case_id}/oversight/done", allow=write)
    async def done(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, DoneForm)
        if form.value is None:
            raise Refusal("invalid", fields=form.errors)
        told = form.value
        await finish_follow_up(case_id, told.demand_id, told.follow_up_id, by=who.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}/oversight", 303)

    @router.post("/cases/{case_id}/oversight/answer", allow=decide)
    async def answer(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, AnswerForm)

        async def order(told: AnswerForm) -> None:
            await answer_demand(case_id, by=who.person_id, house=house, **told.model_dump())

        return await forms.obey(request, form, order, template=TEMPLATE, after=f"/cases/{case_id}/oversight")
