"""The adult's own page for one card: a button to press at the gate."""

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.tick_tomorrow import tick_tomorrow
from services.intake.storage.house import Intake
from services.intake.web.case_guard import own_card
from services.intake.web.drawing import Drawing
from shared.web.guards import GuardedRouter, SignedIn


def tomorrow_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    @router.get("/tomorrow/{case_id}/{card_id}", allow=own_card())
    async def show(request: Request, case_id: str) -> Response:
        case, card = request.state.case, request.state.card
        people = await house.directory.people_by_id([card.adult_id, case.pupil_id or ""])
        rooms = {one.listed.room_id: one for one in await house.directory.rooms_at(case.school_id)}
        pupil, adult = people.get(case.pupil_id or ""), people.get(card.adult_id)
        return draw.page(
            request,
            "card.html",
            card=card,
            case_id=case_id,
            child=pupil.words.given_name if pupil else "–",
            adult=adult.words.given_name if adult else "–",
            where=draw.place(request, card.place, rooms),
            active="today",
        )

    @router.post("/tomorrow/{case_id}/{card_id}", allow=own_card())
    async def tick(case_id: str, card_id: str, who: SignedIn) -> Response:
        await tick_tomorrow(case_id, card_id, by=who.person_id, house=house)
        return RedirectResponse(f"/tomorrow/{case_id}/{card_id}", 303)
