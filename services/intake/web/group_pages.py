"""Opening a case for a class."""

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.open_group_case import open_group_case
from services.intake.storage.house import Intake
from services.intake.web.case_forms import GroupForm
from services.intake.web.drawing import Drawing
from services.intake.web.words import errors_in_words
from shared.errors import Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, duty
from shared.web.idempotency import FIELD, IdempotencyKey, new_idempotency_key


def group_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    leader = duty("rektor", "deputy")

    @router.get("/cases/new-group", allow=leader)
    async def show(request: Request) -> Response:
        return await drawn(request)

    @router.post("/cases/new-group", allow=leader)
    async def open_(request: Request, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, GroupForm)
        if form.value is None:
            return await drawn(request, form)
        await refuse_other_school(request, form.value.group_id)
        case = await open_group_case(form.value.group_id, key=key, by=who.person_id, house=house)
        return RedirectResponse(f"/cases/{case.id}", 303)

    async def drawn(request: Request, form: Form[GroupForm] | None = None) -> Response:
        schools = [one.school_id for one in request.state.duties if one.school_id]
        groups = [group for school in schools for group in await house.directory.groups_at(school)]
        return draw.page(
            request,
            "new-group.html",
            422 if form else 200,
            groups=sorted(groups, key=lambda one: (one.listed.grade or 0, one.name)),
            values=form.kept if form else {},
            errors=errors_in_words(request, form) if form else {},
            key_field=FIELD,
            key=new_idempotency_key(),
            active="cases",
        )

    async def refuse_other_school(request: Request, group_id: str) -> None:
        group = await house.directory.group(group_id)
        if group.listed.school_id not in {one.school_id for one in request.state.duties}:
            raise Refusal("invalid", fields={"group_id": "not-a-choice"})
