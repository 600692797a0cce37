"""A case has ended, goes on, or has another school: its running clocks follow."""

from collections.abc import Callable
from datetime import datetime

from services.escalation.domain.clock import Clock
from services.escalation.domain.happened import Happened
from services.escalation.storage.house import Escalation
from shared.contracts.intake import CaseHandedOverV1, CaseMovedV1


async def end_case(end: Happened, *, seq: int, house: Escalation) -> None:
    """Withdraw what the case itself waited for. A case that goes on again (`withdrawn`) loses its end."""
    counts = await house.happenings.note(end, seq)
    if counts.withdrawn:
        return
    for clock in await house.clocks.find({"case_id": counts.case_id, "state": "running"}):
        if clock.ends_with_case(counts.at):
            await house.clocks.change(clock.id, _withdrawn(counts.at))


async def hand_case_over(event: CaseMovedV1 | CaseHandedOverV1, *, house: Escalation) -> None:
    """The clocks of the case tell whoever has it now, at the times they had."""
    before = event.from_school_id if isinstance(event, CaseMovedV1) else event.school_id
    running = {"case_id": event.case_id, "school_id": before, "state": "running"}
    for clock in await house.clocks.find(running):
        await house.clocks.change(clock.id, _handed_over(event))


def _withdrawn(at: datetime) -> Callable[[Clock], None]:
    return lambda clock: clock.withdraw(at)


def _handed_over(event: CaseMovedV1 | CaseHandedOverV1) -> Callable[[Clock], None]:
    return lambda clock: clock.hand_over(event.school_id, event.from_handler_id, event.handler_id, event.at)
