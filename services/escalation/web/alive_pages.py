"""`/api/escalation/alive` for watchers outside, and `/notices/alive` for those who run it."""

from datetime import UTC, datetime

from fastapi import Depends, Request
from fastapi.responses import JSONResponse
from starlette.responses import Response

from services.escalation.domain.preflight import PREFLIGHT_ID
from services.escalation.queries.alive import Alive, alive
from services.escalation.queries.names import names_of
from services.escalation.storage.house import Escalation
from services.escalation.web.values_pages import SETS_RULES
from shared.web.guards import GuardedRouter, anyone
from shared.web.layout import Pages
from shared.web.permissions import introduce


def alive_api(house: Escalation) -> GuardedRouter:
    router = GuardedRouter(prefix="/api/escalation")

    @router.get(
        "/alive",
        allow=anyone("watchers outside the house ask it; it names nobody"),
        response_model=Alive,
        responses={503: {"description": "Not alive, where asked with `probe`", "model": Alive}},
    )
    async def tell(probe: bool = False) -> Response:
        """Tell whether escalation is alive; a watcher that reads no bodies asks with `probe` and gets 503."""
        seen = await alive(datetime.now(UTC), house=house)
        return JSONResponse(seen.model_dump(), status_code=503 if probe and not seen.alive else 200)

    return router


def alive_pages(house: Escalation, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)])

    @router.get("/notices/alive", allow=SETS_RULES, include_in_schema=False)
    async def show(request: Request) -> Response:
        preflight = await house.preflights.get(PREFLIGHT_ID)
        schools = await house.directory.schools.find({})
        checks = preflight.checks if preflight else []
        people = [id_ for one in checks for id_ in (*one.reaches, *one.dead)]
        names = await names_of(people, house.directory)
        return pages.render(
            request,
            "notices/alive.html",
            seen=await alive(datetime.now(UTC), house=house),
            preflight=preflight,
            checks=[
                (
                    schools[one.school_id].name if one.school_id in schools else "",
                    [names[id_] for id_ in one.reaches if id_ in names],
                    [names[id_] for id_ in one.dead if id_ in names],
                )
                for one in checks
            ],
            active="rules",
        )

    return router
