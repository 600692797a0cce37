"""Somebody has told more: it is a fact of each case, with the criteria that its answers are (R7, R36)."""

from services.intake.commands.open_case import SOURCE_OF
from services.intake.commands.report_intervention import ReportIntervention, report_intervention
from services.intake.domain.case import Case
from services.intake.domain.case_parts import Fact
from services.intake.domain.report import Addition, Report
from services.intake.storage.house import Intake
from shared.contracts.envelope import Heard
from shared.contracts.intake import ReportAddedToV1, Sign
from shared.errors import NotYet
from shared.identifiers import derived_id

CRITERION_OF: dict[Sign, str] = {
    "several": "several_against_one",
    "violent": "violent",
    "digital": "digital_across_schools",
    "outsiders": "outsiders",
    "long": "long_lasting",
    "staff": "staff_offends",
}


async def when_report_added_to(heard: Heard[ReportAddedToV1], *, house: Intake) -> None:
    """Waits for the case where the telling was quicker than its opening."""
    event = heard.event
    report = await house.reports.get(event.report_id)
    if report is None:
        raise NotYet(event.report_id)
    addition = next((one for one in report.additions if one.id == event.addition_id), None)
    if addition is None or report.queued or report.set_aside_at is not None:
        return
    for case_id in event.case_ids:
        case = await house.cases.get(case_id)
        if case is None:
            raise NotYet(case_id)
        await _record(case, report, addition, house)


async def _record(case: Case, report: Report, addition: Addition, house: Intake) -> None:
    source = SOURCE_OF[report.told_as]
    if "physical_intervention" in addition.signs and case.pupil_id is not None:
        told = ReportIntervention(
            case_id=case.id,
            key=addition.id,
            by=addition.by,
            happened=addition.text or report.text,
            pupils_view=addition.pupils_view,
            source=source,
        )
        await report_intervention(told, house=house)
    fact = Fact(
        id=derived_id("fact", case.id, addition.id),
        text=addition.text or report.text,
        where=addition.where,
        occurred_on=addition.occurred_on,
        source=source,
        source_words=addition.seen_by,
        criteria=tuple(CRITERION_OF[one] for one in addition.signs if one in CRITERION_OF),
        recorded_by=addition.by,
        recorded_at=addition.at,
    )
    await house.cases.change(case.id, lambda it: it.record_fact(fact), by=addition.by)
