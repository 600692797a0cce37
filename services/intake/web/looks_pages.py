"""Who has looked at our case: the same page for the family and for the school."""

from datetime import date, timedelta

from fastapi import Request
from pydantic import AwareDatetime, BaseModel
from starlette.responses import Response

from services.intake.queries.who_looked import who_looked
from services.intake.storage.house import Intake
from services.intake.web.case_guard import case_by_hat
from services.intake.web.drawing import Drawing
from shared.contracts.access import Relation
from shared.errors import Hidden
from shared.web.guards import GuardedRouter, SignedIn

RECENT = timedelta(days=14)


class VisitView(BaseModel):
    """A member of staff was in the case that day, for the first time at that moment."""

    person_id: str
    relation: Relation
    day: date
    first_at: AwareDatetime


def looks_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    @router.get("/cases/{case_id}/seen", allow=case_by_hat())
    async def show(request: Request, case_id: str, who: SignedIn) -> Response:
        case = await house.cases.get(case_id)
        if case is None:
            raise Hidden
        days = await who_looked(case_id, house=house)
        since = house.today() - RECENT
        return draw.page(
            request,
            "seen.html",
            case=case,
            at_home=who.hat != "staff",
            recent=[one for one in days if one[0] > since],
            older=[one for one in days if one[0] <= since],
            active="cases" if who.hat == "staff" else "home",
        )


def looks_api(house: Intake, router: GuardedRouter) -> None:
    @router.get("/api/intake/cases/{case_id}/seen", allow=case_by_hat())
    async def seen(case_id: str) -> list[VisitView]:
        """Who of the school and the municipality has been in the case, the newest day first."""
        return [
            VisitView(person_id=one.person_id, relation=one.relation, day=one.day, first_at=one.first_at)
            for _, visits in await who_looked(case_id, house=house)
            for one in visits
        ]
