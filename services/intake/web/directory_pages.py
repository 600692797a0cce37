"""The schools and who leads them, for owners and administrators."""

from fastapi import Request
from starlette.responses import Response

from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from shared.web.guards import GuardedRouter, duty


def directory_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    @router.get("/directory", allow=duty("school_owner", "owner_deputy", "administrator", "rektor", "deputy"))
    async def show(request: Request) -> Response:
        rows = []
        for school in (await house.directory.schools.find({})).values():
            id_ = school.listed.school_id
            leaders = await house.directory.leaders_of(id_, house.today())
            rows.append(
                {
                    "name": school.name,
                    "leaders": ", ".join(one.name for one in leaders),
                    "pupils": await house.listed.people.count({"schools": id_, "kinds": "pupil"}),
                    "staff": await house.listed.people.count({"schools": id_, "kinds": "staff"}),
                    "rooms": len(await house.directory.rooms_at(id_)),
                }
            )
        rows.sort(key=lambda one: str(one["name"]))
        return draw.page(request, "directory.html", schools=rows, active="directory")
