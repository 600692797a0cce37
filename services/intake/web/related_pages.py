"""Cases that belong together, told twice or of one event; and what comes again over a school's reports."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from services.intake.commands.link_cases import link_cases, merge_cases
from services.intake.domain.case import Case
from services.intake.queries.name_check import Checked, names_for_family
from services.intake.queries.patterns import FEWEST, Kind, patterns_at
from services.intake.queries.whose_cases import that_may_be_seen
from services.intake.storage.house import Intake
from services.intake.web.case_forms import LinkForm, MergeForm
from services.intake.web.case_forms_shown import CaseForms
from services.intake.web.drawing import Drawing
from shared.errors import Hidden, Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access, duty

LEADER = duty("rektor", "deputy")


class PatternView(BaseModel):
    """What several reports have in common. No case, no pupil, no report is named."""

    school_id: str
    kind: Kind
    what: str = Field(description="a class, a place's code, or the number of a weekday")
    reports: int


def related_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    decide = case_access("decide")
    forms = CaseForms(house, draw)

    @router.get("/cases/patterns", allow=LEADER)
    async def patterns(request: Request) -> Response:
        return draw.page(
            request, "cases/patterns.html", rows=await rows_of(request, house), fewest=FEWEST, active="cases"
        )

    @router.post("/cases/{case_id}/links", allow=decide)
    async def link(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, LinkForm)

        async def order(told: LinkForm) -> None:
            other = next(iter(await house.cases.find({"number": told.number}, limit=1)), None)
            if other is None or not await that_may_be_seen(who.person_id, [other.id], house=house):
                raise Refusal("invalid", fields={"number": "unknown-case"})
            await link_cases(case_id, other.id, by=who.person_id, house=house)

        after = f"/cases/{case_id}#related"
        return await forms.obey(request, form, order, template="cases/link.html", after=after)

    @router.get("/cases/{case_id}/merge/{other_case_id}", allow=decide)
    async def merging(request: Request, case_id: str, other_case_id: str, who: SignedIn) -> Response:
        other = await the_other(other_case_id, who.person_id)
        case = await house.cases.get(case_id)
        values = {"answer": draw.t(request, "merge-answer-proposed", number=case.number if case else "")}
        return await forms.show(request, "cases/merge.html", other=other, values=values)

    @router.post("/cases/{case_id}/merge/{other_case_id}", allow=decide)
    async def merge(request: Request, case_id: str, other_case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, MergeForm)
        other = await the_other(other_case_id, who.person_id)
        case = await house.cases.get(case_id)
        if case is None:
            raise Hidden
        reason = draw.t(request, "merge-reason", number=case.number)

        async def look(kept: Mapping[str, Any]) -> list[Checked]:
            return await names_for_family(other, {"answer": kept.get("answer")}, house=house)

        async def order(told: MergeForm) -> None:
            await merge_cases(
                case_id,
                other_case_id,
                told.answer,
                reason=reason,
                by=who.person_id,
                house=house,
                looked=told.looked,
            )

        after = f"/cases/{case_id}#related"
        return await forms.obey(
            request, form, order, template="cases/merge.html", after=after, look=look, other=other
        )

    async def the_other(case_id: str, reader_id: str) -> Case:
        other = await house.cases.get(case_id)
        if other is None or not await that_may_be_seen(reader_id, [case_id], house=house, action="decide"):
            raise Hidden
        return other


def patterns_api(house: Intake, router: GuardedRouter) -> None:
    @router.get("/api/intake/patterns", allow=LEADER)
    async def patterns(request: Request) -> list[PatternView]:
        """What comes again over the last thirty days at the schools you lead; three reports at the least."""
        return [
            PatternView(school_id=school_id, kind=one.kind, what=one.what, reports=one.reports)
            for school_id, one in await rows_of(request, house)
        ]


async def rows_of(request: Request, house: Intake) -> list[tuple[str, Any]]:
    schools = dict.fromkeys(one.school_id for one in request.state.duties if one.school_id)
    return [(school, one) for school in schools for one in await patterns_at(school, house=house)]
