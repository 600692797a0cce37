"""A form about a case: shown, obeyed, or shown again with what was typed and what is wrong."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from fastapi import Request
from pydantic import BaseModel
from starlette.responses import RedirectResponse, Response

from services.intake.domain.case_parts import CRITERIA, PLACES
from services.intake.queries.case_page import case_page
from services.intake.queries.name_check import NamesFound
from services.intake.queries.told import staff_for
from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from services.intake.web.names_clicked import Look, Looked, click
from services.intake.web.words import errors_in_words
from shared.errors import Refusal
from shared.web.forms import Form
from shared.web.idempotency import FIELD, new_idempotency_key

M = TypeVar("M", bound=BaseModel)


class CaseForms:
    """The forms of one case, each with the case beside it."""

    def __init__(self, house: Intake, draw: Drawing) -> None:
        self._house = house
        self._draw = draw

    async def obey(
        self,
        request: Request,
        form: Form[M],
        order: Callable[[M], Awaitable[None]],
        *,
        template: str,
        after: str,
        look: Look | None = None,
        **context: Any,
    ) -> Response:
        """Carry out the order and go on to `after`; with faults, draw the form again (422).

        `look`: its words are read by a family. Then linked pupils' names hold it back (409), and each click
        on a name draws it again with that name gone, or looked at.
        """
        clicked = form.value.name_do if isinstance(form.value, Looked) else None
        if look is not None and clicked:
            click(form.kept, await look(form.kept), clicked, self._draw.t(request, "family-other"))
            checked = await look(form.kept)
            return await self.show(request, template, values=form.kept, checked=checked, **context)
        if form.value is not None:
            try:
                await order(form.value)
            except NamesFound as found:
                return await self.show(
                    request, template, values=form.kept, checked=found.checked, status=409, **context
                )
            except Refusal as refused:
                if not refused.fields:
                    raise
                for field, code in refused.fields.items():
                    form.refuse(field, code)
            else:
                return RedirectResponse(after, 303)
        errors = errors_in_words(request, form)
        return await self.show(request, template, values=form.kept, errors=errors, status=422, **context)

    async def show(self, request: Request, template: str, *, status: int = 200, **context: Any) -> Response:
        page = await case_page(request.path_params["case_id"], house=self._house)
        staff = await staff_for(page.case, house=self._house)
        places = [(place, self._draw.t(request, f"place-{place}")) for place in PLACES]
        places += [(room_id, self._draw.place(request, room_id, page.rooms)) for room_id in page.rooms]
        told = {
            "page": page,
            "case": page.case,
            "staff": sorted(staff, key=lambda one: one.name),
            "home": page.home,
            "places": places,
            "criteria": CRITERIA,
            "values": {},
            "checked": [],
            "looked": [*(context.get("values") or {}).get("looked", [])],
            "errors": {},
            "key_field": FIELD,
            "key": new_idempotency_key(),
            "active": "cases",
            **context,
        }
        return self._draw.page(request, template, status, **told)
