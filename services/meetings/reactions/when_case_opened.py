"""A case exists: keep its number and who told of it, to show and to propose by."""

from collections.abc import Sequence

from services.meetings.storage.house import House
from shared.contracts.envelope import Heard
from shared.contracts.intake import CaseOpenedV1
from shared.storage.projection import Row


async def when_cases_opened(heard: Sequence[Heard[CaseOpenedV1]], *, house: House) -> None:
    await house.cases.put(
        [Row(one.event.case_id, one.seq, one.event, {"report_id": one.event.report_id}) for one in heard]
    )
