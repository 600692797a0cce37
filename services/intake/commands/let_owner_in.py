"""Orders: a contact of the school owner helps in one case while it is open (row R38), or no longer."""

from services.intake.commands.settle_access import settle_access
from services.intake.storage.house import Intake
from shared.errors import Conflict, Hidden, Refusal


async def let_owner_in(case_id: str, person_id: str, *, house: Intake) -> None:
    """Let somebody of the school owner in, to this case alone; when it is closed, that ends by itself."""
    case = await house.cases.get(case_id)
    if case is None:
        raise Hidden
    if case.ended:
        raise Conflict("case-ended")
    contacts = {one.id for one in await house.directory.owner_contacts(house.today())}
    if person_id not in contacts - set(case.implicated):
        raise Refusal("invalid", fields={"person_id": "not-a-choice"})
    await settle_access(case_id, lambda it: it.let_owner_in(person_id), house=house)


async def let_owner_out(case_id: str, person_id: str, *, house: Intake) -> None:
    """The help is over before the case is; twice is once."""
    await settle_access(case_id, lambda it: it.let_owner_out(person_id), house=house)
