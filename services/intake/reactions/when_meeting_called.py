"""A meeting stands: what was to be called, or asked for, is done."""

from services.intake.commands.close_tasks import close_tasks
from services.intake.domain.case import Case
from services.intake.storage.house import Intake
from shared.contracts.envelope import Heard
from shared.contracts.meetings import MeetingCalledV1
from shared.storage.store import Gone


async def when_meeting_called(heard: Heard[MeetingCalledV1], *, house: Intake) -> None:
    event = heard.event
    await close_tasks(event.case_id, ["meeting-to-call", "meet-asked"], by=event.by, house=house)

    def decide(case: Case) -> None:
        for request in case.requests:
            if request.wish == "meet" and request.answered_at is None:
                request.answered_at, request.answered_by = event.at, event.by

    try:
        await house.cases.change(event.case_id, decide, by=event.by)
    except Gone:
        return  # a case that is not there has asked for nothing
