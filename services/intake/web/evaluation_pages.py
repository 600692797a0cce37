"""Looking at how the plan works: pupil, guardians and school beside each other, noted as it is told."""

from typing import Any

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.evaluate_plan import (
    guardians_of,
    invited_to_evaluate,
    planned_evaluation,
    record_evaluation,
    save_evaluation,
)
from services.intake.domain.evaluation import BETTER, EFFECTS, RESULTS, Effects, EvaluationText, Heard
from services.intake.queries.plans import plan_of
from services.intake.storage.house import Intake
from services.intake.web.case_forms_shown import CaseForms
from services.intake.web.course_forms import EvaluationForm
from services.intake.web.drawing import Drawing
from services.intake.web.plan_words import PlanWords
from services.intake.web.words import errors_in_words
from shared.errors import Conflict, Hidden, Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access


def evaluation_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    write = case_access("write")
    forms = CaseForms(house, draw)
    words = PlanWords(house, draw)

    @router.get("/cases/{case_id}/evaluations/{evaluation_id}", allow=write)
    async def show(request: Request, case_id: str, evaluation_id: str) -> Response:
        there = await house.evaluations.get(evaluation_id)
        if there is not None and there.case_id != case_id:
            raise Hidden
        if there is not None and there.recorded_at is not None:
            return await drawn(request, case_id, evaluation_id, values_of(there.text), recorded=there)
        try:
            await planned_evaluation(case_id, evaluation_id, house=house)
        except Conflict:
            return RedirectResponse(f"/cases/{case_id}/plan", 303)
        text = there.text if there else EvaluationText()
        return await drawn(request, case_id, evaluation_id, values_of(text))

    @router.post("/cases/{case_id}/evaluations/{evaluation_id}", allow=write)
    async def save(request: Request, case_id: str, evaluation_id: str, who: SignedIn) -> Response:
        await planned_evaluation(case_id, evaluation_id, house=house)
        form = await read_form(request, EvaluationForm)
        if form.value is None:
            return await drawn(request, case_id, evaluation_id, form.kept, form=form)
        told = text_of(form.value)
        await save_evaluation(case_id, evaluation_id, told, by=who.person_id, house=house)
        if form.value.do == "record":
            try:
                await record_evaluation(case_id, evaluation_id, by=who.person_id, house=house)
            except Refusal as refused:
                if not refused.fields:
                    raise
                for field, code in refused.fields.items():
                    form.refuse(field, code)
                return await drawn(request, case_id, evaluation_id, form.kept, form=form)
        return RedirectResponse(f"/cases/{case_id}/plan", 303)

    async def drawn(
        request: Request,
        case_id: str,
        evaluation_id: str,
        values: dict[str, Any],
        *,
        form: Form[EvaluationForm] | None = None,
        recorded: Any = None,
    ) -> Response:
        plan = await plan_of(case_id, house=house)
        if plan is None:
            raise Hidden
        guardian_ids = await guardians_of(case_id, house=house)
        people = await house.directory.people_by_id(guardian_ids)
        mine = [
            one
            for one in await words.measures(plan)
            if not one["measure"].case_ids or case_id in one["measure"].case_ids
        ]
        for place, person_id in enumerate(guardian_ids):
            values = {**values, f"guardians.{place}.person_id": person_id}
        planned = [one for one in plan.planned(case_id) if one.evaluation_id == evaluation_id]
        return await forms.show(
            request,
            "evaluation.html",
            status=422 if form else 200,
            values=values if form else _by_place(values, [one["measure"].id for one in mine], guardian_ids),
            errors=errors_in_words(request, form) if form else {},
            evaluation_id=evaluation_id,
            recorded=recorded,
            day=recorded.due_on if recorded else planned[0].on if planned else None,
            measures=mine,
            guardians=[(id_, people[id_].name if id_ in people else "–") for id_ in guardian_ids],
            invited=await invited_to_evaluate(case_id, house=house),
            is_last=len(planned) > 0 and plan.planned(case_id)[-1].evaluation_id == evaluation_id,
            effects=EFFECTS,
            betters=BETTER,
            results=RESULTS,
            label=house.plan_label,
        )


def text_of(form: EvaluationForm) -> EvaluationText:
    return EvaluationText(
        effects=tuple(Effects(**one.model_dump()) for one in form.effects),
        guardians=tuple(Heard(**one.model_dump()) for one in form.guardians),
        **form.model_dump(exclude={"effects", "guardians", "do"}),
    )


def values_of(text: EvaluationText) -> dict[str, Any]:
    """What was saved, by who and which measure: `_by_place` puts it in the form's rows."""
    values: dict[str, Any] = text.model_dump(mode="json", exclude={"effects", "guardians"})
    for one in text.effects:
        for name, told in one.model_dump().items():
            values[f"effects:{one.measure_id}:{name}"] = told
    for heard in text.guardians:
        for name, told in heard.model_dump(mode="json").items():
            values[f"guardians:{heard.person_id}:{name}"] = told
    return {name: told for name, told in values.items() if told}


def _by_place(values: dict[str, Any], measures: list[str], guardians: list[str]) -> dict[str, Any]:
    found = {name: told for name, told in values.items() if ":" not in name}
    for rows, ids in (("effects", measures), ("guardians", guardians)):
        for place, id_ in enumerate(ids):
            for name in ("pupil", "guardian", "school", "says", "invited_on"):
                if told := values.get(f"{rows}:{id_}:{name}"):
                    found[f"{rows}.{place}.{name}"] = told
    return found
