"""A case was linked to another: the other points back, also when a process died in between."""

from services.intake.storage.house import Intake
from shared.contracts.envelope import Heard
from shared.contracts.intake import CaseLinkedV1
from shared.storage.store import Gone


async def when_case_linked(heard: Heard[CaseLinkedV1], *, house: Intake) -> None:
    event = heard.event
    if event.by is None:
        return
    by = event.by
    try:
        await house.cases.change(
            event.other_case_id, lambda it: it.link(event.case_id, event.kind, by, event.at), by=by
        )
    except Gone:
        return
