"""The schools, who leads them, and whether each is ready to use this (row P13)."""

from fastapi import Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from services.intake.queries.ready import ready
from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from shared.web.guards import GuardedRouter, duty

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
        rows = []
        for school in (await house.directory.schools.find({})).values():
            id_ = school.listed.school_id
            leaders = await house.directory.leaders_of(id_, house.today())
            rows.append(
                {
                    "name": school.name,
                    "href": f"/directory/{id_}/ready" if at & {None, id_} else "",
                    "leaders": ", ".join(one.name for one in leaders),
                    "pupils": await house.listed.people.count({"schools": id_, "kinds": "pupil"}),
                    "staff": await house.listed.people.count({"schools": id_, "kinds": "staff"}),
                    "rooms": len(await house.directory.rooms_at(id_)),
                }
            )
        rows.sort(key=lambda one: str(one["name"]))
        return draw.page(request, "directory.html", schools=rows, active="directory")

    @router.get("/directory/{school_id}/ready", allow=duty(*ROLES, school="school_id"))
    async def is_ready(request: Request, school_id: str) -> Response:
        found = await ready(school_id, house=house)
        return draw.page(request, "directory/ready.html", found=found, active="directory")


def directory_api(house: Intake, router: GuardedRouter) -> None:
    @router.get("/api/intake/directory/{school_id}/ready", allow=duty(*ROLES, school="school_id"))
    async def is_ready(school_id: str) -> ReadyView:
        """What the school still needs before it can begin, point by point."""
        found = await ready(school_id, house=house)
        points = [PointView(code=one.code, done=one.done, missing=one.missing) for one in found.points]
        return ReadyView(school_id=school_id, is_ready=found.is_ready, points=points)
