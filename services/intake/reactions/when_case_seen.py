"""A member of staff was in a case, in whichever service: the family can see it (row B9)."""

from collections.abc import Sequence

from services.intake.storage.house import Intake
from services.intake.storage.projections import SeenRow
from shared.contracts.envelope import Heard
from shared.contracts.looks import CaseSeen
from shared.storage.projection import Row


async def when_case_seen(heard: Sequence[Heard[CaseSeen]], *, house: Intake) -> None:
    """One row for each person, day and service; the same event twice is the same row."""
    await house.seen.looks.put(
        [
            Row(
                h.source,
                h.seq,
                SeenRow.model_validate(h.event.model_dump()),
                {"case_id": h.event.case_id},
                h.event.case_id,
            )
            for h in heard
        ]
    )
