"""A report has come in: each child gets a case."""

from services.intake.commands.open_case import open_cases_of
from services.intake.storage.house import Intake
from shared.contracts.envelope import Heard
from shared.contracts.intake import ReportReceivedV1
from shared.errors import NotYet


async def when_report_received(heard: Heard[ReportReceivedV1], *, house: Intake) -> None:
    """Open the cases from the report itself: the event has only codes."""
    report = await house.reports.get(heard.event.report_id)
    if report is None:
        raise NotYet(heard.event.report_id)
    await open_cases_of(report, house=house)
