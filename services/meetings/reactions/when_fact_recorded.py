"""A fact stands in a case: keep it, so that a meeting can refer to it (R40)."""

from collections.abc import Sequence

from services.meetings.storage.house import House
from services.meetings.storage.known import KnownFact
from shared.contracts.envelope import Heard
from shared.contracts.intake import FactRecordedV1
from shared.storage.projection import Row


async def when_facts_recorded(heard: Sequence[Heard[FactRecordedV1]], *, house: House) -> None:
    await house.facts.put(
        [
            Row(
                one.event.fact_id,
                one.seq,
                KnownFact(
                    fact_id=one.event.fact_id,
                    case_id=one.event.case_id,
                    text=one.words.text,
                    source=one.event.source,
                    occurred_on=one.event.occurred_on,
                ),
                {"case_id": one.event.case_id},
                scope=one.event.case_id,
            )
            for one in heard
            if one.words is not None
        ]
    )
