"""Something is to be found out in a case, or has been: keep it for the agenda of its next meeting (R30)."""

from collections.abc import Sequence

from services.meetings.storage.house import House
from shared.contracts.envelope import Heard
from shared.contracts.intake import InvestigationStepChangedV1
from shared.storage.projection import Row


async def when_examined(heard: Sequence[Heard[InvestigationStepChangedV1]], *, house: House) -> None:
    await house.examinations.put(
        [
            Row(
                one.event.step_id,
                one.seq,
                one.event,
                {"case_id": one.event.case_id},
                scope=one.event.case_id,
            )
            for one in heard
        ]
    )
