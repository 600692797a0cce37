"""Reports as JSON, for programs and for those who post many."""

from fastapi import Response as FastResponse

from services.intake.commands.submit_report import SubmitReport, submit_report
from services.intake.commands.tell_more import TellMore, tell_more
from services.intake.domain.report import Report
from services.intake.queries.report_choices import choices_for
from services.intake.storage.house import Intake
from services.intake.web.case_guard import OwnReport, own_report
from services.intake.web.report_forms import (
    Added,
    CaseOfReport,
    Handler,
    MoreBody,
    PupilChoice,
    ReportBody,
    ReportChoices,
    ReportReceipt,
    SchoolChoice,
)
from shared.errors import Refusal
from shared.web.guards import GuardedRouter, SignedIn, Who, signed_in
from shared.web.idempotency import IdempotencyKey


def report_api(house: Intake, router: GuardedRouter) -> None:
    @router.post("/api/intake/reports", allow=signed_in(), status_code=201, response_model=ReportReceipt)
    async def submit(
        body: ReportBody, who: SignedIn, key: IdempotencyKey, response: FastResponse
    ) -> ReportReceipt:
        """Tell the school about one or more pupils. The same Idempotency-Key again is the same report."""
        report = await submit_report(_command(body, who, key), house=house)
        response.headers["location"] = f"/api/intake/reports/{report.id}"
        return await receipt_of(report)

    @router.get("/api/intake/reports/{report_id}", allow=own_report())
    async def show(report: OwnReport) -> ReportReceipt:
        """The receipt of a report that you sent in or told."""
        return await receipt_of(report)

    @router.post("/api/intake/reports/{report_id}/additions", allow=own_report(), status_code=201)
    async def add(report_id: str, body: MoreBody, who: SignedIn, key: IdempotencyKey) -> Added:
        """Tell more about your report; what was told first is never changed."""
        told = TellMore(report_id=report_id, key=key, by=who.person_id, **body.model_dump())
        return Added(addition_id=(await tell_more(told, house=house)).id)

    @router.get("/api/intake/report-choices", allow=signed_in())
    async def choices(who: SignedIn) -> ReportChoices:
        """Whom you can point to: your own children, yourself, or the pupils of your school."""
        found = await choices_for(who.person_id, who.hat, house=house)
        return ReportChoices(
            pupils=[
                PupilChoice(pupil_id=one.id, name=one.name, school_id=one.listed.school_ids[0])
                for one, _ in found.pupils
                if one.listed.school_ids
            ],
            schools=[SchoolChoice(school_id=one.listed.school_id, name=one.name) for one in found.schools],
        )

    async def receipt_of(report: Report) -> ReportReceipt:
        handler = await house.directory.person(report.handler_id)
        return ReportReceipt(
            report_id=report.id,
            school_id=report.school_id,
            cases=[
                CaseOfReport(case_id=one.case_id, number=one.number, pupil_id=one.pupil_id)
                for one in report.cases
            ],
            handler=Handler(person_id=handler.id, name=handler.name, phone=handler.words.phone),
            received_at=report.received_at,
            contact_by=report.contact_by,
            receipt=f"/report/{report.id}/receipt",
        )


def _command(body: ReportBody, who: Who, key: str) -> SubmitReport:
    on_behalf = who.hat == "staff" and body.told_as != "staff"
    if body.reporter_id not in (None, who.person_id) and not on_behalf:
        raise Refusal("invalid", fields={"reporter_id": "not-a-choice"})
    return SubmitReport(
        key=key,
        by=who.person_id,
        hat=who.hat,
        text=body.text,
        told_as=body.told_as,
        channel=body.channel,
        pupil_ids=tuple(body.pupil_ids),
        school_id=body.school_id,
        about=body.about,
        reporter_id=body.reporter_id if on_behalf else who.person_id,
        home_held=body.home_held,
        told_by=body.told_by if on_behalf else None,
        concerns=body.concerns,
        implicated=tuple(body.implicated),
    )
