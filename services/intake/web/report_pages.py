"""Telling the school: one page, three fields; and the receipt."""

from typing import Any

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.submit_report import SubmitReport, submit_report, told_before
from services.intake.domain.report import Report, report_id_of
from services.intake.domain.rights import PARTS, RIGHTS_VERSION
from services.intake.queries.family import answers_to
from services.intake.queries.report_choices import Choices, choices_for
from services.intake.storage.handlers import handler_of
from services.intake.storage.house import Intake
from services.intake.web.case_guard import OwnReport, is_own, own_report
from services.intake.web.report_forms import TEXT_LIMIT, ReportForm
from services.intake.web.words import errors_in_words
from shared.calendar import section_12_6_dates
from shared.errors import Hidden, Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import Access, GuardedRouter, Outcome, SignedIn, Who, signed_in
from shared.web.idempotency import FIELD, IdempotencyKey, new_idempotency_key, scoped_key
from shared.web.layout import Pages

OTHER = "other:"


def report_pages(house: Intake, pages: Pages, router: GuardedRouter) -> None:
    @router.get("/report", allow=signed_in())
    async def show(request: Request, who: SignedIn) -> Response:
        choices = await choices_for(who.person_id, who.hat, house=house)
        about = choices.pupils[0][0].id if len(choices.pupils) == 1 else None
        values = {"about": about, "told_as": "staff" if who.hat == "staff" else who.hat}
        return await draw(request, who, choices, values)

    @router.post("/report", allow=signed_in())
    async def submit(request: Request, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, ReportForm)
        if form.value is not None:
            try:
                command = _command(form.value, who, key)
                known = await house.reports.get(report_id_of(scoped_key(who.person_id, key)))
                before = None if known else await told_before(command, house=house)
                there = before and await _where_it_is(before, request, who)
                if there:
                    return RedirectResponse(there, 303)
                report = await submit_report(command, house=house)
            except Refusal as refused:
                for field, code in (refused.fields or {"about": refused.code}).items():
                    form.refuse("about" if field in ("pupil_ids", "school_id") else field, code)
            else:
                return RedirectResponse(f"/report/{report.id}/receipt", 303)
        choices = await choices_for(who.person_id, who.hat, house=house)
        return await draw(request, who, choices, form.kept, form=form, key=key, status=422)

    @router.get("/report/{report_id}/receipt", allow=own_report())
    async def receipt(request: Request, report: OwnReport, who: SignedIn) -> Response:
        handler = await house.directory.person(report.handler_id)
        mine = await house.access.find({"case_id": {"$in": [one.case_id for one in report.cases]}})
        home = {one.case_id for one in mine if who.person_id in one.clear()["home"]}
        answers = await answers_to(report, who.person_id, house=house)
        return pages.render(
            request,
            "receipt.html",
            answers=answers,
            report=report,
            handler=handler,
            home=home,
            staff=who.hat == "staff",
            again=request.query_params.get("again") is not None,
            files=await house.attachments.find({"report_id": report.id}, sort=[("at", 1)]),
            rights_parts=PARTS if report.told_as in ("guardian", "pupil") else (),
            rights_version=RIGHTS_VERSION,
            dates=section_12_6_dates(report.received_at),
            key_field=FIELD,
            file_key=new_idempotency_key(),
            today=house.today(),
            active="report",
        )

    async def draw(
        request: Request,
        who: Who,
        choices: Choices,
        values: dict[str, Any],
        *,
        form: Form[ReportForm] | None = None,
        key: str | None = None,
        status: int = 200,
    ) -> Response:
        school_id = choices.schools[0].listed.school_id if choices.schools else None
        try:
            reader = await handler_of(house.directory, school_id, house.today()) if school_id else None
        except Hidden:
            reader = None
        return pages.render(
            request,
            "report.html",
            status=status,
            choices=choices,
            other=OTHER,
            values=values,
            errors=errors_in_words(request, form) if form else {},
            key=key or new_idempotency_key(),
            key_field=FIELD,
            leader=reader,
            hat=who.hat,
            limit=TEXT_LIMIT,
            active="report",
        )


async def _where_it_is(before: Report, request: Request, who: Who) -> str | None:
    """The page of a report that was sent again; none for who may see neither receipt nor case."""
    if is_own(before, who.person_id, who.hat):
        return f"/report/{before.id}/receipt?again=yes"
    access: Access = request.app.state.access
    for one in before.cases:
        decision = await access.may(who.person_id, who.hat, one.case_id, "see")
        if decision.outcome is Outcome.ALLOWED:
            return f"/cases/{one.case_id}#told"
    return None


def _command(form: ReportForm, who: Who, key: str) -> SubmitReport:
    other = form.about.startswith(OTHER)
    on_behalf = who.hat == "staff" and form.told_as != "staff"
    reporter = None if on_behalf else who.person_id
    if on_behalf and form.told_as == "pupil" and not other:
        reporter = form.about
    return SubmitReport(
        key=key,
        by=who.person_id,
        hat=who.hat,
        text=form.text,
        told_as=form.told_as,
        channel=(form.channel if who.hat == "staff" else None) or "form",
        pupil_ids=() if other else (form.about,),
        school_id=form.about.removeprefix(OTHER) if other else None,
        reporter_id=reporter,
        home_held=form.home_held is not None,
        told_by=form.told_by if on_behalf else None,
        concerns=form.concerns or ("staff" if form.implicated else "pupils"),
        implicated=(form.implicated,) if form.implicated else (),
    )
