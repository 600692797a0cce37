"""`/notices/assistance/{case_id}`: the school asks the owner for help; the owner answers beside it."""

from typing import Any, Literal

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.escalation.commands.assist import (
    ask_for_assistance,
    decline_assistance,
    end_assistance,
    give_assistance,
)
from services.escalation.domain.assistance import Assistance
from services.escalation.queries.names import names_of
from services.escalation.storage.house import Escalation
from services.escalation.web.decide_page import case_of
from services.escalation.web.reading import faults_in_words
from shared.clock import OSLO
from shared.errors import Hidden, Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, admit, case_access, duty
from shared.web.layout import Pages
from shared.web.permissions import introduce
from shared.web.sessions import session_of


class asked_owner(duty):  # noqa: N801 - reads as a word where routes are declared
    """The owner's contacts, for a case whose school has asked for help; hidden from whom it concerns."""

    def __init__(self) -> None:
        super().__init__("school_owner", "owner_deputy")

    async def check(self, request: Request) -> None:
        await super().check(request)
        house: Escalation = request.app.state.house
        session = session_of(request)
        assert session is not None
        case_id = request.path_params["case_id"]
        known = await house.assistance.get(Assistance.id_for(case_id))
        if known is None or not known.may_be_read_by(session.person_id):
            raise Hidden
        await admit(request, case_id, "owner_contact", "assistance")


class WishForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    wanted: str = Field(min_length=1, max_length=2000)


class AnswerForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    answer: Literal["give", "decline"]
    person_id: str | None = Field(default=None, max_length=80)
    reason: str = Field(default="", max_length=2000)


def assistance_pages(house: Escalation, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)])
    path = "/notices/assistance/{case_id}"

    @router.get(path, allow=case_access("decide"), include_in_schema=False)
    async def show(case_id: str, request: Request) -> Response:
        return await page(case_id, request)

    @router.post(path, allow=case_access("decide"), include_in_schema=False)
    async def ask(case_id: str, request: Request, who: SignedIn) -> Response:
        form = await read_form(request, WishForm)
        if form.value is not None:
            try:
                case = await case_of(case_id, house)
                await ask_for_assistance(case, form.value.wanted, by=who.person_id, house=house)
            except Refusal as refused:
                _mark(form, refused)
        return (
            RedirectResponse(f"/notices/assistance/{case_id}", 303)
            if form.ok
            else await page(case_id, request, form)
        )

    @router.post(path + "/end", allow=case_access("decide"), include_in_schema=False)
    async def end(case_id: str, who: SignedIn) -> Response:
        await end_assistance(case_id, by=who.person_id, house=house)
        return RedirectResponse(f"/notices/assistance/{case_id}", 303)

    @router.get(path + "/answer", allow=asked_owner(), include_in_schema=False)
    async def show_to_owner(case_id: str, request: Request) -> Response:
        return await page(case_id, request, owner=True)

    @router.post(path + "/answer", allow=asked_owner(), include_in_schema=False)
    async def answer(case_id: str, request: Request, who: SignedIn) -> Response:
        form = await read_form(request, AnswerForm)
        if form.value is not None:
            try:
                if form.value.answer == "give":
                    helper = form.value.person_id or who.person_id
                    await give_assistance(case_id, helper, by=who.person_id, house=house)
                else:
                    await decline_assistance(case_id, form.value.reason, by=who.person_id, house=house)
            except Refusal as refused:
                _mark(form, refused)
        return (
            RedirectResponse(f"/notices/assistance/{case_id}/answer", 303)
            if form.ok
            else await page(case_id, request, form, owner=True)
        )

    @router.post(path + "/answer/end", allow=asked_owner(), include_in_schema=False)
    async def end_by_owner(case_id: str, who: SignedIn) -> Response:
        await end_assistance(case_id, by=who.person_id, house=house)
        return RedirectResponse(f"/notices/assistance/{case_id}/answer", 303)

    async def page(
        case_id: str, request: Request, form: Form[Any] | None = None, *, owner: bool = False
    ) -> Response:
        case = await case_of(case_id, house)
        known = await house.assistance.get(Assistance.id_for(case_id))
        wishes = known.wishes if known else []
        people = [id_ for one in wishes for id_ in (one.asked_by, one.person_id, one.answered_by)]
        today = house.clock.now().astimezone(OSLO).date()
        contacts = await house.directory.owner_contacts(today)
        return pages.render(
            request,
            "notices/assistance.html",
            status=422 if form else 200,
            case=case,
            owner=owner,
            here=f"/notices/assistance/{case_id}" + ("/answer" if owner else ""),
            school=(await house.directory.school(case.school_id)).name,
            latest=known.latest if known else None,
            wishes=list(reversed(wishes)),
            names=await names_of(people, house.directory),
            contacts=[(one.id, one.name) for one in contacts if one.id not in case.implicated_ids],
            values=form.kept if form else {},
            errors=faults_in_words(request, form) if form else {},
            active="notices" if owner else "",
        )

    return router


def _mark(form: Form[Any], refused: Refusal) -> None:
    """Say beside the field what is wrong; what stands beside no field is a page of its own."""
    if not refused.fields:
        raise refused
    for name, code in refused.fields.items():
        form.refuse(name, code)
