"""The plan written and put in force; and two people who write at the same time."""

from typing import Any

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.write_plan import activate_plan, save_plan, usual_evaluations
from services.intake.domain.case import Case
from services.intake.domain.plan import Plan
from services.intake.domain.plan_parts import PlanText
from services.intake.queries.plans import plan_of
from services.intake.storage.house import Intake
from services.intake.web.case_forms_shown import CaseForms
from services.intake.web.course_forms import PlanForm
from services.intake.web.drawing import Drawing
from services.intake.web.plan_words import PlanWords, text_of, values_of
from services.intake.web.words import errors_in_words
from shared.errors import Conflict, Hidden, Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access

BLANK_MEASURES = 2
BLANK_DAYS = 1


def plan_edit_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    write = case_access("write")
    forms = CaseForms(house, draw)
    words = PlanWords(house, draw)

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
        return await form_of(request, values, plan.version if plan else 0, plan)

    @router.post("/cases/{case_id}/plan/edit", allow=write)
    async def save(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, PlanForm)
        plan = await plan_of(case_id, house=house)
        base = plan.version if plan else 0
        if form.value is None:
            return await form_of(request, form.kept, _base(form, base), plan, form=form)
        told = text_of(form.value, case_id)
        try:
            saved = await save_plan(case_id, told, base=form.value.base, by=who.person_id, house=house)
        except Conflict as refused:
            if refused.code != "plan-changed" or plan is None:
                raise
            return await both_texts(request, case_id, plan, told, form)
        except Refusal as refused:
            return await refused_with(request, form, refused, plan, form.value.base)
        if form.value.do == "activate":
            return await put_in_force(request, case_id, who.person_id, saved)
        return RedirectResponse(f"/cases/{case_id}/plan", 303)

    @router.post("/cases/{case_id}/plan/activate", allow=write)
    async def activate(request: Request, case_id: str, who: SignedIn) -> Response:
        plan = await plan_of(case_id, house=house)
        if plan is None:
            raise Hidden
        return await put_in_force(request, case_id, who.person_id, plan)

    async def form_of(
        request: Request,
        values: dict[str, Any],
        base: int,
        plan: Plan | None,
        *,
        form: Form[PlanForm] | None = None,
        errors: dict[str, str] | None = None,
        status: int = 200,
        **context: Any,
    ) -> Response:
        if form is not None and errors is None:
            errors, status = errors_in_words(request, form), 422
        rows = max([int(name.split(".")[1]) + 1 for name in values if name.startswith("measures.")] or [0])
        days = max([int(name.split(".")[1]) + 1 for name in values if name.startswith("evaluate_on.")] or [0])
        return await forms.show(
            request,
            "plan-edit.html",
            status=status,
            values=values,
            errors=errors or {},
            base=base,
            plan=plan,
            rows=rows + BLANK_MEASURES,
            days=days + BLANK_DAYS,
            several=plan is not None and len(plan.case_ids) > 1,
            label=house.plan_label,
            **context,
        )

    async def refused_with(
        request: Request, form: Form[PlanForm], refused: Refusal, plan: Plan | None, base: int
    ) -> Response:
        if not refused.fields:
            raise refused
        for field, code in refused.fields.items():
            form.refuse(field, code)
        return await form_of(request, form.kept, base, plan, form=form)

    async def put_in_force(request: Request, case_id: str, by: str, saved: Plan) -> Response:
        """What was written is saved by now; what is missing is named beside the fields."""
        try:
            await activate_plan(case_id, by=by, house=house)
        except Refusal as refused:
            form: Form[PlanForm] = Form(None, kept=values_of(saved.text_for(case_id), case_id))
            return await refused_with(request, form, refused, saved, saved.version)
        return RedirectResponse(f"/cases/{case_id}/plan", 303)

    async def both_texts(
        request: Request, case_id: str, plan: Plan, mine: PlanText, form: Form[PlanForm]
    ) -> Response:
        """Somebody saved in between: both texts, and the choice. Mine stands in the form, to send again."""
        return await form_of(
            request,
            form.kept,
            plan.version,
            plan,
            errors={},
            status=409,
            theirs=await words.changes(request, plan, plan.against(mine, case_id), case_id),
            by=await words.name(plan.versions[-1].by) if plan.versions else "–",
        )


def _base(form: Form[PlanForm], otherwise: int) -> int:
    told = form.kept.get("base", "")
    return int(told) if isinstance(told, str) and told.isdigit() else otherwise


def _proposed(case: Case, request_id: str | None, place: int) -> dict[str, Any]:
    """The measure that the family proposes, as a new row of the form."""
    found = next((one for one in case.requests if one.id == request_id and one.about == "measure"), None)
    return {f"measures.{place}.what": found.text} if found else {}
