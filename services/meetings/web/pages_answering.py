"""The page behind a letter's personal link: practicalities and an answer, without a login."""

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.answer_invitation import answer_invitation, invitation_of_link
from services.meetings.domain.invitation import Invitation
from services.meetings.domain.refusals import BadTime, MeetingIsOver
from services.meetings.queries.practicalities import practicalities
from services.meetings.storage.house import House
from services.meetings.web.answering import AnswerForm, answer_context, refuse_fields
from shared.errors import Hidden
from shared.i18n import choose_language
from shared.links import BadLink
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, anyone
from shared.web.layout import Pages
from shared.web.pace import Pace, place_of
from shared.web.permissions import contact_at
from shared.web.sessions import LANGUAGE_COOKIE

_LINK = anyone("the link is the proof: bound to person, meeting and revision, and it ends with the meeting")

# Only tries that open nothing are counted: a school's whole staff may answer from one address.
_TRIES, _TRIES_PER_S = 300, 600.0


def router(house: House, pages: Pages) -> APIRouter:
    """`/reply/{token}`: looking changes nothing, a forged link and an old one look alike."""
    made = GuardedRouter()
    pace = Pace(limit=_TRIES, per_s=_TRIES_PER_S)

    async def gone(request: Request) -> Response:
        if not pace.within(place_of(request)):
            raise HTTPException(429)
        return pages.render(request, "reply-gone.html", 404)

    async def show(
        request: Request, invitation: Invitation, form: Form[AnswerForm] | None = None
    ) -> Response:
        await _speak_to(request, invitation, house)
        meeting = await house.meeting(invitation.meeting_id)
        request.state.contact = await contact_at(house.directory, meeting.school_id, house.today())
        told = await practicalities(meeting, house=house, language=request.state.language, signed_in=False)
        person = await house.directory.person(invitation.person_id)
        return pages.render(
            request,
            "reply.html",
            422 if form is not None else 200,
            told=told,
            first_name=person.words.given_name,
            today=house.today(),
            **answer_context(request, pages, invitation, meeting, form),
        )

    @made.get("/reply/{token}", allow=_LINK)
    async def look(request: Request, token: str) -> Response:
        try:
            return await show(request, await invitation_of_link(token, house=house))
        except Hidden:
            return await gone(request)

    @made.post("/reply/{token}", allow=_LINK)
    async def answer(request: Request, token: str) -> Response:
        try:
            invitation = await invitation_of_link(token, house=house)
            form = await read_form(request, AnswerForm)
            if form.value is None:
                return await show(request, invitation, form)
            await answer_invitation(invitation, form.value.command(), by=invitation.person_id, house=house)
        except (BadLink, Hidden, MeetingIsOver):
            return await gone(request)
        except BadTime as refused:
            refuse_fields(form, refused)
            return await show(request, invitation, form)
        return RedirectResponse(f"/reply/{token}", status_code=303)

    return made


async def _speak_to(request: Request, invitation: Invitation, house: House) -> None:
    """Without a language chosen here before, the invited person's own counts before the browser's."""
    if request.cookies.get(LANGUAGE_COOKIE) or request.query_params.get("lang"):
        return
    person = await house.directory.person(invitation.person_id)
    school = await house.directory.school(invitation.school_id)
    request.state.language = choose_language(person.listed.language, None, school.listed.language)
