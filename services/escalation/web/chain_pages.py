"""`/notices/chain`: who is asked when a notice comes, in which order, and how long each has."""

from typing import Any, Literal

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.escalation.commands.change_chain import change_chain
from services.escalation.domain.chain import Chain, Channel, Link
from services.escalation.domain.chain_book import LONGEST_WAIT, MOST_STEPS
from services.escalation.queries.names import names_of
from services.escalation.storage.house import Escalation
from services.escalation.web.reading import faults_in_words
from services.escalation.web.values_pages import SETS_RULES
from shared.clock import OSLO
from shared.errors import Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import introduce


class StepForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    person_id: str | None = Field(default=None, max_length=80)
    deputy_id: str | None = Field(default=None, max_length=80)
    wait: int | None = Field(default=None, ge=1, le=LONGEST_WAIT)
    channel: Channel = "mail"


class ChainForm(BaseModel):
    """`use` says whether this place has a chain of its own."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    use: Literal["own", "above"] = "own"
    steps: list[StepForm] = Field(default_factory=list, max_length=MOST_STEPS)

    def links(self) -> list[Link] | None:
        if self.use == "above":
            return None
        chosen = [one for one in self.steps if one.person_id]
        return [
            Link(
                step=number,
                person_id=one.person_id or "",
                deputy_id=one.deputy_id,
                wait_working_days=one.wait,
                channel=one.channel,
            )
            for number, one in enumerate(chosen, 1)
        ]


class ChainBody(BaseModel):
    """The steps in their order; none goes by the place above again."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    school_id: str | None = None
    links: list[Link] | None = Field(default=None, max_length=MOST_STEPS)


def chain_api(house: Escalation) -> GuardedRouter:
    router = GuardedRouter(prefix="/api/escalation")

    @router.get("/chain", allow=SETS_RULES)
    async def tell(school_id: str | None = None) -> Chain:
        """Tell the chain that a notice goes down now, at a school or in the municipality."""
        return await _chain(school_id, house)

    @router.put("/chain", allow=SETS_RULES)
    async def change(body: ChainBody, who: SignedIn) -> Chain:
        """Ask others, or in another order, from now on; notices on their way keep their chain."""
        await change_chain(body.school_id, body.links, by=who.person_id, house=house)
        return await _chain(body.school_id, house)

    return router


def chain_pages(house: Escalation, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)])

    @router.get("/notices/chain", allow=SETS_RULES, include_in_schema=False)
    async def show(request: Request, school: str | None = None) -> Response:
        return await page(request, school)

    @router.post("/notices/chain", allow=SETS_RULES, include_in_schema=False)
    async def change(request: Request, who: SignedIn, school: str | None = None) -> Response:
        form = await read_form(request, ChainForm)
        if form.value is not None:
            try:
                await change_chain(school, form.value.links(), by=who.person_id, house=house)
            except Refusal as refused:
                if not refused.fields:
                    raise
                for name, code in refused.fields.items():
                    form.refuse(name, code)
        if not form.ok:
            return await page(request, school, form)
        return RedirectResponse(f"/notices/chain?school={school}" if school else "/notices/chain", 303)

    async def page(request: Request, school: str | None, form: Form[Any] | None = None) -> Response:
        book = await house.books.chain_book()
        schools = await house.directory.schools.find({})
        name = (await house.directory.school(school)).name if school else None
        chain = await _chain(school, house)
        contacts = await house.directory.owner_contacts(house.clock.now().astimezone(OSLO).date())
        people = [one.by for one in book.editions] + chain.people()
        return pages.render(
            request,
            "notices/chain.html",
            status=422 if form else 200,
            school=school,
            school_name=name,
            schools=sorted((one.name, id_) for id_, one in schools.items()),
            chain=chain,
            contacts=[(one.id, one.name) for one in contacts],
            steps=range(max(len(chain.links) + 1, 3)),
            editions=list(reversed(book.editions)),
            names=await names_of(people, house.directory) | {id_: one.name for id_, one in schools.items()},
            values=form.kept if form else _shown(chain, own=book.own(school) is not None or school is None),
            errors=faults_in_words(request, form) if form else {},
            active="rules",
        )

    return router


async def _chain(school_id: str | None, house: Escalation) -> Chain:
    if school_id is not None:
        await house.directory.school(school_id)
    contacts = await house.directory.owner_contacts(house.clock.now().astimezone(OSLO).date())
    book = await house.books.chain_book()
    return book.chain(school_id or "", [one.id for one in contacts])


def _shown(chain: Chain, *, own: bool) -> dict[str, str]:
    shown = {"use": "own" if own else "above"}
    for number, link in enumerate(chain.links):
        shown[f"steps.{number}.person_id"] = link.person_id
        shown[f"steps.{number}.deputy_id"] = link.deputy_id or ""
        shown[f"steps.{number}.wait"] = str(link.wait_working_days or "")
        shown[f"steps.{number}.channel"] = link.channel
    return shown
