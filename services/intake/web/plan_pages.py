"""The plan as it is read: its measures, its versions, and the cases it covers."""

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.write_plan import (
    join_plan,
    set_measure,
)
from services.intake.domain.plan import Plan
from services.intake.domain.plan_parts import MEASURE_STATUSES
from services.intake.queries.plans import cases_to_join, evaluations_of, plan_of
from services.intake.storage.house import Intake
from services.intake.web.case_forms_shown import CaseForms
from services.intake.web.course_forms import JoinForm, MeasureStatusForm
from services.intake.web.drawing import Drawing
from services.intake.web.plan_words import PlanWords
from shared.contracts.access import ACTIONS
from shared.errors import Hidden, Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access


def plan_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    see, write = case_access("see"), case_access("write")
    forms = CaseForms(house, draw)
    words = PlanWords(house, draw)

    @router.get("/cases/{case_id}/plan", allow=see)
    async def show(request: Request, case_id: str, who: SignedIn) -> Response:
        plan = await plan_of(case_id, house=house)
        if plan is None:
            return await forms.show(
                request, "plan.html", plan=None, label=house.plan_label, may_write=may_write(request)
            )
        return await drawn(request, case_id, plan, who.person_id)

    @router.post("/cases/{case_id}/plan/measures/{measure_id}", allow=write)
    async def measure(request: Request, case_id: str, measure_id: str, who: SignedIn) -> Response:
        form = await read_form(request, MeasureStatusForm)
        if form.value is None:
            raise Refusal("invalid", fields={fault.field: fault.code for fault in form.faults})
        told = form.value
        await set_measure(case_id, measure_id, told.status, note=told.note, by=who.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}/plan#{measure_id}", 303)

    @router.post("/cases/{case_id}/plan/cases", allow=case_access("decide"))
    async def join(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, JoinForm)
        offered = {case.id for case, _ in await cases_to_join(case_id, who.person_id, house=house)}
        if form.value is None or form.value.case_id not in offered:
            raise Refusal("invalid", fields={"case_id": "not-a-choice"})
        await join_plan(case_id, form.value.case_id, by=who.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}/plan", 303)

    @router.get("/cases/{case_id}/plan/versions", allow=see)
    async def versions(request: Request, case_id: str) -> Response:
        plan = await plan_of(case_id, house=house)
        if plan is None:
            raise Hidden
        rows = await words.versions(request, plan, case_id)
        return await forms.show(request, "plan-versions.html", plan=plan, rows=rows, label=house.plan_label)

    def may_write(request: Request) -> bool:
        return "write" in ACTIONS[request.state.decision.relation]

    async def drawn(request: Request, case_id: str, plan: Plan, reader_id: str) -> Response:
        decides = request.state.decision.relation in ("rektor", "deputy")
        return await forms.show(
            request,
            "plan.html",
            plan=plan,
            voice=plan.voice_of(case_id),
            measures=await words.measures(plan),
            planned=plan.planned(case_id),
            evaluations=await evaluations_of(case_id, house=house),
            others=[one for one in plan.case_ids if one != case_id],
            to_join=await cases_to_join(case_id, reader_id, house=house) if decides else [],
            statuses=MEASURE_STATUSES,
            label=house.plan_label,
            may_write=may_write(request),
        )
