"""`/notices/clocks/{case_id}`: what is promised in a case, by when, and why then."""

from fastapi import Depends, Request
from starlette.responses import Response

from services.escalation.queries.case_clocks import CaseClocks, clocks_of
from services.escalation.queries.names import names_of
from services.escalation.queries.who_is_told import first_owner_contact
from services.escalation.storage.house import Escalation
from services.escalation.web.clock_rows import ClockRow, row_of, row_of_watch
from services.escalation.web.explaining import Explaining
from services.escalation.web.reading import reading_language
from shared.clock import OSLO
from shared.i18n import Language
from shared.web.guards import GuardedRouter, case_access
from shared.web.layout import Pages
from shared.web.permissions import introduce


def clocks_page(house: Escalation, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)])

    @router.get("/notices/clocks/{case_id}", allow=case_access("see"), include_in_schema=False)
    async def show(case_id: str, request: Request) -> Response:
        found = await clocks_of(case_id, house=house)
        explaining = Explaining(pages.catalogue, reading_language(request))
        rows = await _rows(found, explaining, house, reading_language(request))
        return pages.render(
            request,
            "notices/clocks.html",
            number=found.case.number if found.case else "",
            case_id=case_id,
            rows=rows,
            week=found.section_12_6,
        )

    return router


async def _rows(
    found: CaseClocks, explaining: Explaining, house: Escalation, language: Language
) -> list[ClockRow]:
    names = await _names(found, explaining, house)
    now = house.clock.now()
    rows = [
        row_of(clock, explaining, names, now, language)
        for clock in found.clocks
        if clock.state != "withdrawn"
    ]
    watched = [row_of_watch(watch, explaining, names, language) for watch in found.watches]
    return sorted([*rows, *(row for row in watched if row)], key=lambda row: row.due_at)


async def _names(found: CaseClocks, explaining: Explaining, house: Escalation) -> dict[str, str]:
    people = [clock.owner_id for clock in found.clocks if clock.state != "withdrawn"]
    people += [one for watch in found.watches for one in (watch.adult_id, watch.colleague_id)]
    names = {"somebody": explaining.t("somebody"), **await names_of(people, house.directory)}
    if found.clocks:
        names |= await _places(found.clocks[0].school_id, house)
    return names


async def _places(school_id: str, house: Escalation) -> dict[str, str]:
    """Who acts today as the school's leader, its deputy and the owner's first contact."""
    today = house.clock.now().astimezone(OSLO).date()
    leaders = [one for one in await house.directory.leaders_of(school_id, today) if not one.away_on(today)]
    places = {place: one.name for place, one in zip(("leader", "deputy"), leaders, strict=False)}
    owner = await first_owner_contact(today, house.directory)
    if owner is not None:
        places["school_owner"] = (await house.directory.person(owner)).name
    return places
