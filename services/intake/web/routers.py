"""All of intake's routes."""

from collections.abc import Sequence

from fastapi import APIRouter, Depends

from services.intake.settings import IntakeSettings
from services.intake.storage.house import Intake
from services.intake.web.account_api import account_api
from services.intake.web.account_pages import own_account_pages, told_account_pages
from services.intake.web.assess_pages import assess_pages, step_pages
from services.intake.web.case_api import case_api
from services.intake.web.case_list_pages import case_list_pages
from services.intake.web.case_pages import case_pages
from services.intake.web.closing_pages import closing_pages
from services.intake.web.contact_pages import contact_and_tomorrow_pages
from services.intake.web.course_api import course_api
from services.intake.web.custody_pages import custody_pages
from services.intake.web.directory_pages import directory_api, directory_pages
from services.intake.web.disposal_pages import disposal_api, disposal_pages
from services.intake.web.dossier_pages import dossier_api, dossier_pages
from services.intake.web.drawing import Drawing
from services.intake.web.evaluation_pages import evaluation_pages
from services.intake.web.fact_pages import fact_pages
from services.intake.web.family_pages import family_pages
from services.intake.web.file_pages import closing_uploads, file_pages
from services.intake.web.glass_pages import glass_pages
from services.intake.web.group_pages import group_pages
from services.intake.web.guest_pages import code_sign_in, guest_pages
from services.intake.web.hand_over_pages import hand_over_pages
from services.intake.web.landing import landing_pages
from services.intake.web.leadership_pages import leadership_pages, rota_pages
from services.intake.web.looks_pages import looks_api, looks_pages
from services.intake.web.more_pages import more_pages
from services.intake.web.nameless_pages import TellSession, nameless_pages
from services.intake.web.oversight_pages import oversight_pages
from services.intake.web.plan_edit_pages import plan_edit_pages
from services.intake.web.plan_pages import plan_pages
from services.intake.web.queue_pages import queue_pages
from services.intake.web.related_pages import patterns_api, related_pages
from services.intake.web.report_api import report_api
from services.intake.web.report_pages import report_pages
from services.intake.web.set_up_pages import set_up_pages
from services.intake.web.sign_in import sign_in_router
from services.intake.web.telling_api import telling_api
from services.intake.web.telling_pages import telling_pages
from services.intake.web.today_pages import today_pages
from services.intake.web.tomorrow_pages import tomorrow_pages
from services.intake.web.training_pages import training_pages
from shared.web.guards import GuardedRouter
from shared.web.layout import Pages
from shared.web.permissions import introduce
from shared.web.signin_client import SignInClient


def routers(
    house: Intake, pages: Pages, *, sign_in: SignInClient, settings: IntakeSettings
) -> Sequence[APIRouter]:
    shown = GuardedRouter(dependencies=[Depends(introduce)])
    draw = Drawing(house, pages)
    landing_pages(house, pages, shown)
    report_pages(house, pages, shown)
    more_pages(house, draw, shown)
    today_pages(house, draw, shown)
    case_list_pages(house, draw, shown)
    hand_over_pages(house, draw, shown)
    glass_pages(house, draw, shown)
    # Before the case's own page: its address would take this one for a case.
    group_pages(house, draw, shown)
    related_pages(house, draw, shown)
    telling_pages(house, draw, shown)
    telling = TellSession(settings)
    nameless_pages(house, draw, shown, settings=settings, telling=telling)
    files = GuardedRouter(dependencies=[Depends(closing_uploads), Depends(introduce)])
    file_pages(house, draw, files, telling=telling)
    queue_pages(house, draw, shown)
    case_pages(house, draw, shown)
    contact_and_tomorrow_pages(house, draw, shown)
    fact_pages(house, draw, shown)
    assess_pages(house, draw, shown)
    step_pages(house, draw, shown)
    oversight_pages(house, draw, shown)
    plan_pages(house, draw, shown)
    plan_edit_pages(house, draw, shown)
    evaluation_pages(house, draw, shown)
    closing_pages(house, draw, shown)
    family_pages(house, draw, shown)
    own_account_pages(house, draw, shown)
    told_account_pages(house, draw, shown)
    looks_pages(house, draw, shown)
    guest_pages(house, draw, shown, settings=settings)
    training_pages(house, draw, shown)
    tomorrow_pages(house, draw, shown)
    _who_is_where(house, draw, shown, sign_in)
    disposal_pages(house, draw, shown)
    dossier_pages(house, draw, shown)
    doors = GuardedRouter()
    # Before the issuers: its address would be taken for one of them.
    code_sign_in(house, draw, doors, settings=settings)
    api = GuardedRouter()
    report_api(house, api)
    telling_api(house, api)
    case_api(house, api)
    account_api(house, api)
    patterns_api(house, api)
    looks_api(house, api)
    disposal_api(house, api)
    directory_api(house, api)
    dossier_api(house, api)
    course_api(house, api)
    return [doors, sign_in_router(house, pages, sign_in=sign_in, settings=settings), api, files, shown]


def _who_is_where(house: Intake, draw: Drawing, shown: GuardedRouter, sign_in: SignInClient) -> None:
    """The directory's pages; those with a name of their own before those of a school."""
    rota_pages(house, draw, shown)
    set_up_pages(house, draw, shown, sign_in=sign_in)
    custody_pages(house, draw, shown)
    leadership_pages(house, draw, shown)
    directory_pages(house, draw, shown)
