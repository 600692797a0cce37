"""`/notices/values`: how long each clock runs, for the municipality and where a school differs."""

from collections.abc import Mapping
from typing import Any

from fastapi import Depends, Request
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.escalation.commands.change_values import change_values
from services.escalation.domain.clock_values import ClockCode, ClockRule, ValuesPlace
from services.escalation.domain.value_book import IN_HOURS, ValueBook
from services.escalation.queries.names import names_of
from services.escalation.storage.house import Escalation
from services.escalation.web.reading import faults_in_words
from services.escalation.web.values_forms import EDITABLE, STEPS, TELL, ValueForm, values_of
from shared.calendar import Counting
from shared.errors import Hidden, Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, duty
from shared.web.layout import Pages
from shared.web.permissions import introduce

SETS_RULES = duty("school_owner", "owner_deputy", "administrator")


class RuleView(BaseModel):
    clock: ClockCode
    rule: ClockRule
    place: ValuesPlace


class ValuesView(BaseModel):
    """What counts now at a school, or in the municipality where none is named."""

    version: int
    school_id: str | None
    changed_at: AwareDatetime | None
    rules: list[RuleView]

    @classmethod
    def of(cls, book: ValueBook, school_id: str | None) -> "ValuesView":
        values = book.values(school_id)
        return cls(
            version=values.version,
            school_id=school_id,
            changed_at=book.editions[-1].at if book.editions else None,
            rules=[
                RuleView(clock=code, rule=values.rules[code], place=values.places.get(code, "default"))
                for code in EDITABLE
            ],
        )


class RuleBody(BaseModel):
    """The new value; none goes by the municipality's, or the product's, again."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    school_id: str | None = None
    rule: ClockRule | None = Field(default=None)


def values_api(house: Escalation) -> GuardedRouter:
    router = GuardedRouter(prefix="/api/escalation")

    @router.get("/values", allow=SETS_RULES)
    async def tell(school_id: str | None = None) -> ValuesView:
        """Tell how long each clock runs, and whose value that is."""
        await _school(school_id, house)
        return ValuesView.of(await house.books.value_book(), school_id)

    @router.put("/values/{clock}", allow=SETS_RULES)
    async def change(clock: ClockCode, body: RuleBody, who: SignedIn) -> ValuesView:
        """Count a clock otherwise from now on; running clocks keep what they began with."""
        await change_values(body.school_id, clock, body.rule, by=who.person_id, house=house)
        return ValuesView.of(await house.books.value_book(), body.school_id)

    return router


def values_pages(house: Escalation, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)])

    @router.get("/notices/values", allow=SETS_RULES, include_in_schema=False)
    async def show(request: Request, school: str | None = None) -> Response:
        name = await _school(school, house)
        book = await house.books.value_book()
        schools = await house.directory.schools.find({})
        return pages.render(
            request,
            "notices/values.html",
            **_told(book, school),
            school=school,
            school_name=name,
            schools=sorted(((one.name, id_) for id_, one in schools.items())),
            editions=list(reversed(book.editions)),
            names=await names_of([one.by for one in book.editions], house.directory)
            | {id_: one.name for id_, one in schools.items()},
            active="rules",
        )

    @router.get("/notices/values/{clock}", allow=SETS_RULES, include_in_schema=False)
    async def show_one(request: Request, clock: str, school: str | None = None) -> Response:
        return await one(request, clock, school)

    @router.post("/notices/values/{clock}", allow=SETS_RULES, include_in_schema=False)
    async def change(request: Request, clock: str, who: SignedIn, school: str | None = None) -> Response:
        code = _code(clock)
        form = await read_form(request, ValueForm)
        if form.value is not None:
            before = (await house.books.values(school)).rules[code]
            try:
                rule = form.value.rule(code, before)
                await change_values(school, code, rule, by=who.person_id, house=house)
            except Refusal as refused:
                if not refused.fields:
                    raise
                for name, reason in refused.fields.items():
                    form.refuse(name, reason)
        if form.ok:
            where = f"?school={school}" if school else ""
            return RedirectResponse(f"/notices/values{where}", status_code=303)
        errors = faults_in_words(request, form)
        return await one(request, clock, school, status=422, values=form.kept, errors=errors)

    async def one(
        request: Request, clock: str, school: str | None, *, status: int = 200, **more: Any
    ) -> Response:
        code = _code(clock)
        name = await _school(school, house)
        book = await house.books.value_book()
        values = book.values(school)
        own = code in book.own_rules(school)
        return pages.render(
            request,
            "notices/value.html",
            status,
            **{
                "code": str(code),
                "school": school,
                "school_name": name,
                "place": values.places.get(code, "default"),
                "in_hours": code in IN_HOURS,
                "many": code is ClockCode.EVALUATION,
                "countings": [str(counting) for counting in Counting],
                "tell": TELL,
                "steps": range(STEPS),
                "values": values_of(values.rules[code], own=own or school is None),
                "active": "rules",
                **more,
            },
        )

    return router


def _told(book: ValueBook, school: str | None) -> Mapping[str, Any]:
    values = book.values(school)
    return {
        "version": values.version,
        "rules": [(str(code), values.rules[code], values.places.get(code, "default")) for code in EDITABLE],
    }


def _code(clock: str) -> ClockCode:
    try:
        code = ClockCode(clock)
    except ValueError:
        raise Hidden from None
    if code not in EDITABLE:
        raise Hidden
    return code


async def _school(school_id: str | None, house: Escalation) -> str | None:
    """The school's name; none for the whole municipality."""
    return None if school_id is None else (await house.directory.school(school_id)).name
