"""All of intake's routes."""

from collections.abc import Sequence

from fastapi import APIRouter, Depends

from services.intake.settings import IntakeSettings
from services.intake.storage.house import Intake
from services.intake.web.landing import landing_pages
from services.intake.web.report_api import report_api
from services.intake.web.report_pages import report_pages
from services.intake.web.sign_in import sign_in_router
from shared.web.guards import GuardedRouter
from shared.web.layout import Pages
from shared.web.permissions import introduce
from shared.web.signin_client import SignInClient


def routers(
    house: Intake, pages: Pages, *, sign_in: SignInClient, settings: IntakeSettings
) -> Sequence[APIRouter]:
    shown = GuardedRouter(dependencies=[Depends(introduce)])
    landing_pages(house, pages, shown)
    report_pages(house, pages, shown)
    api = GuardedRouter()
    report_api(house, api)
    return [sign_in_router(house, pages, sign_in=sign_in, settings=settings), api, shown]
