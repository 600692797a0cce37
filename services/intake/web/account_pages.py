"""Accounts in people's own words: written at home and confirmed there, or written down by the school."""

from typing import Any

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.give_account import (
    GiveAccount,
    confirm_account,
    give_account,
    rewrite_account,
    telling_parties,
)
from services.intake.domain.case import Case
from services.intake.storage.house import Intake
from services.intake.web.case_forms import AccountTextForm, OwnAccountForm, ToldAccountForm
from services.intake.web.case_forms_shown import CaseForms
from services.intake.web.drawing import Drawing
from services.intake.web.words import errors_in_words
from shared.errors import Forbidden, Hidden
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import FIELD, IdempotencyKey, KeyIfAny, new_idempotency_key


def own_account_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    """At home: one's own words, and nobody else's."""
    follow = case_access("follow")

    @router.get("/cases/{case_id}/family/account", allow=follow)
    async def show(request: Request, case_id: str, who: SignedIn) -> Response:
        return await drawn(request, case_id, who.person_id)

    @router.post("/cases/{case_id}/family/account", allow=follow)
    async def write(request: Request, case_id: str, who: SignedIn, key: IdempotencyKey) -> Response:
        return await take(request, case_id, who.person_id, key=key)

    @router.post("/cases/{case_id}/family/account/{account_id}", allow=follow)
    async def change(request: Request, case_id: str, account_id: str, who: SignedIn) -> Response:
        return await take(request, case_id, who.person_id, account_id=account_id)

    async def take(
        request: Request, case_id: str, person_id: str, *, key: str = "", account_id: str | None = None
    ) -> Response:
        form = await read_form(request, OwnAccountForm)
        if form.value is None:
            return await drawn(request, case_id, person_id, form=form, changing=account_id)
        told = form.value
        if account_id is not None:
            await own(case_id, account_id, person_id)
        command = GiveAccount(
            case_id=case_id, party_id=person_id, text=told.text, by=person_id, key=key, account_id=account_id
        )
        given = await give_account(command, house=house)
        if told.do == "confirm":
            await confirm_account(case_id, given, by=person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}/family/account#{given}", 303)

    async def own(case_id: str, account_id: str, person_id: str) -> None:
        case = await the_case(case_id, house)
        if account_id not in {one.id for one in case.accounts_of(person_id)}:
            raise Hidden

    async def drawn(
        request: Request,
        case_id: str,
        person_id: str,
        *,
        form: Form[OwnAccountForm] | None = None,
        changing: str | None = None,
    ) -> Response:
        case = await the_case(case_id, house)
        accounts = case.accounts_of(person_id)
        people = await house.directory.people_by_id(
            sorted({one.told_to or one.written_by or "" for one in accounts} | {case.pupil_id or ""})
        )
        return draw.page(
            request,
            "family/account.html",
            422 if form else 200,
            case=case,
            reader=person_id,
            accounts=accounts,
            people=people,
            child=people.get(case.pupil_id or ""),
            changing=changing,
            values=form.kept if form else {},
            errors=errors_in_words(request, form) if form else {},
            key=new_idempotency_key(),
            key_field=FIELD,
            active="home",
        )


def told_account_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    """At school: what somebody told on the telephone or in the corridor, until they have confirmed it."""
    write = case_access("write")
    forms = CaseForms(house, draw)

    @router.post("/cases/{case_id}/accounts", allow=write)
    async def told(request: Request, case_id: str, who: SignedIn, key: KeyIfAny) -> Response:
        form = await read_form(request, ToldAccountForm)

        async def order(told: ToldAccountForm) -> None:
            command = GiveAccount(case_id, told.party_id, told.text, who.person_id, key or told.text)
            await give_account(command, house=house)

        return await forms.obey(
            request,
            form,
            order,
            template="account-told.html",
            after=f"/cases/{case_id}",
            **await those(case_id),
        )

    @router.get("/cases/{case_id}/accounts/new", allow=write)
    async def new(request: Request, case_id: str) -> Response:
        return await forms.show(request, "account-told.html", **await those(case_id))

    @router.get("/cases/{case_id}/accounts/{account_id}", allow=write)
    async def edit(request: Request, case_id: str, account_id: str) -> Response:
        account = (await the_case(case_id, house)).account(account_id)
        if account.confirmed:
            raise Forbidden("account-confirmed")
        values = {"text": account.account}
        return await forms.show(request, "account-told.html", account=account, values=values)

    @router.post("/cases/{case_id}/accounts/{account_id}", allow=write)
    async def save(request: Request, case_id: str, account_id: str, who: SignedIn) -> Response:
        form = await read_form(request, AccountTextForm)
        account = (await the_case(case_id, house)).account(account_id)

        async def order(told: AccountTextForm) -> None:
            await rewrite_account(case_id, account_id, told.text, by=who.person_id, house=house)

        after = f"/cases/{case_id}"
        return await forms.obey(
            request, form, order, template="account-told.html", after=after, account=account
        )

    async def those(case_id: str) -> dict[str, Any]:
        case = await the_case(case_id, house)
        people = await house.directory.people_by_id(sorted(await telling_parties(case, house=house)))
        return {"parties": sorted(people.values(), key=lambda one: one.name), "account": None}


async def the_case(case_id: str, house: Intake) -> Case:
    case = await house.cases.get(case_id)
    if case is None or case.kind == "group":
        raise Hidden
    return case
