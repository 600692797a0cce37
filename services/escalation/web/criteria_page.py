"""`/notices/criteria`: what makes the rektor be asked whether a case is serious."""

from typing import Any

from fastapi import Depends, Request
from pydantic import AwareDatetime, BaseModel, ConfigDict
from starlette.responses import RedirectResponse, Response

from services.escalation.domain.criteria import CRITERIA
from services.escalation.domain.criteria_book import CriteriaBook, Weight, weights_of
from services.escalation.queries.names import names_of
from services.escalation.storage.house import Escalation
from services.escalation.web.reading import faults_in_words
from services.escalation.web.values_pages import SETS_RULES
from shared.errors import Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import introduce


class CriteriaForm(BaseModel):
    """How much each criterion counts."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    staff_offends: Weight = "alone"
    violent: Weight
    several_against_one: Weight
    long_lasting: Weight
    digital_across_schools: Weight
    outsiders: Weight
    high_conflict: Weight
    school_change: Weight
    repeated_intervention: Weight

    @property
    def weights(self) -> dict[str, Weight]:
        return {code: getattr(self, code) for code in CRITERIA}


class CriteriaView(BaseModel):
    version: int
    changed_at: AwareDatetime | None
    weights: dict[str, Weight]

    @classmethod
    def of(cls, book: CriteriaBook) -> "CriteriaView":
        return cls(
            version=book.criteria.version,
            changed_at=book.editions[-1].at if book.editions else None,
            weights=weights_of(book.criteria),
        )


def criteria_api(house: Escalation) -> GuardedRouter:
    router = GuardedRouter(prefix="/api/escalation")

    @router.get("/criteria", allow=SETS_RULES)
    async def tell() -> CriteriaView:
        """Tell what makes the rektor be asked."""
        return CriteriaView.of(await house.books.criteria_book())

    @router.put("/criteria", allow=SETS_RULES)
    async def change(body: CriteriaForm, who: SignedIn) -> CriteriaView:
        """Weigh the criteria otherwise from now on; questions already asked stand."""
        await _change(body, who.person_id, house)
        return CriteriaView.of(await house.books.criteria_book())

    return router


def criteria_page(house: Escalation, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)])

    @router.get("/notices/criteria", allow=SETS_RULES, include_in_schema=False)
    async def show(request: Request) -> Response:
        return await page(request)

    @router.post("/notices/criteria", allow=SETS_RULES, include_in_schema=False)
    async def change(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, CriteriaForm)
        if form.value is not None:
            try:
                await _change(form.value, who.person_id, house)
            except Refusal as refused:
                for name, code in refused.fields.items():
                    form.refuse(name, code)
        return RedirectResponse("/notices/criteria", 303) if form.ok else await page(request, form)

    async def page(request: Request, form: Form[Any] | None = None) -> Response:
        book = await house.books.criteria_book()
        return pages.render(
            request,
            "notices/criteria.html",
            status=422 if form else 200,
            codes=CRITERIA,
            version=book.criteria.version,
            editions=list(reversed(book.editions)),
            names=await names_of([one.by for one in book.editions], house.directory),
            values=form.kept if form else weights_of(book.criteria),
            errors=faults_in_words(request, form) if form else {},
            active="rules",
        )

    return router


async def _change(form: CriteriaForm, by: str, house: Escalation) -> None:
    now = house.clock.now()
    await house.books.change_criteria(lambda book: book.change(form.weights, by=by, at=now), by=by)
