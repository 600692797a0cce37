"""How long cases are kept, what could go, what is held, and certificates of what is gone, for the owner."""

from datetime import date, timedelta
from typing import Any

from fastapi import Request
from pydantic import AwareDatetime, BaseModel, Field
from starlette.responses import RedirectResponse, Response

from services.intake.commands.dispose import OrderErasure, hold_case, lift_hold, order_erasure, set_rules
from services.intake.domain.erasure import Confirmation, Ground
from services.intake.domain.retention import KINDS, MOST_YEARS, Kind
from services.intake.queries.disposal import Certificate, candidates, certificate, rules_of
from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from services.intake.web.words import errors_in_words
from shared.errors import Hidden, Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, duty

AHEAD = timedelta(days=90)
LATEST = 50


class RulesForm(BaseModel):
    """Years after the case ended; an empty field is no rule, and such cases are kept."""

    individual: int | None = Field(default=None, ge=1, le=MOST_YEARS)
    group: int | None = Field(default=None, ge=1, le=MOST_YEARS)
    no_case: int | None = Field(default=None, ge=1, le=MOST_YEARS)

    @property
    def years(self) -> dict[Kind, int]:
        return {kind: years for kind in KINDS if (years := getattr(self, kind)) is not None}


class HoldForm(BaseModel):
    reason: str = Field(min_length=1, max_length=1000)


class EraseForm(BaseModel):
    """The case's number typed once more, and on which ground."""

    number: str = Field(min_length=1, max_length=20)
    ground: Ground = "retention"


class CandidateView(BaseModel):
    """A case that the rules would let go."""

    case_id: str
    number: str
    school_id: str
    kind: Kind
    ended_on: date
    due_on: date
    held: bool
    together_with: list[str] = Field(description="numbers of cases with papers in common")


class Ordered(BaseModel):
    order_id: str


class CertificateView(BaseModel):
    """That a case is gone. Holds nothing of whom it was about."""

    order_id: str
    case_id: str
    number: str
    school_id: str
    ground: Ground
    ordered_by: str
    ordered_at: AwareDatetime
    complete: bool
    confirmed: dict[str, Confirmation] = Field(description="by service: when, and how much was removed")
    missing: list[str] = Field(description="services that have not answered yet")
    on_kafka_until: date = Field(
        description="sealed words of old events are forgotten on this day at the latest"
    )
    in_key_backups_until: date


def disposal_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    owner = duty("school_owner", "owner_deputy", "administrator")

    async def page(request: Request, status: int = 200, **more: Any) -> Response:
        rules = await rules_of(house)
        return draw.page(
            request,
            "out/disposal.html",
            status,
            **{
                "rules": rules,
                "kinds": KINDS,
                "candidates": await candidates(house, ahead=AHEAD),
                "orders": await house.erasures.find({}, sort=[("ordered_at", -1)], limit=LATEST),
                "values": {kind: str(years) for kind, years in rules.years.items()},
                "active": "disposal",
                **more,
            },
        )

    @router.get("/disposal", allow=owner)
    async def show(request: Request) -> Response:
        return await page(request)

    @router.post("/disposal/rules", allow=owner)
    async def rules(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, RulesForm)
        if form.value is None:
            return await page(request, 422, values=form.kept, errors=errors_in_words(request, form))
        await set_rules(form.value.years, by=who.person_id, house=house)
        return RedirectResponse("/disposal", 303)

    @router.post("/disposal/cases/{case_id}/hold", allow=owner)
    async def hold(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, HoldForm)
        if form.value is None:
            errors = {f"reason-{case_id}": one for one in errors_in_words(request, form).values()}
            return await page(request, 422, errors=errors)
        await hold_case(case_id, form.value.reason, by=who.person_id, house=house)
        return RedirectResponse("/disposal", 303)

    @router.post("/disposal/cases/{case_id}/lift", allow=owner)
    async def lift(case_id: str, who: SignedIn) -> Response:
        await lift_hold(case_id, by=who.person_id, house=house)
        return RedirectResponse("/disposal", 303)

    @router.post("/disposal/cases/{case_id}/erase", allow=owner)
    async def erase(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, EraseForm)
        order_id = None
        if form.value is not None:
            try:
                order_id = await order_erasure(
                    OrderErasure(case_id=case_id, by=who.person_id, **form.value.model_dump()), house=house
                )
            except Refusal as refused:
                if not refused.fields:
                    raise
                form.refuse("number", refused.code)
        if order_id is None:
            errors = {f"number-{case_id}": one for one in errors_in_words(request, form).values()}
            return await page(request, 422, errors=errors)
        return RedirectResponse(f"/disposal/{order_id}", 303)

    @router.get("/disposal/{order_id}", allow=owner)
    async def one(request: Request, order_id: str) -> Response:
        return draw.page(
            request,
            "out/certificate.html",
            certificate=await _certificate(order_id, house),
            active="disposal",
        )


def disposal_api(house: Intake, router: GuardedRouter) -> None:
    owner = duty("school_owner", "owner_deputy", "administrator")

    @router.get("/api/intake/disposal", allow=owner)
    async def preview() -> list[CandidateView]:
        """The cases that the municipality's rules would let go today. Nothing goes by itself."""
        return [
            CandidateView(
                case_id=one.case.id,
                number=one.case.number,
                school_id=one.case.school_id,
                kind=one.kind,
                ended_on=one.ended_on,
                due_on=one.due_on,
                held=one.hold is not None,
                together_with=one.together_with,
            )
            for one in await candidates(house)
        ]

    @router.post("/api/intake/disposal/cases/{case_id}", allow=owner, status_code=202)
    async def erase(case_id: str, body: EraseForm, who: SignedIn) -> Ordered:
        """Have the case erased in all four services; the same order however often it is sent."""
        command = OrderErasure(case_id=case_id, by=who.person_id, **body.model_dump())
        return Ordered(order_id=await order_erasure(command, house=house))

    @router.get("/api/intake/disposal/{order_id}", allow=owner)
    async def show(order_id: str) -> CertificateView:
        """The certificate, as far as the services have answered."""
        found = await _certificate(order_id, house)
        order = found.erasure
        return CertificateView(
            order_id=order.id,
            case_id=order.of,
            complete=order.complete,
            missing=order.missing,
            on_kafka_until=found.on_kafka_until,
            in_key_backups_until=found.in_key_backups_until,
            **order.model_dump(
                include={"number", "school_id", "ground", "ordered_by", "ordered_at", "confirmed"}
            ),
        )


async def _certificate(order_id: str, house: Intake) -> Certificate:
    found = await house.erasures.get(order_id)
    if found is None:
        raise Hidden
    return await certificate(found, house=house)
