"""Leadership assesses: a case, no case, or the right school; and what is to be found out."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request
from starlette.responses import Response

from services.intake.commands.assess_case import assess_case, find_no_case, move_case
from services.intake.commands.take_step import TakeStep, take_step
from services.intake.domain.course_parts import METHODS, STEP_STATUSES, Step
from services.intake.queries.name_check import Checked, names_for_family
from services.intake.storage.house import Intake
from services.intake.web.case_forms_shown import CaseForms
from services.intake.web.course_forms import AssessForm, MoveForm, NoCaseForm, StepForm
from services.intake.web.drawing import Drawing
from shared.errors import Hidden
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import IdempotencyKey


def assess_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    decide = case_access("decide")
    forms = CaseForms(house, draw)

    @router.get("/cases/{case_id}/assess", allow=decide)
    async def show(request: Request) -> Response:
        return await forms.show(request, "assess.html", **await context())

    @router.post("/cases/{case_id}/assess", allow=decide)
    async def assess(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, AssessForm)

        async def order(told: AssessForm) -> None:
            await assess_case(case_id, told.text, by=who.person_id, house=house)

        after = f"/cases/{case_id}/steps"
        return await forms.obey(request, form, order, template="assess.html", after=after, **await context())

    @router.post("/cases/{case_id}/no-case", allow=decide)
    async def no_case(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, NoCaseForm)

        case = await house.cases.get(case_id)
        if case is None:
            raise Hidden

        async def look(kept: Mapping[str, Any]) -> list[Checked]:
            return await names_for_family(case, {"answer": kept.get("answer")}, house=house)

        async def order(told: NoCaseForm) -> None:
            await find_no_case(
                case_id, told.text, told.answer, by=who.person_id, house=house, looked=told.looked
            )

        after = f"/cases/{case_id}"
        told = {**await context(), "open_": "no_case"}
        return await forms.obey(request, form, order, template="assess.html", after=after, look=look, **told)

    @router.post("/cases/{case_id}/move", allow=decide)
    async def move(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, MoveForm)

        async def order(told: MoveForm) -> None:
            await move_case(case_id, told.school_id, told.reason, by=who.person_id, house=house)

        # Whoever moved it sees it no more: it is not their school's.
        told = {**await context(), "open_": "move"}
        return await forms.obey(request, form, order, template="assess.html", after="/today", **told)

    async def context() -> dict[str, Any]:
        schools = await house.directory.schools.find({})
        rows = sorted((one for one in schools.values()), key=lambda one: one.name)
        return {"schools": rows, "open_": ""}


def step_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    write = case_access("write")
    forms = CaseForms(house, draw)

    @router.get("/cases/{case_id}/steps", allow=write)
    async def steps(request: Request, who: SignedIn) -> Response:
        return await forms.show(request, "steps.html", **context(None), values={"person_id": who.person_id})

    @router.post("/cases/{case_id}/steps", allow=write)
    async def new_step(request: Request, case_id: str, who: SignedIn, key: IdempotencyKey) -> Response:
        return await kept(request, case_id, who.person_id, None, key)

    @router.get("/cases/{case_id}/steps/{step_id}", allow=write)
    async def step(request: Request, case_id: str, step_id: str) -> Response:
        found = await known(case_id, step_id)
        values: Mapping[str, Any] = found.model_dump(mode="json", exclude={"shared"})
        values = {**values, "shared": "yes" if found.shared else ""}
        return await forms.show(request, "steps.html", **context(found), values=values)

    @router.post("/cases/{case_id}/steps/{step_id}", allow=write)
    async def change_step(request: Request, case_id: str, step_id: str, who: SignedIn) -> Response:
        return await kept(request, case_id, who.person_id, await known(case_id, step_id), "")

    async def kept(request: Request, case_id: str, by: str, step: Step | None, key: str) -> Response:
        form = await read_form(request, StepForm)

        case = await house.cases.get(case_id)
        if case is None:
            raise Hidden

        async def look(kept: Mapping[str, Any]) -> list[Checked]:
            texts = {name: kept.get(name) for name in ("what", "result")}
            return await names_for_family(case, texts, house=house)

        async def order(told: StepForm) -> None:
            command = TakeStep(
                case_id=case_id,
                by=by,
                key=key,
                step_id=step.id if step else None,
                shared=told.shared is not None,
                **told.model_dump(exclude={"shared", "name_do"}),
            )
            await take_step(command, house=house)

        after = f"/cases/{case_id}/steps"
        return await forms.obey(
            request, form, order, template="steps.html", after=after, look=look, **context(step)
        )

    async def known(case_id: str, step_id: str) -> Step:
        case = await house.cases.get(case_id)
        found = next((one for one in case.steps if one.id == step_id), None) if case else None
        if found is None:
            raise Hidden
        return found

    def context(step: Step | None) -> dict[str, Any]:
        return {"step": step, "methods": METHODS, "statuses": STEP_STATUSES}
