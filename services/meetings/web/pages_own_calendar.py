"""An employee's own calendar: connecting it, and the secret link to their meetings."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.own_calendar import connect_calendar, disconnect_calendar, renew_feed
from services.meetings.domain.own_calendar import CalendarNotRead
from services.meetings.queries.calendar_feed import calendar_feed, feed_token, own_calendar, person_of_feed
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts
from shared.errors import Hidden
from shared.i18n import choose_language
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, anyone, signed_in
from shared.web.layout import Pages
from shared.web.pace import Pace, place_of
from shared.web.permissions import introduce

_LINK = anyone("the link is the proof: bound to one employee, renewed by them, neutral in what it shows")
_TRIES, _TRIES_PER_S = 300, 600.0
PAGE = "/meetings/calendar"


class ConnectForm(BaseModel):
    """The address of a calendar, as the calendar gives it out."""

    model_config = ConfigDict(hide_input_in_errors=True)

    url: Annotated[str, Field(min_length=8, max_length=2000)]


def router(house: House, pages: Pages, *, base_url: str) -> APIRouter:
    """`/meetings/calendar`, and the feed itself under `/reply/calendar/…`."""
    made = GuardedRouter()
    _page(made, house, pages, base_url)
    _feed(made, house, pages, base_url)
    return made


def _page(made: GuardedRouter, house: House, pages: Pages, base_url: str) -> None:
    staff, known = signed_in("staff"), [Depends(introduce)]

    async def draw(
        request: Request, me: str, status: int = 200, form: Form[ConnectForm] | None = None
    ) -> Response:
        token = await feed_token(me, house=house)
        return pages.render(
            request,
            "own-calendar.html",
            status,
            calendar=await own_calendar(me, house=house),
            feed=f"{base_url.rstrip('/')}/reply/calendar/{token}.ics",
            values=form.kept if form else {},
            errors=field_texts(request, form),
            active="meetings",
        )

    @made.get(PAGE, allow=staff, dependencies=known)
    async def show(request: Request, who: SignedIn) -> Response:
        return await draw(request, who.person_id)

    @made.post(PAGE, allow=staff, dependencies=known)
    async def connect(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, ConnectForm)
        if form.value is not None:
            try:
                await connect_calendar(who.person_id, form.value.url, house=house)
                return RedirectResponse(PAGE, status_code=303)
            except CalendarNotRead as refused:
                form.refuse("url", f"calendar-{refused.why}")
        return await draw(request, who.person_id, 422, form)

    @made.post(f"{PAGE}/disconnected", allow=staff, dependencies=known)
    async def disconnect(who: SignedIn) -> Response:
        await disconnect_calendar(who.person_id, house=house)
        return RedirectResponse(PAGE, status_code=303)

    @made.post(f"{PAGE}/renewed", allow=staff, dependencies=known)
    async def renew(who: SignedIn) -> Response:
        await renew_feed(who.person_id, house=house)
        return RedirectResponse(PAGE, status_code=303)


def _feed(made: GuardedRouter, house: House, pages: Pages, base_url: str) -> None:
    pace = Pace(limit=_TRIES, per_s=_TRIES_PER_S)

    @made.get("/reply/calendar/{token}.ics", allow=_LINK)
    async def feed(request: Request, token: str) -> Response:
        try:
            person = await person_of_feed(token, house=house)
        except Hidden:
            if not pace.within(place_of(request)):
                raise HTTPException(429) from None
            raise
        language = choose_language(person.listed.language, None, "nb")
        body = await calendar_feed(
            person, summary=pages.t(language, "feed-summary"), base_url=base_url, house=house
        )
        return Response(
            body, media_type="text/calendar; charset=utf-8", headers={"cache-control": "private, no-store"}
        )
