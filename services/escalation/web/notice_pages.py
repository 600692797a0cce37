"""`/notices`: the school owner's room. What waits for me first, then the rest, then the schools."""

from typing import Any

from fastapi import Depends, Request
from starlette.responses import RedirectResponse, Response

from services.escalation.commands.acknowledge_notice import acknowledge_notice, keep_next_action
from services.escalation.domain.notice import Notice
from services.escalation.domain.preflight import PREFLIGHT_ID
from services.escalation.queries.names import names_of
from services.escalation.queries.owner_room import owner_room
from services.escalation.storage.house import Escalation
from services.escalation.web.explaining import Explaining
from services.escalation.web.forms import AcknowledgementForm, with_days
from services.escalation.web.reading import faults_in_words, reading_language
from services.escalation.web.story import sent_to, story_of, told_in
from shared.errors import Hidden, Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, admit, duty
from shared.web.layout import Pages
from shared.web.permissions import introduce
from shared.web.sessions import session_of

OWNER = duty("school_owner", "owner_deputy")


class notice_access(duty):  # noqa: N801 - reads as a word where routes are declared
    """The owner's contacts, for the notice in the path; hidden from whom it concerns."""

    def __init__(self) -> None:
        super().__init__("school_owner", "owner_deputy")

    async def check(self, request: Request) -> None:
        await super().check(request)
        house: Escalation = request.app.state.house
        session = session_of(request)
        assert session is not None
        notice = await readable(request.path_params["notice_id"], session.person_id, house)
        await admit(request, notice.case_id, "owner_contact", "notice")


def notice_pages(house: Escalation, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)])

    @router.get("/notices", allow=OWNER, include_in_schema=False)
    async def show_all(request: Request, who: SignedIn) -> Response:
        room = await owner_room(who.person_id, house=house)
        asked = [row.notice.current.person_id for row in room.others if row.notice.current]
        deciders = [row.decision.by for row in room.not_notified]
        names = await names_of([*asked, *deciders], house.directory)
        preflight = await house.preflights.get(PREFLIGHT_ID)
        schools = await house.directory.schools.get_many(preflight.unreached if preflight else [])
        return pages.render(
            request,
            "notices/owner.html",
            room=room,
            names=names,
            preflight=preflight,
            unreached=sorted(one.name for one in schools.values()),
            active="notices",
        )

    @router.get("/notices/{notice_id}", allow=notice_access(), include_in_schema=False)
    async def show(notice_id: str, request: Request, who: SignedIn) -> Response:
        notice = await readable(notice_id, who.person_id, house)
        return pages.render(
            request, "notices/notice.html", **await context_of(notice, request, who.person_id)
        )

    @router.post("/notices/{notice_id}/acknowledge", allow=notice_access(), include_in_schema=False)
    async def acknowledge(notice_id: str, request: Request, who: SignedIn) -> Response:
        notice = await readable(notice_id, who.person_id, house)
        form = await read_form(request, AcknowledgementForm)
        if form.value is not None:
            try:
                await acknowledge_notice(
                    notice_id,
                    person_id=who.person_id,
                    next_action=form.value.next_action,
                    on=form.value.next_action_on,
                    house=house,
                )
            except Refusal as refused:
                if not refused.fields:
                    raise
                for name, code in refused.fields.items():
                    form.refuse(name, code)
        if form.ok:
            return RedirectResponse(f"/notices/{notice_id}", status_code=303)
        context = await context_of(notice, request, who.person_id)
        told = {
            **context,
            "errors": faults_in_words(request, form),
            "values": with_days(form.kept, "next_action_on"),
        }
        return pages.render(request, "notices/notice.html", status=422, **told)

    @router.post("/notices/{notice_id}/done", allow=notice_access(), include_in_schema=False)
    async def done(notice_id: str, who: SignedIn) -> Response:
        await readable(notice_id, who.person_id, house)
        await keep_next_action(notice_id, person_id=who.person_id, house=house)
        return RedirectResponse(f"/notices/{notice_id}", status_code=303)

    async def context_of(notice: Notice, request: Request, person_id: str) -> dict[str, Any]:
        context = await _context(notice, person_id, house)
        language = reading_language(request)
        explaining = Explaining(pages.catalogue, language)
        return {
            **context,
            "sent": sent_to(notice, context["names"], explaining, language),
            "story": story_of(notice, context["names"], explaining, language),
            "told": told_in(notice, context["case"], context["pupil"], explaining, language),
        }

    return router


async def readable(notice_id: str, person_id: str, house: Escalation) -> Notice:
    """The notice, unless it concerns the one who asks: then it looks as if it were not there."""
    notice = await house.notices.get(notice_id)
    if notice is None or not notice.may_be_read_by(person_id):
        raise Hidden
    return notice


async def _context(notice: Notice, person_id: str, house: Escalation) -> dict[str, Any]:
    case = await house.cases.get(notice.case_id)
    school = await house.directory.school(notice.school_id)
    people = [notice.decided_by, *notice.people()]
    pupil_id = case.pupil_id if case else None
    return {
        "notice": notice,
        "case": case,
        "school": school,
        "pupil": (await names_of([pupil_id], house.directory)).get(pupil_id or ""),
        "names": await names_of(people, house.directory),
        "mine": notice.current is not None and notice.current.person_id == person_id,
        "active": "notices",
    }
