"""Orders that only leadership gives: take a case on, say whom it concerns, tell home, let somebody in."""

from services.intake.commands.settle_access import leadership_ids, settle_access
from services.intake.domain.access import Access
from services.intake.domain.case import Case
from services.intake.storage.house import Intake
from shared.errors import Hidden, Refusal


async def receive_case(case_id: str, *, by: str, house: Intake) -> None:
    """Leadership takes the case on; the family's page says so."""
    now = house.clock.now()
    await house.cases.change(case_id, lambda it: it.receive(by, now), by=by)


async def place_pupil(case_id: str, pupil_id: str, *, by: str, house: Intake) -> None:
    """Say which pupil the case concerns; from then on its guardians may follow it."""
    try:
        pupil = await house.directory.person(pupil_id)
    except Hidden:
        raise Refusal("invalid", fields={"pupil_id": "unknown-pupil"}) from None
    case = await _case(case_id, house)
    if "pupil" not in pupil.listed.kinds or case.school_id not in pupil.listed.school_ids:
        raise Refusal("invalid", fields={"pupil_id": "unknown-pupil"})
    await house.cases.change(case_id, lambda it: it.place_pupil(pupil_id), by=by)
    await settle_access(case_id, lambda it: it.place_pupil(pupil_id), house=house)


async def release_home(case_id: str, *, by: str, house: Intake) -> None:
    """The guardians may be told from now on (row P4)."""
    await house.cases.change(case_id, Case.release_home, by=by)
    await settle_access(case_id, Access.release_home, house=house)


async def let_in(case_id: str, person_id: str, *, house: Intake) -> None:
    """Let somebody at the school help with the case."""
    case = await _case(case_id, house)
    out = set(case.implicated)
    if case.led_by == "owner":
        out |= await leadership_ids(case.school_id, house=house)
    if person_id not in {one.id for one in await house.directory.staff_at(case.school_id)} - out:
        raise Refusal("invalid", fields={"person_id": "not-a-choice"})
    await settle_access(case_id, lambda it: it.let_in([person_id]), house=house)


async def _case(case_id: str, house: Intake) -> Case:
    case = await house.cases.get(case_id)
    if case is None:
        raise Hidden
    return case
