"""The list of meetings, and one meeting: the school's page and the family's own."""

from typing import Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.answer_invitation import (
    answer_invitation,
    invitation_for,
    is_answerable,
)
from services.meetings.commands.reflect import reminded_of
from services.meetings.domain.minutes import Minutes
from services.meetings.domain.refusals import BadTime
from services.meetings.queries.agenda import agenda
from services.meetings.queries.my_meetings import Listed, meetings_for_family, meetings_for_staff
from services.meetings.queries.practicalities import practicalities
from services.meetings.storage.house import House
from services.meetings.web.answering import AnswerForm, answer_context, refuse_fields
from services.meetings.web.guards import meeting_access
from services.meetings.web.seeing import seen_by_school
from shared.clock import OSLO
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, signed_in
from shared.web.layout import Pages
from shared.web.permissions import contact_at, introduce
from shared.web.sessions import language_of, session_of


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings` and `/meetings/{meeting_id}`."""
    made = GuardedRouter(dependencies=[Depends(introduce)])
    _list(made, house, pages)
    _one(made, house, pages)
    return made


def _list(made: GuardedRouter, house: House, pages: Pages) -> None:
    @made.get("/meetings", allow=signed_in())
    async def meetings(request: Request, who: SignedIn) -> Response:
        if who.hat == "staff":
            found = await meetings_for_staff(who.person_id, house=house)
        else:
            found = await meetings_for_family(who.person_id, who.hat, house=house)
        now = house.clock.now()
        told = [await _line(one, house) for one in found]
        return pages.render(
            request,
            "meetings.html",
            family=who.hat != "staff",
            reminded=await _reminded(request, who, house),
            coming=[one for one in told if one["meeting"].ends_at > now],
            past=[one for one in reversed(told) if one["meeting"].ends_at <= now],
            today=house.today(),
            zone=OSLO,
            active="meetings",
        )


def _one(made: GuardedRouter, house: House, pages: Pages) -> None:
    async def family(request: Request, who: SignedIn, form: Form[AnswerForm] | None = None) -> Response:
        meeting = await house.meeting(request.path_params["meeting_id"])
        invitation = await invitation_for(meeting.id, who.person_id, house=house)
        request.state.contact = await contact_at(house.directory, meeting.school_id, house.today())
        minutes = await house.minutes.get(Minutes.id_for(meeting.id))
        return pages.render(
            request,
            "meeting-family.html",
            422 if form is not None else 200,
            meeting=meeting,
            told=await practicalities(meeting, house=house, language=language_of(request), signed_in=True),
            examined=await agenda(meeting, house=house),
            answerable=is_answerable(invitation, house.clock.now()),
            minutes_approved=minutes is not None and minutes.is_approved,
            active="meetings",
            shown=meeting.preparation if meeting.preparation.shared_at else None,
            **answer_context(request, pages, invitation, meeting, form),
        )

    @made.get("/meetings/{meeting_id}", allow=meeting_access(staff="see", family="practical"))
    async def show(request: Request, who: SignedIn) -> Response:
        session = session_of(request)
        if session is not None and session.hat != "staff":
            return await family(request, who)
        return pages.render(
            request, "meeting.html", **await seen_by_school(request, house, pages, who.person_id)
        )

    @made.post("/meetings/{meeting_id}/answer", allow=meeting_access(staff="see", family="practical"))
    async def answer(request: Request, meeting_id: str, who: SignedIn) -> Response:
        invitation = await invitation_for(meeting_id, who.person_id, house=house)
        form = await read_form(request, AnswerForm)
        if form.value is None:
            return await family(request, who, form)
        try:
            await answer_invitation(invitation, form.value.command(), by=who.person_id, house=house)
        except BadTime as refused:
            refuse_fields(form, refused)
            return await family(request, who, form)
        return RedirectResponse(f"/meetings/{meeting_id}", status_code=303)


async def _reminded(request: Request, who: SignedIn, house: House) -> bool:
    """Whether a leader is reminded today of the teams' own reflection."""
    if who.hat != "staff":
        return False
    duties = await request.app.state.duties.duties_of(who.person_id)
    leads = [one.school_id for one in duties if one.role in ("rektor", "deputy") and one.school_id]
    return bool(await reminded_of(leads, house=house))


async def _line(one: Listed, house: House) -> dict[str, Any]:
    meeting = one.meeting
    case = await house.cases.get(meeting.case_id)
    minutes = await house.minutes.get(Minutes.id_for(meeting.id))
    group = None
    if meeting.group_id is not None:
        group = (await house.directory.groups.get(meeting.group_id)) or None
    return {
        "meeting": meeting,
        "invitation": one.invitation,
        "case_number": case.number if case else "",
        "group": group.name if group else "",
        "minutes": minutes.status if minutes else "",
    }
