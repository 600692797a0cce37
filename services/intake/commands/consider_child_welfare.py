"""Order: keep that barnevern was considered; what was thought, and what came of it, stands elsewhere (L7)."""

from services.intake.storage.house import Intake


async def consider_child_welfare(case_id: str, *, by: str, house: Intake) -> None:
    """Said to nobody: no event, no line of the timeline, nothing on the family's page."""
    now = house.clock.now()
    await house.cases.change(case_id, lambda it: it.consider_child_welfare(by, now), by=by)
