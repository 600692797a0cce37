"""Orders: keep a list of cases under a name, and keep it no longer."""

from services.intake.domain.case_filter import CaseFilter, KeptFilters, kept_filters_id
from services.intake.storage.house import Intake


async def keep_filter(person_id: str, name: str, wanted: CaseFilter, *, house: Intake) -> None:
    """From now on this list is one click away, for this person alone."""
    id_ = kept_filters_id(person_id)
    await house.lists.change(
        id_,
        lambda it: it.keep(name, wanted),
        new=lambda: KeptFilters(id=id_, person_id=person_id),
        by=person_id,
    )


async def drop_filter(person_id: str, filter_id: str, *, house: Intake) -> None:
    """It is kept no longer; twice is once."""
    id_ = kept_filters_id(person_id)
    if await house.lists.get(id_) is not None:
        await house.lists.change(id_, lambda it: it.drop(filter_id), by=person_id)
