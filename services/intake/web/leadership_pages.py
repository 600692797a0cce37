"""Who leads a school from when (row P9), what is owed there, and the telephone in the holidays (row P10)."""

from datetime import date
from typing import Annotated, Any

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, field_validator
from starlette.responses import RedirectResponse, Response

from services.intake.commands.appoint_leader import (
    AppointLeader,
    Leading,
    appoint_leader,
    end_duty,
    give_back_telephone,
    take_telephone,
)
from services.intake.queries.leadership import leadership_at, rota, who_can_lead, who_can_take_it
from services.intake.queries.promises import promises_at
from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from services.intake.web.report_forms import Id
from services.intake.web.words import errors_in_words
from shared.errors import Refusal
from shared.web.faults import Fault
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, duty, refuse_untrained

APPOINTING = ("school_owner", "owner_deputy", "administrator")


def as_people_write_it(told: object) -> object:
    """`16.11.2026` as well as what a browser's date field sends."""
    parts = told.split(".") if isinstance(told, str) else []
    return "-".join(part.zfill(2) for part in reversed(parts)) if len(parts) == 3 else told  # noqa: PLR2004


class _Dated(BaseModel):
    model_config = ConfigDict(extra="ignore")

    @field_validator("since", "until", "last", mode="before", check_fields=False)
    @classmethod
    def _day(cls, told: object) -> object:
        return as_people_write_it(told)


class AppointForm(_Dated):
    """Who leads, as what, from when, and whether the former one stops then."""

    person_id: Id
    role: Leading
    since: date
    until: date | None = None
    instead: Annotated[str, Field(max_length=3)] = ""


class EndForm(_Dated):
    person_id: Id
    role: Leading
    last: date


class ShiftForm(_Dated):
    person_id: Id
    since: date
    until: date


class DropShiftForm(_Dated):
    person_id: Id
    since: date


def leadership_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    appointing = duty(*APPOINTING)

    @router.get("/directory/{school_id}/leadership", allow=appointing)
    async def show(request: Request, school_id: str) -> Response:
        return await drawn(request, school_id)

    @router.post("/directory/{school_id}/leadership", allow=appointing)
    async def appoint(request: Request, school_id: str, who: SignedIn) -> Response:
        await house.directory.school(school_id)
        form = await read_form(request, AppointForm)
        if form.value is not None:
            told = form.value.model_dump() | {"instead": form.value.instead == "yes"}
            command = AppointLeader(school_id=school_id, by=who.person_id, **told)
            try:
                await appoint_leader(command, house=house)
            except Refusal as refusal:
                _tell(form, refusal)
            else:
                return RedirectResponse(f"/directory/{school_id}/leadership", 303)
        return await drawn(request, school_id, 422, form)

    @router.post("/directory/{school_id}/leadership/end", allow=appointing)
    async def end(request: Request, school_id: str, who: SignedIn) -> Response:
        await house.directory.school(school_id)
        form = await read_form(request, EndForm)
        if form.value is None:
            return await drawn(request, school_id, 422, form)
        told = form.value
        await end_duty(school_id, told.person_id, told.role, told.last, by=who.person_id, house=house)
        return RedirectResponse(f"/directory/{school_id}/leadership", 303)

    @router.get("/directory/{school_id}/promises", allow=duty("rektor", "deputy", school="school_id"))
    async def promises(request: Request, school_id: str, who: SignedIn) -> Response:
        await refuse_untrained(request)
        school = await house.directory.school(school_id)
        found = await promises_at(school_id, who.person_id, house=house)
        return draw.page(request, "directory/promises.html", school=school, found=found, active="today")

    async def drawn(
        request: Request, school_id: str, status: int = 200, form: Form[Any] | None = None
    ) -> Response:
        school = await house.directory.school(school_id)
        people = await who_can_lead(school_id, house=house)
        return draw.page(
            request,
            "directory/leadership.html",
            status,
            school=school,
            held=await leadership_at(school_id, house=house),
            people=people,
            errors=errors_in_words(request, form) if form else {},
            values=form.kept if form else {},
            active="directory",
        )


def rota_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    appointing = duty(*APPOINTING)

    @router.get("/directory/rota", allow=appointing)
    async def show(request: Request) -> Response:
        return await drawn(request)

    @router.post("/directory/rota", allow=appointing)
    async def take(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, ShiftForm)
        if form.value is not None:
            told = form.value
            try:
                await take_telephone(told.person_id, told.since, told.until, by=who.person_id, house=house)
            except Refusal as refusal:
                _tell(form, refusal)
            else:
                return RedirectResponse("/directory/rota", 303)
        return await drawn(request, 422, form)

    @router.post("/directory/rota/end", allow=appointing)
    async def give_back(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, DropShiftForm)
        if form.value is None:
            return await drawn(request, 422, form)
        await give_back_telephone(form.value.person_id, form.value.since, by=who.person_id, house=house)
        return RedirectResponse("/directory/rota", 303)

    async def drawn(request: Request, status: int = 200, form: Form[Any] | None = None) -> Response:
        return draw.page(
            request,
            "directory/rota.html",
            status,
            shifts=await rota(house=house),
            people=await who_can_take_it(house=house),
            errors=errors_in_words(request, form) if form else {},
            values=form.kept if form else {},
            active="directory",
        )


def _tell(form: Form[Any], refusal: Refusal) -> None:
    if not refusal.fields:
        raise refusal
    form.faults += [Fault(name, code) for name, code in refusal.fields.items()]
