"""Builds escalation: the only place that reads its settings and makes its parts."""

from pathlib import Path

from services.escalation.commands.beat import beating
from services.escalation.domain.assistance import Assistance
from services.escalation.domain.beat import Beat
from services.escalation.domain.chain_book import ChainBook
from services.escalation.domain.clock import Clock
from services.escalation.domain.criteria_book import CriteriaBook
from services.escalation.domain.deviation import Deviation
from services.escalation.domain.digest import Digest
from services.escalation.domain.notice import Notice
from services.escalation.domain.preflight import Preflight
from services.escalation.domain.rhythm import Rhythm
from services.escalation.domain.silence import Silence
from services.escalation.domain.silent_school import SilentSchool
from services.escalation.domain.suggestion import Suggestion
from services.escalation.domain.tomorrow import TomorrowWatch
from services.escalation.domain.value_book import ValueBook
from services.escalation.settings import EscalationSettings
from services.escalation.storage.books import Books
from services.escalation.storage.case_facts import CaseFacts
from services.escalation.storage.channels import Channels
from services.escalation.storage.happenings import Happenings
from services.escalation.storage.house import Escalation
from services.escalation.subscriptions import subscriptions
from services.escalation.timers import dues
from services.escalation.web.alive_pages import alive_api, alive_pages
from services.escalation.web.api import api_router
from services.escalation.web.assistance_pages import assistance_pages
from services.escalation.web.chain_pages import chain_api, chain_pages
from services.escalation.web.clocks_page import clocks_page
from services.escalation.web.criteria_page import criteria_api, criteria_page
from services.escalation.web.decide_page import decide_page
from services.escalation.web.deviation_pages import deviation_pages
from services.escalation.web.figures_pages import figures_api, figures_pages
from services.escalation.web.notice_pages import notice_pages
from services.escalation.web.quiet_pages import quiet_pages
from services.escalation.web.rules_page import rules_page
from services.escalation.web.values_pages import values_api, values_pages
from shared.access import CaseAccess
from shared.directory import Directory
from shared.kernel import Kernel, Service, web_app
from shared.web.permissions import ProjectedAccess

HERE = Path(__file__).parent


def build(settings: EscalationSettings | None = None) -> Service:
    """One service, built and not yet running; nothing connects here."""
    return service_of(Kernel(settings or EscalationSettings.from_environment()))


def service_of(kernel: Kernel) -> Service:
    """Escalation on this kernel's database and clock."""
    directory = Directory(kernel.database, keys=kernel.keys)
    access = CaseAccess(kernel.database, keys=kernel.keys, clock=kernel.clock)
    house = _house(kernel, directory)
    return Service(
        kernel,
        subscriptions=[*directory.subscriptions(), *access.subscriptions(), *subscriptions(house)],
        dues=dues(house),
        rest_s=0.05,
        background=[beating(house)],
        prepare=[directory.prepare, access.prepare, house.prepare],
        web=lambda here: web_app(
            here,
            directory=directory,
            access=ProjectedAccess(access),
            templates=HERE / "web" / "templates",
            locales=HERE / "locales",
            routers=lambda pages: [
                api_router(house),
                clocks_page(house, pages),
                decide_page(house, pages),
                # Before the notices: their address would take these words for a notice's id.
                deviation_pages(house, pages),
                figures_api(house),
                figures_pages(house, pages),
                quiet_pages(house, pages),
                rules_page(pages),
                alive_api(house),
                alive_pages(house, pages),
                assistance_pages(house, pages),
                chain_api(house),
                chain_pages(house, pages),
                criteria_api(house),
                criteria_page(house, pages),
                values_api(house),
                values_pages(house, pages),
                notice_pages(house, pages),
            ],
            state={"house": house},
        ),
    )


def _house(kernel: Kernel, directory: Directory) -> Escalation:
    return Escalation(
        clocks=kernel.store("clocks", Clock),
        watches=kernel.store("watches", TomorrowWatch),
        rhythms=kernel.store("rhythms", Rhythm),
        suggestions=kernel.store("suggestions", Suggestion),
        notices=kernel.store("notices", Notice),
        assistance=kernel.store("assistance", Assistance),
        deviations=kernel.store("deviations", Deviation),
        preflights=kernel.store("preflights", Preflight, keeps_history=False),
        beats=kernel.store("beats", Beat, keeps_history=False),
        channels=Channels(kernel.database, keys=kernel.keys),
        digests=kernel.store("digests", Digest),
        silences=kernel.store("silences", Silence),
        silent_schools=kernel.store("silent_schools", SilentSchool),
        happenings=Happenings(kernel.database, keys=kernel.keys),
        cases=CaseFacts(kernel.database, keys=kernel.keys),
        directory=directory,
        clock=kernel.clock,
        books=Books(
            values=kernel.store("value_books", ValueBook),
            criteria=kernel.store("criteria_books", CriteriaBook),
            chains=kernel.store("chain_books", ChainBook),
        ),
    )
