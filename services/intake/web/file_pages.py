"""Files: put with a report, with what was told without a name, or with a case; taken home by who may see."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import cast

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response, StreamingResponse

from services.intake.commands.attach_file import AttachFile, attach_file
from services.intake.domain.attachment import Attachment
from services.intake.storage.house import Intake
from services.intake.web.case_guard import OwnReport, own_report
from services.intake.web.drawing import Drawing
from services.intake.web.nameless_pages import TellSession
from services.intake.web.words import reader_language
from shared.contracts.access import Relation
from shared.errors import Hidden, Refusal
from shared.web.guards import (
    Access,
    Guard,
    GuardedRouter,
    Outcome,
    SignedIn,
    admit,
    anyone,
    case_access,
    signed_in,
)
from shared.web.idempotency import IdempotencyKey
from shared.web.problems import Problems
from shared.web.sessions import session_of

# What is sent back is only ever shown by the browser as a file to keep, whatever is in it.
_CAREFUL = {
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}


class may_see_file(signed_in):  # noqa: N801 - reads as a word where routes are declared
    """Staff who may see one of its cases, and the person who sent it; hidden from all others."""

    async def check(self, request: Request) -> None:
        await super().check(request)
        session = session_of(request)
        assert session is not None
        house: Intake = request.app.state.house
        found = await house.attachments.get(request.path_params["attachment_id"])
        if found is None:
            raise Hidden
        request.state.attachment = found
        if session.hat != "staff":
            if found.by != session.person_id:
                raise Hidden
            return
        access: Access = request.app.state.access
        for case_id in found.case_ids:
            decision = await access.may(session.person_id, session.hat, case_id, "see")
            if decision.outcome is Outcome.ALLOWED:
                await admit(request, case_id, cast("Relation", decision.relation), "see")
                return
        raise Hidden

    def describe(self) -> str:
        return "may see a case of the file, or has sent it"


async def closing_uploads(request: Request) -> AsyncIterator[None]:
    """Whatever was uploaded is gone from the disk when it has been answered, refused or not."""
    try:
        yield
    finally:
        await request.close()


def file_pages(house: Intake, draw: Drawing, router: GuardedRouter, *, telling: TellSession) -> None:
    sees: Guard = may_see_file()

    @router.get("/files/{attachment_id}", allow=sees)
    async def take(request: Request) -> Response:
        found: Attachment = request.state.attachment
        named = {"content-disposition": f'attachment; filename="{found.file_name}"'}
        content = house.files.read(found.id, found.scope(), found.pieces)
        headers = {**_CAREFUL, **named, "content-length": str(found.size)}
        return StreamingResponse(content, media_type=found.kind, headers=headers)

    @router.post("/files/report/{report_id}", allow=own_report())
    async def with_report(
        request: Request, report: OwnReport, who: SignedIn, key: IdempotencyKey
    ) -> Response:
        to = _Place(report.id, report.school_id, [one.case_id for one in report.cases], report.id)
        return await take_all(request, to, key, who.person_id, back=f"/report/{report.id}/receipt")

    @router.post("/files/case/{case_id}", allow=case_access("write"))
    async def with_case(request: Request, case_id: str, who: SignedIn, key: IdempotencyKey) -> Response:
        case = await house.cases.get(case_id)
        if case is None:
            raise Hidden
        to = _Place(case.id, case.school_id, [case.id])
        return await take_all(request, to, key, who.person_id, back=f"/cases/{case.id}#files")

    @router.post("/files/tell", allow=anyone("opened by the code and the phrase, which are checked inside"))
    async def without_name(request: Request, key: IdempotencyKey) -> Response:
        mailbox_id = telling.opened_in(request)
        box = None if mailbox_id is None else await house.mailboxes.get(mailbox_id)
        if box is None:
            return RedirectResponse("/tell/back", 303)
        to = _Place(box.report_id, box.school_id, [box.case_id], box.report_id)
        return await take_all(request, to, key, None, back="/tell/conversation")

    async def take_all(request: Request, to: _Place, key: str, by: str | None, *, back: str) -> Response:
        """Each file by itself: a bad one is refused with its reason, and the good ones beside it are kept."""
        sent = [one for one in (await request.form()).getlist("file") if isinstance(one, UploadFile)]
        refused: list[str] = []
        for number, upload in enumerate(one for one in sent if one.filename):
            command = AttachFile(
                subject_id=to.subject_id,
                key=key,
                case_ids=to.case_ids,
                school_id=to.school_id,
                content=upload.file,
                number=number,
                report_id=to.report_id,
                by=by,
            )
            try:
                await attach_file(command, house=house)
            except Refusal as why:
                refused.append(why.fields.get("file", "file-broken"))
        if not refused and sent:
            return RedirectResponse(back, 303)
        problems: Problems = request.app.state.problems
        language = reader_language(request)
        reasons = [problems.field_text(code, language) for code in dict.fromkeys(refused or ["required"])]
        return draw.page(
            request,
            "telling/files-refused.html",
            422,
            reasons=reasons,
            kept=len(sent) - len(refused),
            back=back,
        )


@dataclass(frozen=True)
class _Place:
    """What a file is put with."""

    subject_id: str
    school_id: str
    case_ids: Sequence[str]
    report_id: str | None = None
