"""The family's own page of a case."""

from typing import Any

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.ask_for_contact import AskForContact, ask_for_contact
from services.intake.commands.give_account import take_rights
from services.intake.domain.rights import PARTS, RIGHTS_VERSION
from services.intake.queries.family import family_page
from services.intake.storage.house import Intake
from services.intake.web.case_forms import RequestForm
from services.intake.web.drawing import Drawing
from services.intake.web.family_copy import FamilyCopy
from services.intake.web.family_steps import steps_of
from services.intake.web.words import errors_in_words
from shared.errors import Hidden
from shared.pdf import pdf_of
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import FIELD, IdempotencyKey, new_idempotency_key


def family_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    follow = case_access("follow")

    @router.get("/cases/{case_id}/family", allow=follow)
    async def show(request: Request, case_id: str, who: SignedIn) -> Response:
        return await drawn(request, case_id, who.person_id)

    @router.post("/cases/{case_id}/requests", allow=follow)
    async def ask(request: Request, case_id: str, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, RequestForm)
        if form.value is not None and form.value.wish == "write" and not form.value.text:
            form.refuse("text", "required")
        if not form.ok or form.value is None:
            errors = errors_in_words(request, form)
            return await drawn(request, case_id, who.person_id, errors=errors, values=form.kept, status=422)
        command = AskForContact(
            case_id=case_id,
            by=who.person_id,
            wish=form.value.wish,
            key=key,
            text=form.value.text,
            about=form.value.about,
        )
        await ask_for_contact(command, house=house)
        return RedirectResponse(f"/cases/{case_id}/family#asked", 303)

    @router.post("/cases/{case_id}/family/rights", allow=follow)
    async def rights(case_id: str, who: SignedIn) -> Response:
        await take_rights(case_id, by=who.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}/family#rights", 303)

    @router.get("/cases/{case_id}/family/plan", allow=follow)
    async def plan(request: Request, case_id: str, who: SignedIn) -> Response:
        other = draw.t(request, "family-other")
        page = await family_page(case_id, who.person_id, house=house, other=other)
        if page.case.kind == "group":
            raise Hidden
        return draw.page(
            request,
            "family/plan.html",
            page=page,
            case=page.case,
            plan=page.plan,
            label=house.plan_label,
            key=new_idempotency_key(),
            key_field=FIELD,
            values={},
            errors={},
            active="home",
        )

    @router.get("/cases/{case_id}/family/copy", allow=follow)
    async def copy(request: Request, case_id: str, who: SignedIn) -> Response:
        other = draw.t(request, "family-other")
        page = await family_page(case_id, who.person_id, house=house, other=other)
        if page.case.kind == "group":
            raise Hidden
        reader = await house.directory.person(who.person_id)
        document = FamilyCopy(draw, request).document(
            page,
            steps_of(draw, request, page, house.clock.now()),
            reader=reader.name,
            made_at=house.clock.now(),
        )
        told = {"content-disposition": 'attachment; filename="kopi.pdf"', "cache-control": "no-store"}
        return Response(await pdf_of(document), media_type="application/pdf", headers=told)

    async def drawn(
        request: Request, case_id: str, person_id: str, *, status: int = 200, **context: Any
    ) -> Response:
        other = draw.t(request, "family-other")
        page = await family_page(case_id, person_id, house=house, other=other)
        cards = []
        for one in page.cards:
            adult = page.people.get(one.adult_id)
            cards.append(
                {
                    "card": one,
                    "adult": adult.words.given_name if adult else "–",
                    "where": draw.place(request, one.place, page.rooms),
                }
            )
        told = {
            "page": page,
            "case": page.case,
            "cards": cards,
            "steps": steps_of(draw, request, page, house.clock.now()),
            "plan": page.plan,
            "label": house.plan_label,
            "rights_parts": PARTS,
            "rights_version": RIGHTS_VERSION,
            "keys": {wish: new_idempotency_key() for wish in ("write", "ring", "meet")},
            "key_field": FIELD,
            "active": "home",
            **context,
        }
        return draw.page(request, "family.html", status, **told)
