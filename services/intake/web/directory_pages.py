"""The schools, who leads them, and whether each is ready to use this (row P13)."""

from datetime import date
from typing import Annotated, Any

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.intake.commands.correct_directory import PutRight, put_right, take_back
from services.intake.domain.correction import Name
from services.intake.queries.moved_pupils import moved_pupils
from services.intake.queries.ready import ready
from services.intake.storage.house import Intake
from services.intake.web.case_list_pages import page_of
from services.intake.web.drawing import Drawing
from services.intake.web.leadership_pages import APPOINTING
from shared.errors import Hidden
from shared.web.guards import GuardedRouter, SignedIn, duty, refuse_untrained

SCHOOLS_SHOWN = 40
MOVING = ("rektor", "deputy", "school_owner", "owner_deputy")
ROLES = ("school_owner", "owner_deputy", "administrator", "rektor", "deputy")


class PointView(BaseModel):
    """One thing a school needs before it begins."""

    code: str
    done: bool | None = Field(description="none: another service knows, and has not told")
    missing: int = Field(description="how many are missing, where they can be counted")


class ReadyView(BaseModel):
    """A school's "ready to use" list."""

    school_id: str
    is_ready: bool
    points: list[PointView]


def directory_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    @router.get("/directory", allow=duty(*ROLES))
    async def show(request: Request) -> Response:
        at = {one.school_id for one in request.state.duties}
        moves = any(one.role in MOVING for one in request.state.duties)
        rows = []
        everyone = sorted((await house.directory.schools.find({})).values(), key=lambda one: one.name)
        page = max(1, min(page_of(request), 1 + (len(everyone) - 1) // SCHOOLS_SHOWN))
        for school in everyone[(page - 1) * SCHOOLS_SHOWN : page * SCHOOLS_SHOWN]:
            id_ = school.listed.school_id
            leaders = await house.directory.leaders_of(id_, house.today())
            rows.append(
                {
                    "name": school.name,
                    "href": f"/directory/{id_}/ready" if at & {None, id_} else "",
                    "leadership": f"/directory/{id_}/leadership",
                    "leaders": ", ".join(one.name for one in leaders),
                    "pupils": await house.listed.people.count({"schools": id_, "kinds": "pupil"}),
                    "staff": await house.listed.people.count({"schools": id_, "kinds": "staff"}),
                    "rooms": len(await house.directory.rooms_at(id_)),
                }
            )
        context: dict[str, Any] = {
            "moves": moves,
            "appoints": any(one.role in APPOINTING for one in request.state.duties),
        }
        context |= {"page": page, "pages": 1 + (len(everyone) - 1) // SCHOOLS_SHOWN}
        return draw.page(request, "directory.html", schools=rows, active="directory", **context)

    @router.get("/directory/moved", allow=duty(*MOVING))
    async def moved(request: Request, who: SignedIn) -> Response:
        await refuse_untrained(request)
        found = await moved_pupils(who.person_id, house=house)
        return draw.page(request, "directory/moved.html", moved=found, active="directory")

    @router.get("/directory/{school_id}/ready", allow=duty(*ROLES, school="school_id"))
    async def is_ready(request: Request, school_id: str) -> Response:
        found = await ready(school_id, house=house)
        return draw.page(request, "directory/ready.html", found=found, active="directory")


class Correcting(BaseModel):
    """One field that the roster has wrong."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    name: Name
    value: Annotated[str, Field(min_length=1, max_length=200)] | None = Field(
        default=None, description="what it should say; none: nothing (a telephone number or a language only)"
    )
    reason: str = Field(min_length=1, max_length=500)
    until: date | None = Field(default=None, description="last day it stands; none: for good")


def directory_api(house: Intake, router: GuardedRouter) -> None:
    leader = duty("rektor", "deputy", "administrator", school="school_id")

    async def at_school(school_id: str, person_id: str) -> None:
        """Somebody who goes to or works at the school, or a guardian of one who does; else hidden."""
        person = await house.listed.person(person_id)
        if person is None:
            raise Hidden
        theirs = await house.listed.people.count({"guardians": person_id, "schools": school_id})
        if school_id not in person.listed.school_ids and not theirs:
            raise Hidden

    @router.post("/api/intake/directory/{school_id}/corrections", allow=leader, status_code=204)
    async def correct_school(school_id: str, body: Correcting, who: SignedIn) -> None:
        """Put the school's name or telephone number right; it stands at every import to come."""
        command = PutRight("school", school_id, by=who.person_id, **body.model_dump())
        await put_right(command, house=house)

    @router.delete("/api/intake/directory/{school_id}/corrections/{field}", allow=leader, status_code=204)
    async def school_as_roster(school_id: str, field: Name, who: SignedIn) -> None:
        """Let the roster count again."""
        await take_back("school", school_id, field, by=who.person_id, house=house)

    people = "/api/intake/directory/{school_id}/people/{person_id}/corrections"

    @router.post(people, allow=leader, status_code=204)
    async def correct_person(school_id: str, person_id: str, body: Correcting, who: SignedIn) -> None:
        """Put a name, telephone number or language right; it stands at every import to come."""
        await at_school(school_id, person_id)
        await put_right(PutRight("person", person_id, by=who.person_id, **body.model_dump()), house=house)

    @router.delete(people + "/{field}", allow=leader, status_code=204)
    async def person_as_roster(school_id: str, person_id: str, field: Name, who: SignedIn) -> None:
        """Let the roster count again."""
        await at_school(school_id, person_id)
        await take_back("person", person_id, field, by=who.person_id, house=house)

    @router.get("/api/intake/directory/{school_id}/ready", allow=duty(*ROLES, school="school_id"))
    async def is_ready(school_id: str) -> ReadyView:
        """What the school still needs before it can begin, point by point."""
        found = await ready(school_id, house=house)
        points = [PointView(code=one.code, done=one.done, missing=one.missing) for one in found.points]
        return ReadyView(school_id=school_id, is_ready=found.is_ready, points=points)
