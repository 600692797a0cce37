"""The course before the first case, and the leader's list of who may begin."""

from typing import Any

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.intake.commands.train_staff import ANSWERS, finish_course, let_begin, wrong_answers
from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from services.intake.web.report_forms import Id
from shared.errors import Hidden, Refusal
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, duty, signed_in

MOST_STAFF = 500
MUNICIPALITY = "-"
"""Stands for those who work for the municipality and at none of its schools."""
PARTS = ("need", "seen", "mail", "hidden", "act")


class CourseForm(BaseModel):
    """One answer to each question."""

    model_config = ConfigDict(extra="ignore")

    q1: str = Field(default="", max_length=1)
    q2: str = Field(default="", max_length=1)
    q3: str = Field(default="", max_length=1)
    q4: str = Field(default="", max_length=1)
    q5: str = Field(default="", max_length=1)


class StaffForm(BaseModel):
    person_id: Id


def training_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    leader = duty("rektor", "deputy", "administrator")

    @router.get("/training", allow=signed_in("staff"))
    async def course(request: Request, who: SignedIn) -> Response:
        return await drawn(request, who.person_id)

    @router.post("/training", allow=signed_in("staff"))
    async def answer(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, CourseForm)
        answers = form.value.model_dump() if form.value else {}
        wrong = wrong_answers(answers)
        if wrong:
            errors = dict.fromkeys(wrong, draw.t(request, "training-wrong"))
            return await drawn(request, who.person_id, 422, errors=errors, values=form.kept)
        await finish_course(who.person_id, house=house)
        return RedirectResponse("/training", 303)

    @router.get("/staff", allow=leader)
    async def staff(request: Request) -> Response:
        led = dict.fromkeys(one.school_id for one in request.state.duties if one.role != "administrator")
        custody = [f"/directory/{one}/custody" for one in led if one]
        schools = await schools_of(request)
        asked = request.query_params.get("school")
        school_id = asked if asked in dict(schools) else schools[0][0] if schools else ""
        told: dict[str, Any] = {"custody": custody, "schools": schools, "at": school_id}
        staff = await listed(school_id)
        return draw.page(request, "staff.html", staff=staff, active="directory", **told)

    @router.post("/staff", allow=leader)
    async def begin(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, StaffForm)
        if form.value is None:
            raise Refusal("invalid", fields={"person_id": "required"})
        person = await house.listed.person(form.value.person_id)
        led = {one.school_id for one in request.state.duties}
        at_school = set(person.listed.school_ids) if person else set()
        if person is None or "staff" not in person.listed.kinds or not (None in led or led & at_school):
            raise Hidden
        await let_begin(person.id, by=who.person_id, house=house)
        return RedirectResponse(f"/staff?school={next(iter(person.listed.school_ids), '')}", 303)

    async def schools_of(request: Request) -> list[tuple[str, str]]:
        """The schools this leader leads, by name; all of them for the administrator."""
        led = {one.school_id for one in request.state.duties}
        found = (await house.directory.schools.find({})).values()
        named = [(one.listed.school_id, one.name) for one in found if led & {None, one.listed.school_id}]
        named.sort(key=lambda one: one[1])
        return [*named, (MUNICIPALITY, draw.t(request, "staff-municipality"))] if None in led else named

    async def listed(school_id: str) -> list[dict[str, Any]]:
        """The staff of one school, as the directory has them at this moment; who has not learnt it first."""
        today = house.today()
        at = {"$size": 0} if school_id == MUNICIPALITY else school_id
        found = await house.listed.people.find({"schools": at, "kinds": "staff"}, limit=MOST_STAFF)
        rows = []
        for person in found:
            holding = [one for one in person.training if one.holds_on(today)]
            lasting = any(one.until is None for one in holding)
            until = max((one.until for one in holding if one.until), default=None)
            rows.append({"person": person, "trained": lasting, "until": None if lasting else until})
        return sorted(rows, key=lambda one: (one["trained"], one["person"].words.name))

    async def drawn(request: Request, person_id: str, status: int = 200, **context: Any) -> Response:
        person = await house.listed.person(person_id)
        holding = [one for one in (person.training if person else ()) if one.holds_on(house.today())]
        until = (
            None
            if any(one.until is None for one in holding)
            else max((one.until for one in holding if one.until), default=None)
        )
        told = {
            "parts": PARTS,
            "questions": list(ANSWERS),
            "done": bool(holding) and until is None,
            "until": until,
            "active": "today",
        }
        return draw.page(request, "training.html", status, **told, **context)
