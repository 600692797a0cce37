"""What staff write down besides: ten seconds' observation, an intervention, that barnevern was considered."""

from typing import Annotated

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.intake.commands.consider_child_welfare import consider_child_welfare
from services.intake.commands.note_observation import NoteObservation, note_observation
from services.intake.commands.report_intervention import (
    ReportIntervention,
    complete_intervention,
    report_intervention,
)
from services.intake.queries.report_choices import choices_for
from services.intake.storage.house import Intake
from services.intake.web.case_forms_shown import CaseForms
from services.intake.web.drawing import Drawing
from services.intake.web.report_forms import TEXT_LIMIT, Id, Words
from services.intake.web.words import errors_in_words
from shared.errors import Hidden, Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, Who, case_access, signed_in
from shared.web.idempotency import FIELD, IdempotencyKey, new_idempotency_key


class ObservationForm(BaseModel):
    """One line, and whom it is about; when is filled in."""

    model_config = ConfigDict(str_strip_whitespace=True)

    pupil_id: Id
    text: Words


class InterventionForm(BaseModel):
    """§ 13-5: what happened, what was done, how the pupil sees it. What is not known yet may come later."""

    model_config = ConfigDict(str_strip_whitespace=True)

    happened: Annotated[str | None, Field(max_length=TEXT_LIMIT)] = None
    measure: Annotated[str | None, Field(max_length=TEXT_LIMIT)] = None
    pupils_view: Annotated[str | None, Field(max_length=TEXT_LIMIT)] = None


def telling_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    forms = CaseForms(house, draw)
    staff, write = signed_in("staff"), case_access("write")

    @router.get("/observations/new", allow=staff)
    async def observe(request: Request, who: SignedIn) -> Response:
        return await page(request, who)

    @router.post("/observations/new", allow=staff)
    async def note(request: Request, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, ObservationForm)
        if form.value is not None:
            told = NoteObservation(key=key, by=who.person_id, **form.value.model_dump())
            try:
                noted = await note_observation(told, house=house)
            except Refusal as refused:
                form.refuse("pupil_id", refused.fields.get("pupil_ids", refused.code))
            else:
                if noted.report is not None:
                    return RedirectResponse(f"/report/{noted.report.id}/receipt", 303)
                return RedirectResponse(f"/cases/{noted.case_id}#facts", 303)
        return await page(request, who, form=form, key=key, status=422)

    @router.post("/cases/{case_id}/child-welfare", allow=write)
    async def considered(case_id: str, who: SignedIn) -> Response:
        await consider_child_welfare(case_id, by=who.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}#child-welfare", 303)

    @router.get("/cases/{case_id}/interventions/new", allow=write)
    async def intervention(request: Request) -> Response:
        return await forms.show(request, "telling/intervention.html", limit=TEXT_LIMIT)

    @router.post("/cases/{case_id}/interventions/new", allow=write)
    async def report(request: Request, case_id: str, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, InterventionForm)

        async def order(told: InterventionForm) -> None:
            if not told.happened:
                raise Refusal("invalid", fields={"happened": "required"})
            command = ReportIntervention(case_id=case_id, key=key, by=who.person_id, **told.model_dump())
            await report_intervention(command, house=house)

        return await forms.obey(
            request,
            form,
            order,
            template="telling/intervention.html",
            after=f"/cases/{case_id}#interventions",
            limit=TEXT_LIMIT,
        )

    @router.post("/cases/{case_id}/interventions/{intervention_id}", allow=write)
    async def complete(request: Request, case_id: str, intervention_id: str, who: SignedIn) -> Response:
        there = await house.interventions.get(intervention_id)
        if there is None or there.case_id != case_id:
            raise Hidden
        form = await read_form(request, InterventionForm)
        if form.value is not None:
            told = form.value.model_dump()
            await complete_intervention(intervention_id, by=who.person_id, house=house, **told)
        return RedirectResponse(f"/cases/{case_id}#interventions", 303)

    async def page(
        request: Request,
        who: Who,
        *,
        form: Form[ObservationForm] | None = None,
        key: str | None = None,
        status: int = 200,
    ) -> Response:
        choices = await choices_for(who.person_id, "staff", house=house)
        return draw.page(
            request,
            "telling/observation.html",
            status,
            pupils=[(one.id, f"{group} {one.name}".strip()) for one, group in choices.pupils],
            values=form.kept if form else {},
            errors=errors_in_words(request, form) if form else {},
            key=key or new_idempotency_key(),
            key_field=FIELD,
            limit=TEXT_LIMIT,
            active="report",
        )
