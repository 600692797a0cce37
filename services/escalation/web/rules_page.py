"""`/notices/rules`: what the municipality decides for itself, in one place."""

from fastapi import Depends, Request
from starlette.responses import Response

from services.escalation.web.values_pages import SETS_RULES
from shared.web.guards import GuardedRouter
from shared.web.layout import Pages
from shared.web.permissions import introduce


def rules_page(pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)])

    @router.get("/notices/rules", allow=SETS_RULES, include_in_schema=False)
    async def show(request: Request) -> Response:
        return pages.render(request, "notices/rules.html", active="rules")

    return router
