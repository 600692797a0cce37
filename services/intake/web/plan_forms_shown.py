"""The plan's form: shown, with what is missing, with names to look at, or beside somebody else's text."""

from typing import Any

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.write_plan import activate_plan
from services.intake.domain.plan import Plan
from services.intake.domain.plan_parts import PlanText
from services.intake.queries.name_check import Checked, NamesFound
from services.intake.queries.names_in_plan import names_in_text
from services.intake.storage.house import Intake
from services.intake.web.case_forms_shown import CaseForms
from services.intake.web.course_forms import PlanForm
from services.intake.web.drawing import Drawing
from services.intake.web.names_clicked import click
from services.intake.web.plan_words import PlanWords, text_of, values_of
from services.intake.web.words import errors_in_words
from shared.errors import Refusal
from shared.web.forms import Form, nested

BLANK_MEASURES = 2
BLANK_DAYS = 1


class PlanForms:
    """The form of one plan, drawn again and again while it is written."""

    def __init__(self, house: Intake, draw: Drawing) -> None:
        self._house = house
        self._draw = draw
        self._forms = CaseForms(house, draw)
        self._words = PlanWords(house, draw)

    async def show(
        self,
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
        return await self._forms.show(
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
            label=self._house.plan_label,
            **context,
        )

    async def clicked(
        self, request: Request, case_id: str, form: Form[PlanForm], do: str, plan: Plan | None
    ) -> Response:
        """A name was clicked: it is gone from what was typed, or looked at; nothing is saved yet."""

        async def look() -> list[Checked]:
            typed = text_of(PlanForm.model_validate(nested(form.kept)), case_id)
            return await names_in_text(plan, typed, case_id, house=self._house)

        click(form.kept, await look(), do, self._draw.t(request, "family-other"))
        return await self.show(request, form.kept, base_of(form, 0), plan, errors={}, checked=await look())

    async def refused_with(
        self, request: Request, form: Form[PlanForm], refused: Refusal, plan: Plan | None, base: int
    ) -> Response:
        if not refused.fields:
            raise refused
        for field, code in refused.fields.items():
            form.refuse(field, code)
        return await self.show(request, form.kept, base, plan, form=form)

    async def put_in_force(self, request: Request, case_id: str, by: str, saved: Plan) -> Response:
        """What was written is saved by now; what is missing is named beside the fields."""
        try:
            await activate_plan(case_id, by=by, house=self._house)
        except NamesFound as found:
            values = values_of(saved.text_for(case_id), case_id)
            return await self.show(
                request, values, saved.version, saved, errors={}, status=409, checked=found.checked
            )
        except Refusal as refused:
            form: Form[PlanForm] = Form(None, kept=values_of(saved.text_for(case_id), case_id))
            return await self.refused_with(request, form, refused, saved, saved.version)
        return RedirectResponse(f"/cases/{case_id}/plan", 303)

    async def both_texts(
        self, request: Request, case_id: str, plan: Plan, mine: PlanText, form: Form[PlanForm]
    ) -> Response:
        """Somebody saved in between: both texts, and the choice. Mine stands in the form, to send again."""
        return await self.show(
            request,
            form.kept,
            plan.version,
            plan,
            errors={},
            status=409,
            theirs=await self._words.changes(request, plan, plan.against(mine, case_id), case_id),
            by=await self._words.name(plan.versions[-1].by) if plan.versions else "–",
        )


def base_of(form: Form[PlanForm], otherwise: int) -> int:
    told = form.kept.get("base", "")
    return int(told) if isinstance(told, str) and told.isdigit() else otherwise
