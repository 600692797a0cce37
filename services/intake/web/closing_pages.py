"""Closing a case, the owner's signature, and opening it again."""

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.close_case import close_case, countersign, reopen_case, send_back
from services.intake.domain.course_parts import ClosingDraft
from services.intake.storage.house import Intake
from services.intake.web.case_forms_shown import CaseForms
from services.intake.web.course_forms import CloseForm, ReopenForm, SignForm
from services.intake.web.drawing import Drawing
from shared.errors import Hidden, Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access, duty


def closing_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    decide, owner = case_access("decide"), duty("school_owner", "owner_deputy")
    forms = CaseForms(house, draw)

    @router.get("/cases/{case_id}/close", allow=decide)
    async def show(request: Request) -> Response:
        return await forms.show(request, "close.html", label=house.plan_label)

    @router.post("/cases/{case_id}/close", allow=decide)
    async def close(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, CloseForm)

        async def order(told: CloseForm) -> None:
            draft = ClosingDraft.model_validate(told.model_dump())
            await close_case(case_id, draft, by=who.person_id, house=house)

        after = f"/cases/{case_id}"
        return await forms.obey(
            request, form, order, template="close.html", after=after, label=house.plan_label
        )

    @router.post("/cases/{case_id}/reopen", allow=decide)
    async def reopen(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, ReopenForm)

        async def order(told: ReopenForm) -> None:
            await reopen_case(case_id, told.reason, by=who.person_id, house=house)

        after = f"/cases/{case_id}"
        return await forms.obey(
            request, form, order, template="close.html", after=after, label=house.plan_label
        )

    @router.get("/cases/{case_id}/countersign", allow=owner)
    async def owners_page(request: Request, case_id: str) -> Response:
        """What the owner signs: the kinds of grounds and the days, not the words of child and home."""
        case = await house.cases.get(case_id)
        if case is None or case.waits_for_owner is None:
            raise Hidden
        school = await house.directory.school(case.school_id)
        return draw.page(
            request,
            "countersign.html",
            case=case,
            closing=case.waits_for_owner,
            school=school.name,
            active="notices",
        )

    @router.post("/cases/{case_id}/countersign", allow=owner)
    async def sign(request: Request, case_id: str, who: SignedIn) -> Response:
        case = await house.cases.get(case_id)
        if case is None or case.waits_for_owner is None:
            raise Hidden
        form = await read_form(request, SignForm)
        if form.value is None:
            raise Refusal("invalid", fields={"do": "required"})
        if form.value.do == "sign":
            await countersign(case_id, by=who.person_id, house=house)
        else:
            await send_back(case_id, by=who.person_id, house=house)
        return RedirectResponse("/notices", 303)
