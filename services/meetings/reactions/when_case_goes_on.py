"""Something happened in a case: keep a pointer to it, for those who read up before a meeting (R23)."""

from collections.abc import Sequence
from typing import Any

from services.meetings.storage.house import House
from services.meetings.storage.known import Pointer
from shared.contracts.envelope import CaseEvent, Heard
from shared.contracts.intake import ContactLoggedV1, InvestigationStepChangedV1, MeasureChangedV1
from shared.storage.projection import Row


async def when_case_goes_on(heard: Sequence[Heard[Any]], *, house: House) -> None:
    """One pointer for each event, whose id it has: heard twice, it stands once."""
    await house.pointers.put(
        [
            Row(
                one.id,
                one.seq,
                Pointer(
                    code=_code(one.event),
                    at=one.event.at,
                    by=one.event.by,
                    about_person_id=getattr(one.event, "person_id", None),
                    detail=_detail(one.event),
                ),
                {"case_id": one.event.case_id, "code": _code(one.event), "at": one.event.at},
                scope=one.event.case_id,
            )
            for one in heard
        ]
    )


async def when_measures_change(heard: Sequence[Heard[MeasureChangedV1]], *, house: House) -> None:
    await house.measures.put(
        [
            Row(
                one.event.measure_id,
                one.seq,
                one.event,
                {"case_id": one.event.case_id},
                scope=one.event.case_id,
            )
            for one in heard
        ]
    )


def _code(event: CaseEvent) -> str:
    """`contact-logged` of `samspill.intake.contact-logged.v1`: the page has words for it."""
    return event.type.split(".")[2]


def _detail(event: CaseEvent) -> str | None:
    if isinstance(event, ContactLoggedV1):
        return event.means if event.reached else f"{event.means}-tried"
    if isinstance(event, InvestigationStepChangedV1 | MeasureChangedV1):
        return event.status
    return None
