"""Orders about what a pupil or a guardian tells in their own words: write it, and confirm it (row R16)."""

from dataclasses import dataclass

from services.intake.domain.case import Case
from services.intake.domain.case_parts import Account, RightsGiven
from services.intake.domain.rights import RIGHTS_VERSION
from services.intake.storage.house import Intake, access_id_of
from shared.contracts.access import HAT_OF
from shared.errors import Hidden, Refusal
from shared.identifiers import derived_id
from shared.web.idempotency import scoped_key


@dataclass(frozen=True)
class GiveAccount:
    """`account_id` changes words that are not confirmed yet; without one it is a new account."""

    case_id: str
    party_id: str
    text: str
    by: str
    key: str = ""
    account_id: str | None = None


async def give_account(command: GiveAccount, *, house: Intake) -> str:
    """Keep what the party tells, in a field of their own; the account's id.

    Written by the party or, as they tell it, by the school. Raises `Forbidden` once it is confirmed.
    """
    case = await _individual(command.case_id, house)
    if command.party_id not in await telling_parties(case, house=house):
        raise Refusal("invalid", fields={"party_id": "not-a-choice"})
    now, by_school = house.clock.now(), command.by != command.party_id
    account = Account(
        id=command.account_id
        or derived_id("account", command.case_id, command.party_id, scoped_key(command.by, command.key)),
        party_id=command.party_id,
        account=command.text,
        told_to=command.by if by_school else None,
        told_on=house.today(),
        at=now,
    )

    def decide(it: Case) -> None:
        if command.account_id is not None:
            it.account(command.account_id)
        it.write_account(account, by=command.by, at=now)

    await house.cases.change(command.case_id, decide, by=command.by)
    return account.id


async def rewrite_account(case_id: str, account_id: str, text: str, *, by: str, house: Intake) -> None:
    """The school changes what it wrote down for somebody; `Forbidden` once they have confirmed it."""
    case = await _individual(case_id, house)
    now, there = house.clock.now(), case.account(account_id)
    changed = there.model_copy(update={"account": text, "at": now})
    await house.cases.change(case_id, lambda it: it.write_account(changed, by=by, at=now), by=by)


async def confirm_account(case_id: str, account_id: str, *, by: str, house: Intake) -> None:
    """The party says that these are their words: nobody at the school writes in them any more."""
    now = house.clock.now()
    await _individual(case_id, house)
    await house.cases.change(case_id, lambda it: it.confirm_account(account_id, by, now), by=by)


async def take_rights(case_id: str, *, by: str, house: Intake) -> None:
    """Somebody at home has read the text about rights on their page, in its present version."""
    await _individual(case_id, house)
    given = RightsGiven(person_id=by, version=RIGHTS_VERSION, how="page", at=house.clock.now())
    await house.cases.change(case_id, lambda it: it.give_rights(given), by=by)


async def telling_parties(case: Case, *, house: Intake) -> set[str]:
    """Whose account the case has a field for: the pupil, and who follows it from home, now or before."""
    access = await house.access.get(access_id_of(case.id))
    home = {
        one.person_id
        for one in (access.grants if access else ())
        if HAT_OF[one.relation] != "staff" and one.relation != "parent_contact"
    }
    return home | ({case.pupil_id} if case.pupil_id else set())


async def _individual(case_id: str, house: Intake) -> Case:
    case = await house.cases.get(case_id)
    if case is None or case.kind == "group":
        raise Hidden
    return case
