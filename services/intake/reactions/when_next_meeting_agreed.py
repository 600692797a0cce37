"""The next meeting was agreed after the minutes: the case no longer says that it is missing (row R13)."""

from services.intake.domain.case import Case
from services.intake.storage.house import Intake
from shared.contracts.envelope import Heard
from shared.contracts.meetings import NextMeetingAgreedV1
from shared.errors import NotYet
from shared.storage.store import Gone


async def when_next_meeting_agreed(heard: Heard[NextMeetingAgreedV1], *, house: Intake) -> None:
    def decide(case: Case) -> None:
        if case.hears(heard):
            case.next_meeting_missing = False

    try:
        await house.cases.change(heard.event.case_id, decide, by=heard.event.by)
    except Gone:
        raise NotYet(heard.event.case_id) from None
