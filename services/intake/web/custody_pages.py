"""Where the population register and the roster differ on foreldreansvar, and what the school settles (L8)."""

from typing import Annotated, Any, Literal

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.intake.commands.hear_register import settle_custody
from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from services.intake.web.report_forms import Id
from shared.errors import Hidden, Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, duty, refuse_untrained

MOST_SHOWN = 50


class SettleForm(BaseModel):
    """Which of the two counts for this guardian, and why."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    pupil_id: Id
    person_id: Id
    counts: Literal["register", "roster"]
    reason: Annotated[str, Field(min_length=1, max_length=500)]


def custody_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    leader = duty("rektor", "deputy", school="school_id")

    @router.get("/directory/{school_id}/custody", allow=leader)
    async def show(request: Request, school_id: str) -> Response:
        await refuse_untrained(request)
        school = await house.directory.school(school_id)
        rows = await differing(school_id)
        return draw.page(request, "directory/custody.html", school=school, rows=rows, active="directory")

    @router.post("/directory/{school_id}/custody", allow=leader)
    async def settle(request: Request, school_id: str, who: SignedIn) -> Response:
        await refuse_untrained(request)
        form = await read_form(request, SettleForm)
        if form.value is None:
            raise Refusal("invalid", fields=form.errors)
        told = form.value
        pupil = await house.listed.person(told.pupil_id)
        if pupil is None or school_id not in pupil.listed.school_ids:
            raise Hidden
        await settle_custody(
            told.pupil_id, told.person_id, told.counts, told.reason, by=who.person_id, house=house
        )
        return RedirectResponse(f"/directory/{school_id}/custody", 303)

    async def differing(school_id: str) -> list[dict[str, Any]]:
        found = await house.custody.find({"schools": school_id, "differs": True}, limit=MOST_SHOWN)
        pupils = await house.listed.people_by_id(one.pupil_id for one in found)
        rows = []
        for one in found:
            pupil = pupils.get(one.pupil_id)
            if pupil is None or school_id not in pupil.listed.school_ids:
                continue
            open_ = one.open_against(pupil.said_guardians)
            people = await house.directory.people_by_id(open_)
            rows += [
                {
                    "pupil_id": one.pupil_id,
                    "pupil": pupil.words.name,
                    "person_id": person_id,
                    "person": people[person_id].name if person_id in people else "–",
                    "difference": difference,
                }
                for person_id, difference in open_.items()
            ]
        return rows
