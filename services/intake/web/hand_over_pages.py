"""Leadership gives a case to somebody, one at a time or all that a colleague who leaves has had."""

from collections import Counter
from typing import Annotated, Any

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.intake.commands.hand_over_case import MOST_AT_ONCE, hand_over_all, hand_over_case
from services.intake.domain.case_filter import OPEN
from services.intake.queries.case_list import lines_of
from services.intake.queries.whose_cases import schools_led_by
from services.intake.storage.house import Intake
from services.intake.web.case_forms import HelperForm
from services.intake.web.drawing import Drawing
from services.intake.web.report_forms import Id
from services.intake.web.words import errors_in_words
from shared.errors import Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access, duty, refuse_untrained

MOST_LOOKED_AT = 5000


class HandOverForm(BaseModel):
    """Which cases, and who is responsible for them from now on."""

    model_config = ConfigDict(extra="ignore")

    from_id: Id
    to_id: Id
    case_ids: Annotated[list[Id], Field(min_length=1, max_length=MOST_AT_ONCE)]


def hand_over_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    leader = duty("rektor", "deputy")

    @router.get("/cases/hand-over", allow=leader)
    async def show(request: Request, who: SignedIn) -> Response:
        await refuse_untrained(request)
        return await drawn(request, who.person_id, request.query_params.get("from", ""))

    @router.post("/cases/hand-over", allow=leader)
    async def hand_over(request: Request, who: SignedIn) -> Response:
        await refuse_untrained(request)
        form = await read_form(request, HandOverForm)
        if form.value is None:
            return await drawn(request, who.person_id, str(form.kept.get("from_id", "")), 422, form=form)
        told = form.value
        found = await hand_over_all(told.case_ids, told.to_id, by=who.person_id, house=house)
        if not found.done and not found.kept:
            form.refuse("case_ids", "not-a-choice")
            return await drawn(request, who.person_id, told.from_id, 422, form=form)
        address = f"/cases/hand-over?from={told.from_id}&done={len(found.done)}&kept={len(found.kept)}"
        return RedirectResponse(address, 303)

    @router.post("/cases/{case_id}/owner", allow=case_access("decide"))
    async def one(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, HelperForm)
        if form.value is None:
            raise Refusal("invalid", fields={"person_id": "required"})
        await hand_over_case(case_id, form.value.person_id, by=who.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}#who", 303)

    async def drawn(
        request: Request,
        person_id: str,
        from_id: str,
        status: int = 200,
        form: Form[HandOverForm] | None = None,
    ) -> Response:
        schools = list(await schools_led_by(person_id, house=house))
        open_ = {"school_id": {"$in": schools}, "state": {"$in": list(OPEN)}}
        rows = await house.cases.in_clear(open_, sort=[("reported_at", 1)], limit=MOST_LOOKED_AT)
        counted = Counter(clear["handler_id"] for _, clear in rows)
        theirs = [row for row in rows if row[1]["handler_id"] == from_id][:MOST_AT_ONCE]
        people = await house.directory.people_by_id(counted)
        staff = {one.id: one.name for id_ in schools for one in await house.directory.staff_at(id_)}
        context: dict[str, Any] = {
            "from_id": from_id,
            "from_name": people[from_id].name if from_id in people else "",
            "holders": _holders(people, counted),
            "cases": await lines_of(person_id, theirs, house=house),
            "staff": sorted(staff.items(), key=lambda one: one[1]),
            "done": _number(request, "done"),
            "kept_back": _number(request, "kept"),
            "errors": errors_in_words(request, form) if form else {},
            "values": form.kept if form else {},
        }
        return draw.page(request, "cases/hand-over.html", status, active="cases", **context)


def _holders(people: dict[str, Any], counted: Counter[str]) -> list[tuple[str, str, int]]:
    found = [(id_, people[id_].name if id_ in people else "–", count) for id_, count in counted.items()]
    return sorted(found, key=lambda one: one[1])


def _number(request: Request, name: str) -> int:
    told = request.query_params.get(name, "")
    return int(told) if told.isdecimal() and len(told) <= len(str(MOST_AT_ONCE)) else 0
