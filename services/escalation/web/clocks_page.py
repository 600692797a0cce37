"""`/notices/clocks/{case_id}`: what is promised in a case, by when, and why then."""

from typing import Any

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import RedirectResponse, Response

from services.escalation.commands.keep_posted import agree_rhythm
from services.escalation.domain.rhythm import Rhythm
from services.escalation.queries.case_clocks import CaseClocks, clocks_of
from services.escalation.queries.names import names_of
from services.escalation.queries.who_is_told import first_owner_contact
from services.escalation.storage.house import Escalation
from services.escalation.web.clock_line import line_of
from services.escalation.web.clock_rows import ClockRow, row_of, row_of_watch
from services.escalation.web.explaining import Explaining
from services.escalation.web.reading import faults_in_words, reading_language
from shared.clock import OSLO
from shared.errors import Refusal
from shared.i18n import Language
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.layout import Pages
from shared.web.permissions import introduce


class RhythmForm(BaseModel):
    """School days between two contacts; empty is the usual rhythm."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    school_days: int | None = None


def clocks_page(house: Escalation, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)])

    @router.get("/notices/clocks/{case_id}", allow=case_access("see"), include_in_schema=False)
    async def show(case_id: str, request: Request) -> Response:
        return await page(case_id, request)

    @router.post("/notices/clocks/{case_id}/rhythm", allow=case_access("write"), include_in_schema=False)
    async def agree(case_id: str, request: Request, who: SignedIn) -> Response:
        form = await read_form(request, RhythmForm)
        if form.value is not None:
            try:
                await agree_rhythm(case_id, form.value.school_days, by=who.person_id, house=house)
            except Refusal as refused:
                for name, code in refused.fields.items():
                    form.refuse(name, code)
        if form.ok:
            return RedirectResponse(f"/notices/clocks/{case_id}", status_code=303)
        errors = faults_in_words(request, form)
        return await page(case_id, request, status=422, errors=errors, values=form.kept)

    async def page(case_id: str, request: Request, status: int = 200, **more: Any) -> Response:
        found = await clocks_of(case_id, house=house)
        explaining = Explaining(pages.catalogue, reading_language(request))
        rows = await _rows(found, explaining, house, reading_language(request))
        individual = found.case is not None and found.case.kind == "individual"
        return pages.render(
            request,
            "notices/clocks.html",
            status,
            number=found.case.number if found.case else "",
            case_id=case_id,
            rows=rows,
            line=line_of(rows, house.clock.now()),
            kept=sum(row.state == "done" for row in rows),
            rhythm=(await _rhythm(case_id, house)) if individual else None,
            **more,
            week=found.section_12_6,
        )

    return router


async def _rhythm(case_id: str, house: Escalation) -> Rhythm:
    return await house.rhythms.get(Rhythm.id_for(case_id)) or Rhythm.of(case_id)


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
