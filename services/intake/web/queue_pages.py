"""The school's side of telling without a name: the answer, and what came in a flood."""

from fastapi import Request
from pydantic import BaseModel
from starlette.responses import RedirectResponse, Response

from services.intake.commands.tell_without_name import answer_reporter, look_at_queued
from services.intake.queries.told import queued_reports
from services.intake.queries.whose_cases import schools_led_by
from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from services.intake.web.nameless_pages import MessageForm
from shared.errors import Hidden, Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access, duty
from shared.web.idempotency import IdempotencyKey


class QueueForm(BaseModel):
    """What becomes of one that waited: a case, or set aside and kept."""

    keep: bool


def queue_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    @router.post("/cases/{case_id}/conversation", allow=case_access("write"))
    async def answer(request: Request, case_id: str, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, MessageForm)
        if form.value is None:
            raise Refusal("invalid", fields={"text": "required"})
        await answer_reporter(case_id, form.value.text, by=who.person_id, key=key, house=house)
        return RedirectResponse(f"/cases/{case_id}#conversation", 303)

    @router.get("/queue", allow=duty("rektor", "deputy", "duty_contact"))
    async def queue(request: Request, who: SignedIn) -> Response:
        reports = await queued_reports(who.person_id, house=house)
        return draw.page(request, "telling/queue.html", reports=reports, active="today")

    @router.post("/queue/{report_id}", allow=duty("rektor", "deputy", "duty_contact"))
    async def look(request: Request, report_id: str, who: SignedIn) -> Response:
        report = await house.reports.get(report_id)
        if report is None or report.school_id not in await schools_led_by(who.person_id, house=house):
            raise Hidden
        form = await read_form(request, QueueForm)
        if form.value is None:
            raise Refusal("invalid", fields={"keep": "required"})
        await look_at_queued(report_id, keep=form.value.keep, by=who.person_id, house=house)
        return RedirectResponse("/queue", 303)
