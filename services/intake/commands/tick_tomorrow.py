"""Order: the adult has met the child."""

from services.intake.storage.house import Intake


async def tick_tomorrow(case_id: str, card_id: str, *, by: str, house: Intake) -> None:
    """Say so, once; the family sees it at once. This is the documentation § 12-4 asks for."""
    now = house.clock.now()
    await house.cases.change(case_id, lambda it: it.tick_tomorrow(card_id, by, now), by=by)
