"""Will you tell more? The questions that fit, after the one sentence; every one of them may be skipped."""

from typing import Any

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.tell_more import TellMore, tell_more
from services.intake.domain.report import Report
from services.intake.storage.house import Intake
from services.intake.web.case_guard import OwnReport, own_report
from services.intake.web.drawing import Drawing
from services.intake.web.report_forms import TEXT_LIMIT, MoreForm
from services.intake.web.words import errors_in_words
from shared.errors import Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, Who
from shared.web.idempotency import FIELD, IdempotencyKey, new_idempotency_key

PLACES = ("classroom", "yard", "changing_room", "way", "bus", "sfo", "online", "elsewhere")
SIGNS = ("several", "violent", "long", "digital", "outsiders", "staff", "physical_intervention")


def more_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    @router.get("/report/{report_id}/more", allow=own_report())
    async def show(request: Request, report: OwnReport, who: SignedIn) -> Response:
        return page(request, report, who)

    @router.post("/report/{report_id}/more", allow=own_report())
    async def add(request: Request, report: OwnReport, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, MoreForm)
        if form.value is not None:
            told = TellMore(report_id=report.id, key=key, by=who.person_id, **form.value.model_dump())
            try:
                await tell_more(told, house=house)
            except Refusal as refused:
                if not refused.fields:
                    raise
                for field, code in refused.fields.items():
                    form.refuse(field, code)
            else:
                return RedirectResponse(f"/report/{report.id}/receipt#added", 303)
        return page(request, report, who, form=form, key=key, status=422)

    def page(
        request: Request,
        report: Report,
        who: Who,
        *,
        form: Form[Any] | None = None,
        key: str | None = None,
        status: int = 200,
    ) -> Response:
        return draw.page(
            request,
            "telling/more.html",
            status,
            report=report,
            hat=who.hat,
            values=form.kept if form else {},
            errors=errors_in_words(request, form) if form else {},
            key=key or new_idempotency_key(),
            key_field=FIELD,
            places=PLACES,
            signs=SIGNS,
            limit=TEXT_LIMIT,
            back=f"/report/{report.id}/receipt",
            active="report",
        )
