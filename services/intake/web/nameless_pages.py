"""`/tell`: telling without signing in, coming back with a code and a phrase, and the school's side of it.

No cookie but a short one once the phrase was right; no address is kept; nothing here needs JavaScript.
"""

import base64
import time
from typing import Annotated, Any

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.intake.commands.tell_without_name import (
    TellWithoutName,
    come_back,
    tell_without_name,
    write_as_reporter,
)
from services.intake.settings import IntakeSettings
from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from services.intake.web.report_forms import TEXT_LIMIT, Id, Line, Words
from services.intake.web.words import errors_in_words
from shared.contracts.intake import Concerns
from shared.errors import Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, anyone
from shared.web.idempotency import FIELD, IdempotencyKey, new_idempotency_key
from shared.web.pace import Pace, place_of
from shared.web.sealing import Sealer, Stamp

COOKIE = "samspill-tell"
OPEN_S = 30 * 60
TEN_MINUTES_S = 600.0


class TellForm(BaseModel):
    """Which school, and what; whom it concerns in words."""

    model_config = ConfigDict(str_strip_whitespace=True)

    school_id: Id
    text: Words
    about: Line | None = None
    concerns: Concerns | None = None


class BackForm(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True)

    code: Annotated[str, Field(max_length=20)]
    phrase: Annotated[str, Field(max_length=200)]


class MessageForm(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True)

    text: Words


class TellSession:
    """The short cookie of somebody whose phrase was right; it says which mailbox, and till when."""

    def __init__(self, settings: IntakeSettings) -> None:
        self._sealer = Sealer(settings.cookie_keys, "tell")
        self._secure = settings.is_production

    def open(self, response: Response, mailbox_id: str) -> None:
        response.set_cookie(
            COOKIE,
            self._sealer.seal([mailbox_id, int(time.time()) + OPEN_S]),
            max_age=OPEN_S,
            httponly=True,
            samesite="strict",
            secure=self._secure,
        )

    def opened_in(self, request: Request) -> str | None:
        told = self._sealer.open(request.cookies.get(COOKIE, ""))
        if not isinstance(told, list) or len(told) != 2 or told[1] < time.time():  # noqa: PLR2004
            return None
        return str(told[0])

    def close(self, response: Response) -> None:
        response.delete_cookie(COOKIE)


def nameless_pages(
    house: Intake,
    draw: Drawing,
    router: GuardedRouter,
    *,
    settings: IntakeSettings,
    telling: TellSession,
) -> None:
    secrets = Stamp(settings.cookie_keys, "tell")
    places = Pace(limit=settings.tell_pace_per_place, per_s=TEN_MINUTES_S)
    schools = Pace(limit=settings.tell_pace_per_school, per_s=TEN_MINUTES_S)
    tells = anyone("a child who will not say a name is heard too; what is sent is only ever stored")
    returns = anyone("opened by a code and a phrase, tries of which are slowed down for each code")

    @router.get("/tell", allow=tells)
    async def show(request: Request) -> Response:
        return await form_page(request, {"school_id": request.query_params.get("school")})

    @router.post("/tell", allow=tells)
    async def tell(request: Request, key: IdempotencyKey) -> Response:
        form = await read_form(request, TellForm)
        if form.value is not None:
            calm = places.within(place_of(request)) and schools.within(form.value.school_id)
            command = TellWithoutName(
                key=key,
                secret=base64.urlsafe_b64decode(secrets.of(key)),
                school_id=form.value.school_id,
                text=form.value.text,
                about=form.value.about,
                concerns=form.value.concerns or "pupils",
                flooded=not calm,
            )
            try:
                report, opening = await tell_without_name(command, house=house)
            except Refusal as refused:
                for field, code in refused.fields.items():
                    form.refuse(field, code)
            else:
                return draw.page(
                    request,
                    "telling/nameless-receipt.html",
                    code=opening.code,
                    phrase=opening.phrase,
                    contact_by=report.contact_by,
                    owner=report.concerns == "leadership",
                )
        return await form_page(request, form.kept, form=form, key=key, status=422)

    @router.get("/tell/back", allow=returns)
    async def back(request: Request) -> Response:
        return draw.page(request, "telling/nameless-back.html", values={}, errors={}, wrong=False)

    @router.post("/tell/back", allow=returns)
    async def open_(request: Request) -> Response:
        form = await read_form(request, BackForm)
        opened = form.value and await come_back(form.value.code, form.value.phrase, house=house)
        if not opened:
            kept = {"code": form.kept.get("code", "")}
            return draw.page(request, "telling/nameless-back.html", 422, values=kept, errors={}, wrong=True)
        response = RedirectResponse("/tell/conversation", 303)
        telling.open(response, opened)
        return response

    @router.get("/tell/conversation", allow=returns)
    async def conversation(request: Request) -> Response:
        mailbox_id = telling.opened_in(request)
        if mailbox_id is None:
            return RedirectResponse("/tell/back", 303)
        return await conversation_page(request, mailbox_id)

    @router.post("/tell/conversation", allow=returns)
    async def write(request: Request, key: IdempotencyKey) -> Response:
        mailbox_id = telling.opened_in(request)
        if mailbox_id is None:
            return RedirectResponse("/tell/back", 303)
        form = await read_form(request, MessageForm)
        if form.value is None:
            return await conversation_page(request, mailbox_id, form=form, key=key, status=422)
        await write_as_reporter(mailbox_id, form.value.text, key=key, house=house)
        return RedirectResponse("/tell/conversation", 303)

    @router.post("/tell/close", allow=returns)
    async def close() -> Response:
        response = RedirectResponse("/tell/back", 303)
        telling.close(response)
        return response

    async def form_page(
        request: Request,
        values: dict[str, Any],
        *,
        form: Form[TellForm] | None = None,
        key: str | None = None,
        status: int = 200,
    ) -> Response:
        found = (await house.directory.schools.find({})).values()
        return draw.page(
            request,
            "telling/nameless.html",
            status,
            schools=[(one.listed.school_id, one.name) for one in sorted(found, key=lambda one: one.name)],
            values=values,
            errors=errors_in_words(request, form) if form else {},
            key=key or new_idempotency_key(),
            key_field=FIELD,
            limit=TEXT_LIMIT,
        )

    async def conversation_page(
        request: Request,
        mailbox_id: str,
        *,
        form: Form[MessageForm] | None = None,
        key: str | None = None,
        status: int = 200,
    ) -> Response:
        box = await house.mailboxes.get(mailbox_id)
        if box is None:
            return RedirectResponse("/tell/back", 303)
        report, case = await house.reports.get(box.report_id), await house.cases.get(box.case_id)
        people = await house.directory.people_by_id(one.by for one in box.messages if one.by)
        return draw.page(
            request,
            "telling/nameless-conversation.html",
            status,
            box=box,
            report=report,
            taken_on=case is not None and case.received_at is not None,
            people=people,
            file_key=new_idempotency_key(),
            files=await house.attachments.count({"report_id": box.report_id}),
            values=form.kept if form else {},
            errors=errors_in_words(request, form) if form else {},
            key=key or new_idempotency_key(),
            key_field=FIELD,
            limit=TEXT_LIMIT,
        )
