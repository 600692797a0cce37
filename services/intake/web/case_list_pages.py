"""All cases: what is due first, filters that are kept, and finding by pupil or number."""

from typing import Annotated, Any

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.responses import RedirectResponse, Response

from services.intake.commands.keep_filter import drop_filter, keep_filter
from services.intake.domain.case_filter import STATES, CaseFilter, kept_filters_id
from services.intake.queries.case_list import MOST_PAGES, case_list
from services.intake.queries.find_cases import find_cases
from services.intake.queries.whose_cases import schools_led_by
from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from services.intake.web.words import errors_in_words
from shared.errors import Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, signed_in


class FindForm(BaseModel):
    """A pupil's name or a case's number; never in an address, so it is posted."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    words: Annotated[str, Field(min_length=2, max_length=80)]


class KeepForm(BaseModel):
    """A name for the list that is shown."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    name: Annotated[str, Field(min_length=1, max_length=40)]
    shown: Annotated[str, Field(max_length=2000)]


class DropForm(BaseModel):
    filter_id: Annotated[str, Field(min_length=1, max_length=60)]


def case_list_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    staff = signed_in("staff", trained=True)

    @router.get("/cases", allow=staff)
    async def cases(request: Request, who: SignedIn) -> Response:
        return await drawn(request, who.person_id, asked_for(request))

    @router.post("/cases/find", allow=staff)
    async def find(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, FindForm)
        wanted = None
        if form.value is not None:
            wanted = await find_cases(who.person_id, form.value.words, house=house)
        if wanted is not None:
            return RedirectResponse(wanted.address(), 303)
        errors = errors_in_words(request, form)
        if form.value is not None:
            errors = {"words": draw.t(request, "find-nobody")}
        told = {"errors": errors, "values": form.kept}
        return await drawn(request, who.person_id, CaseFilter(), 422, **told)

    @router.post("/cases/filters", allow=staff)
    async def keep(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, KeepForm)
        wanted = _read(form.value.shown if form.value else "")
        if form.value is None:
            told = {"errors": errors_in_words(request, form), "values": form.kept}
            return await drawn(request, who.person_id, wanted, 422, **told)
        await keep_filter(who.person_id, form.value.name, wanted, house=house)
        return RedirectResponse(wanted.address(), 303)

    @router.post("/cases/filters/drop", allow=staff)
    async def drop(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, DropForm)
        if form.value is None:
            raise Refusal("invalid", fields={"filter_id": "required"})
        await drop_filter(who.person_id, form.value.filter_id, house=house)
        return RedirectResponse("/cases", 303)

    async def drawn(
        request: Request, person_id: str, wanted: CaseFilter, status: int = 200, **told: Any
    ) -> Response:
        found = await case_list(person_id, wanted, page_of(request), house=house)
        kept = await house.lists.get(kept_filters_id(person_id))
        led = await schools_led_by(person_id, house=house)
        schools = [(id_, (await house.directory.school(id_)).name) for id_ in led] if len(led) > 1 else []
        return draw.page(
            request,
            "cases/list.html",
            status,
            found=found,
            wanted=wanted,
            shown=wanted.model_dump_json(exclude_defaults=True),
            kept=kept.kept if kept else (),
            states=STATES,
            schools=sorted(schools, key=lambda one: one[1]),
            before=wanted.address(found.page - 1) if found.page > 1 else "",
            after=wanted.address(found.page + 1) if found.more and found.page < MOST_PAGES else "",
            active="cases",
            **told,
        )


def asked_for(request: Request) -> CaseFilter:
    """What the address asks for; what it cannot mean is left out, for a kept address must go on working."""
    told: dict[str, Any] = {name: value for name, value in request.query_params.items() if value}
    told["pupil"] = tuple(request.query_params.getlist("pupil"))
    try:
        return CaseFilter.model_validate(told)
    except ValidationError as error:
        wrong = {str(fault["loc"][0]) for fault in error.errors()}
        return CaseFilter.model_validate({name: one for name, one in told.items() if name not in wrong})


def page_of(request: Request) -> int:
    told = request.query_params.get("page", "")
    return int(told) if told.isdecimal() and len(told) < len(str(MOST_PAGES)) + 1 else 1


def _read(shown: str) -> CaseFilter:
    try:
        return CaseFilter.model_validate_json(shown)
    except ValidationError:
        return CaseFilter()
