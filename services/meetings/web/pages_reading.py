"""Reading minutes: each party's own version, its PDF, what they write to it and that they have read it."""

from typing import Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.read_minutes import comment_minutes, receive_minutes
from services.meetings.domain.content import Text
from services.meetings.queries.child_version import child_version
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts
from services.meetings.web.guards import meeting_access
from services.meetings.web.minutes_pdf import minutes_document
from services.meetings.web.writing import read_context
from shared.errors import Hidden
from shared.pdf import pdf_of
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, Who
from shared.web.layout import Pages
from shared.web.permissions import contact_at, introduce
from shared.web.sessions import language_of

_PDF = {"content-disposition": 'attachment; filename="referat.pdf"', "cache-control": "no-store"}


class CommentForm(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    comment: Text


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings/{meeting_id}/minutes` to read, `.pdf`, and what a party posts to it."""
    made = GuardedRouter(dependencies=[Depends(introduce)])
    _reading(made, house, pages)
    _answering(made, house, pages)
    return made


async def _for_family(
    request: Request, house: House, pages: Pages, who: Who, form: Form[Any] | None = None
) -> Response:
    meeting = request.state.meeting
    request.state.contact = await contact_at(house.directory, meeting.school_id, house.today())
    told = await read_context(request, house, pages, who)
    if form is not None:
        told |= {"values": form.kept, "errors": field_texts(request, form)}
    name = "minutes-family.html"
    if who.hat == "pupil" and not meeting.is_group:
        other = pages.t(language_of(request), "party-other")
        child = await child_version(who.person_id, meeting, told["minutes"], house=house, other=other)
        told["child"] = child
        if not (child.reads_all and request.query_params.get("all")):
            name = "minutes-pupil.html"
    return pages.render(request, name, 422 if form is not None else 200, **told)


def _reading(made: GuardedRouter, house: House, pages: Pages) -> None:
    may_read = meeting_access(staff="see", family="follow")

    @made.get("/meetings/{meeting_id}/minutes", allow=may_read)
    async def read(request: Request, who: SignedIn) -> Response:
        if who.hat != "staff":
            return await _for_family(request, house, pages, who)
        return pages.render(request, "minutes.html", **await read_context(request, house, pages, who))

    @made.get("/meetings/{meeting_id}/minutes.pdf", allow=may_read)
    async def as_pdf(request: Request, who: SignedIn) -> Response:
        told = await read_context(request, house, pages, who)
        if not told["minutes"].is_approved:
            raise Hidden
        language = language_of(request)

        def t(text_id: str, **args: object) -> str:
            return pages.t(language, text_id, **args)

        body = await pdf_of(minutes_document(told, t=t, language=language))
        return Response(body, media_type="application/pdf", headers=_PDF)


def _answering(made: GuardedRouter, house: House, pages: Pages) -> None:
    of_family = meeting_access(family="follow")

    @made.post("/meetings/{meeting_id}/comments", allow=of_family)
    async def comment(request: Request, meeting_id: str, who: SignedIn) -> Response:
        form = await read_form(request, CommentForm)
        if form.value is None:
            return await _for_family(request, house, pages, who, form)
        await comment_minutes(request.state.meeting, form.value.comment, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/{meeting_id}/minutes", status_code=303)

    @made.post("/meetings/{meeting_id}/receipt", allow=of_family)
    async def receive(meeting_id: str, who: SignedIn) -> Response:
        await receive_minutes(meeting_id, by=who.person_id, house=house)
        return RedirectResponse(f"/meetings/{meeting_id}/minutes", status_code=303)
