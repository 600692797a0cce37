"""The front door: each hat to its own first page."""

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.queries.family import my_cases
from services.intake.storage.house import Intake
from shared.web.guards import GuardedRouter, SignedIn, signed_in
from shared.web.layout import Pages
from shared.web.permissions import DirectoryDuties

OWNER = frozenset({"school_owner", "owner_deputy"})


def landing_pages(house: Intake, pages: Pages, router: GuardedRouter) -> None:
    @router.get("/", allow=signed_in())
    async def front(request: Request, who: SignedIn) -> Response:
        if who.hat != "staff":
            cases = await my_cases(who.person_id, who.hat, house=house)
            return pages.render(request, "my.html", cases=cases, today=house.today(), active="home")
        duties = {
            one.role for one in await DirectoryDuties(house.directory, house.clock).duties_of(who.person_id)
        }
        if not await DirectoryDuties(house.directory, house.clock).is_trained(who.person_id):
            return RedirectResponse("/training", 303)
        if duties and duties <= OWNER:
            # What concerns a school's leadership is the owner's to handle (row L3): that comes first.
            if await house.tasks.count({"owner_id": who.person_id, "open": True}):
                return RedirectResponse("/today", 303)
            return RedirectResponse("/notices", 303)
        return RedirectResponse("/directory" if duties == {"administrator"} else "/today", 303)
