"""A case opened in an emergency and looked at afterwards (L9), and the owner's help in one case (R38)."""

from typing import Annotated, Any, Literal

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.intake.commands.break_glass import BreakGlass, break_glass, review_glass
from services.intake.commands.let_owner_in import let_owner_in, let_owner_out
from services.intake.storage.house import Intake
from services.intake.web.case_forms import HelperForm
from services.intake.web.drawing import Drawing
from services.intake.web.words import errors_in_words
from shared.errors import Hidden, Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access, signed_in
from shared.web.idempotency import FIELD, IdempotencyKey, new_idempotency_key
from shared.web.pace import Pace

TRIES, PER_S = 10, 3600.0


class GlassForm(BaseModel):
    """Which case, and why."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    number: Annotated[str, Field(min_length=6, max_length=20)]
    reason: Annotated[str, Field(min_length=10, max_length=1000)]


class ReviewForm(BaseModel):
    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    verdict: Literal["right", "not_right"]
    review: Annotated[str | None, Field(max_length=1000)] = None


def glass_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    staff = signed_in("staff", trained=True)
    # Numbers are easily guessed: nobody tries one after the other.
    tries = Pace(limit=TRIES, per_s=PER_S)

    @router.get("/cases/break-glass", allow=staff)
    async def ask(request: Request) -> Response:
        return drawn(request)

    @router.post("/cases/break-glass", allow=staff)
    async def opened(request: Request, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, GlassForm)
        if form.value is None:
            return drawn(request, 422, errors=errors_in_words(request, form), values=form.kept)
        command = BreakGlass(by=who.person_id, key=key, **form.value.model_dump())
        try:
            if not tries.within(who.person_id):
                raise Hidden
            case_id = await break_glass(command, house=house)
        except Hidden:
            errors = {"number": draw.t(request, "glass-not-found")}
            return drawn(request, 404, errors=errors, values=form.kept)
        return RedirectResponse(f"/cases/{case_id}", 303)

    @router.post("/cases/{case_id}/glass/{glass_id}", allow=case_access("decide"))
    async def review(request: Request, case_id: str, glass_id: str, who: SignedIn) -> Response:
        form = await read_form(request, ReviewForm)
        if form.value is None:
            raise Refusal("invalid", fields=form.errors)
        told = form.value
        await review_glass(case_id, glass_id, told.verdict, told.review, by=who.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}#glass-{glass_id}", 303)

    @router.post("/cases/{case_id}/owners", allow=case_access("decide"))
    async def owner_in(request: Request, case_id: str) -> Response:
        form = await read_form(request, HelperForm)
        if form.value is None:
            raise Refusal("invalid", fields={"person_id": "required"})
        await let_owner_in(case_id, form.value.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}", 303)

    @router.post("/cases/{case_id}/owners/out", allow=case_access("decide"))
    async def owner_out(request: Request, case_id: str) -> Response:
        form = await read_form(request, HelperForm)
        if form.value is None:
            raise Refusal("invalid", fields={"person_id": "required"})
        await let_owner_out(case_id, form.value.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}", 303)

    def drawn(request: Request, status: int = 200, **context: Any) -> Response:
        told: dict[str, Any] = {"errors": {}, "values": {}, **context}
        keys = {"key": new_idempotency_key(), "key_field": FIELD}
        return draw.page(request, "cases/break-glass.html", status, active="cases", **keys, **told)
