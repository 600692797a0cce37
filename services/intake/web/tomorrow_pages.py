"""The adult's own page for one card: a button to press at the gate."""

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.tick_tomorrow import tick_tomorrow
from services.intake.domain.case import Case
from services.intake.domain.case_parts import Card
from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from shared.errors import Hidden
from shared.web.guards import GuardedRouter, SignedIn, Who, signed_in


def tomorrow_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    @router.get("/tomorrow/{case_id}/{card_id}", allow=signed_in("staff"))
    async def show(request: Request, case_id: str, card_id: str, who: SignedIn) -> Response:
        case, card = await own_card(case_id, card_id, who)
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

    @router.post("/tomorrow/{case_id}/{card_id}", allow=signed_in("staff"))
    async def tick(case_id: str, card_id: str, who: SignedIn) -> Response:
        await own_card(case_id, card_id, who)
        await tick_tomorrow(case_id, card_id, by=who.person_id, house=house)
        return RedirectResponse(f"/tomorrow/{case_id}/{card_id}", 303)

    async def own_card(case_id: str, card_id: str, who: Who) -> tuple[Case, Card]:
        """The card, for the adult and the colleague on it; hidden from all others."""
        case = await house.cases.get(case_id)
        found = next((one for one in case.cards if one.id == card_id), None) if case else None
        if case is None or found is None or who.person_id not in (found.adult_id, found.colleague_id):
            raise Hidden
        return case, found
