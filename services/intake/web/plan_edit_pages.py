"""The plan written and put in force; and two people who write at the same time."""

from typing import Any

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.write_plan import save_plan, usual_evaluations
from services.intake.domain.case import Case
from services.intake.domain.plan_parts import PlanText
from services.intake.queries.name_check import NamesFound
from services.intake.queries.plans import plan_of
from services.intake.storage.house import Intake
from services.intake.web.course_forms import PlanForm
from services.intake.web.drawing import Drawing
from services.intake.web.plan_forms_shown import PlanForms, base_of
from services.intake.web.plan_words import text_of, values_of
from shared.errors import Conflict, Hidden, Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access


def plan_edit_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    write = case_access("write")
    shown = PlanForms(house, draw)

    @router.get("/cases/{case_id}/plan/edit", allow=write)
    async def edit(request: Request, case_id: str) -> Response:
        plan = await plan_of(case_id, house=house)
        case = await house.cases.get(case_id)
        if case is None:
            raise Hidden
        text = plan.text_for(case_id) if plan else PlanText()
        if not text.evaluate_on:
            text = text.model_copy(
                update={"evaluate_on": await usual_evaluations(case.school_id, house=house)}
            )
        values = values_of(text, case_id)
        values |= _proposed(case, request.query_params.get("proposal"), len(text.measures))
        return await shown.show(request, values, plan.version if plan else 0, plan)

    @router.post("/cases/{case_id}/plan/edit", allow=write)
    async def save(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, PlanForm)
        plan = await plan_of(case_id, house=house)
        base = plan.version if plan else 0
        if form.value is None:
            return await shown.show(request, form.kept, base_of(form, base), plan, form=form)
        told = text_of(form.value, case_id)
        if form.value.name_do:
            return await shown.clicked(request, case_id, form, form.value.name_do, plan)
        try:
            saved = await save_plan(
                case_id,
                told,
                base=form.value.base,
                by=who.person_id,
                house=house,
                looked=form.value.looked,
            )
        except NamesFound as found:
            return await shown.show(
                request, form.kept, form.value.base, plan, errors={}, status=409, checked=found.checked
            )
        except Conflict as refused:
            if refused.code != "plan-changed" or plan is None:
                raise
            return await shown.both_texts(request, case_id, plan, told, form)
        except Refusal as refused:
            return await shown.refused_with(request, form, refused, plan, form.value.base)
        if form.value.do == "activate":
            return await shown.put_in_force(request, case_id, who.person_id, saved)
        return RedirectResponse(f"/cases/{case_id}/plan", 303)

    @router.post("/cases/{case_id}/plan/activate", allow=write)
    async def activate(request: Request, case_id: str, who: SignedIn) -> Response:
        plan = await plan_of(case_id, house=house)
        if plan is None:
            raise Hidden
        return await shown.put_in_force(request, case_id, who.person_id, plan)


def _proposed(case: Case, request_id: str | None, place: int) -> dict[str, Any]:
    """The measure that the family proposes, as a new row of the form."""
    found = next((one for one in case.requests if one.id == request_id and one.about == "measure"), None)
    return {f"measures.{place}.what": found.text} if found else {}
