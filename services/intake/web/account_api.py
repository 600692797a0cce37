"""Accounts in people's own words, as JSON: the same orders as on the pages."""

from fastapi import Response

from services.intake.commands.give_account import (
    GiveAccount,
    confirm_account,
    give_account,
    rewrite_account,
)
from services.intake.storage.house import Intake
from services.intake.web.case_api import Made
from services.intake.web.case_forms import AccountBody
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import IdempotencyKey


def account_api(house: Intake, router: GuardedRouter) -> None:
    follow = case_access("follow")

    @router.post("/api/intake/cases/{case_id}/family/accounts", allow=follow, status_code=201)
    async def write(case_id: str, body: AccountBody, who: SignedIn, key: IdempotencyKey) -> Made:
        """Tell in your own words; the account's id. It is yours to confirm."""
        command = GiveAccount(case_id, who.person_id, body.text, who.person_id, key)
        return Made(id=await give_account(command, house=house))

    @router.post(
        "/api/intake/cases/{case_id}/family/accounts/{account_id}/confirmation",
        allow=follow,
        status_code=204,
    )
    async def confirm(case_id: str, account_id: str, who: SignedIn) -> Response:
        """Say that these are your words; from now on they are read-only to the school (403)."""
        await confirm_account(case_id, account_id, by=who.person_id, house=house)
        return Response(status_code=204)

    @router.put(
        "/api/intake/cases/{case_id}/accounts/{account_id}", allow=case_access("write"), status_code=204
    )
    async def rewrite(case_id: str, account_id: str, body: AccountBody, who: SignedIn) -> Response:
        """Change what the school wrote down for somebody who has not confirmed it yet."""
        await rewrite_account(case_id, account_id, body.text, by=who.person_id, house=house)
        return Response(status_code=204)
