"""`/notices/deviations`: what reached somebody it was not for, and whether Datatilsynet has been told."""

from typing import Any, Literal

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.escalation.queries.names import names_of
from services.escalation.storage.house import Escalation
from services.escalation.web.reading import faults_in_words
from services.escalation.web.values_pages import SETS_RULES
from shared.errors import Hidden, Refusal
from shared.timers import EVER
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import introduce

_LATEST = 100


class AssessmentForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    outcome: Literal["reported", "not_reported"]
    reason: str = Field(default="", max_length=2000)


def deviation_pages(house: Escalation, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)])

    @router.get("/notices/deviations", allow=SETS_RULES, include_in_schema=False)
    async def show(request: Request) -> Response:
        return await page(request)

    @router.post("/notices/deviations/{deviation_id}", allow=SETS_RULES, include_in_schema=False)
    async def assess(deviation_id: str, request: Request, who: SignedIn) -> Response:
        if await house.deviations.get(deviation_id) is None:
            raise Hidden
        form = await read_form(request, AssessmentForm)
        if form.value is not None:
            told, now = form.value, house.clock.now()
            try:
                await house.deviations.change(
                    deviation_id,
                    lambda it: it.assess(told.outcome, told.reason, by=who.person_id, at=now),
                    by=who.person_id,
                )
            except Refusal as refused:
                for name, code in refused.fields.items():
                    form.refuse(name, code)
        return (
            RedirectResponse("/notices/deviations", 303)
            if form.ok
            else await page(request, form, deviation_id)
        )

    async def page(request: Request, form: Form[Any] | None = None, about: str | None = None) -> Response:
        found = await house.deviations.find(
            {"known_at": {"$gt": EVER}}, sort=[("known_at", -1)], limit=_LATEST
        )
        cases = await house.cases.get_many([one.case_id for one in found])
        clocks = await house.clocks.find({"subject_id": {"$in": [one.id for one in found]}})
        schools = await house.directory.schools.find({})
        return pages.render(
            request,
            "notices/deviations.html",
            status=422 if form else 200,
            deviations=found,
            about=about,
            numbers={id_: one.number for id_, one in cases.items()},
            due={one.subject_id: one.term.due_at for one in clocks},
            schools={id_: one.name for id_, one in schools.items()},
            names=await names_of([one.assessed_by for one in found], house.directory),
            values=form.kept if form else {},
            errors=faults_in_words(request, form) if form else {},
            active="rules",
        )

    return router
