"""A school lets a substitute, or somebody of the SFO, in for a time; they come in by their code (row P7)."""

from datetime import date, datetime, time
from typing import Annotated, Any

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, field_validator
from starlette.responses import RedirectResponse, Response

from services.intake.commands.let_guest_in import (
    ISSUER,
    LetGuestIn,
    code_hash,
    code_of,
    end_guest,
    guests_at,
    let_guest_in,
)
from services.intake.commands.open_emergency_entry import note_entry
from services.intake.queries.whose_cases import LEADING
from services.intake.settings import IntakeSettings
from services.intake.storage.house import Intake
from services.intake.web.drawing import Drawing
from services.intake.web.leadership_pages import as_people_write_it
from services.intake.web.report_forms import Id
from services.intake.web.words import errors_in_words
from shared.clock import OSLO
from shared.errors import Hidden, Refusal
from shared.observability.metrics import SIGN_INS
from shared.web.faults import Fault
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, anyone, duty
from shared.web.idempotency import FIELD, IdempotencyKey, new_idempotency_key
from shared.web.pace import Pace, place_of
from shared.web.sealing import Stamp
from shared.web.sessions import SHARED_COOKIE, Sessions, language_of

TRIES, PER_S = 10, 600.0
A_YEAR_S = 365 * 86400
Name = Annotated[str, Field(min_length=1, max_length=60)]


class GuestForm(BaseModel):
    """Who is let in at which school, and until when."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    school_id: Id
    given_name: Name
    family_name: Name
    phone: Annotated[str | None, Field(max_length=20)] = None
    until_day: date
    until_time: time
    told: Annotated[str, Field(min_length=1, max_length=3)]

    @field_validator("until_day", mode="before")
    @classmethod
    def _day(cls, told: object) -> object:
        return as_people_write_it(told)

    @property
    def until(self) -> datetime:
        return datetime.combine(self.until_day, self.until_time.replace(tzinfo=None), OSLO)


class EndForm(BaseModel):
    person_id: Id
    school_id: Id


class CodeForm(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True)

    code: Annotated[str, Field(min_length=1, max_length=40)]


def guest_pages(house: Intake, draw: Drawing, router: GuardedRouter, *, settings: IntakeSettings) -> None:
    subject_key = settings.subject_key.get_secret_value()
    secrets = Stamp(settings.cookie_keys, "guest")
    leader = duty(*LEADING)

    @router.get("/staff/guests", allow=leader)
    async def show(request: Request) -> Response:
        return await drawn(request)

    @router.post("/staff/guests", allow=leader)
    async def let_in(request: Request, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, GuestForm)
        if form.value is None:
            return await drawn(request, 422, form)
        told = form.value
        if told.school_id not in led(request):
            raise Hidden
        values = told.model_dump(include={"school_id", "given_name", "family_name", "phone"})
        command = LetGuestIn(until=told.until, by=who.person_id, key=key, **values)
        code = code_of(secrets.of(f"{who.person_id}:{key}").encode())
        try:
            await let_guest_in(command, code, subject_key=subject_key, house=house)
        except Refusal as refusal:
            form.faults += [Fault(name, fault) for name, fault in refusal.fields.items()]
            return await drawn(request, 422, form)
        return await drawn(request, 201, code=code, until=told.until, name=told.given_name)

    @router.post("/staff/guests/end", allow=leader)
    async def end(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, EndForm)
        if form.value is None:
            raise Refusal("invalid", fields={"person_id": "required"})
        if form.value.school_id not in led(request):
            raise Hidden
        await end_guest(form.value.person_id, form.value.school_id, by=who.person_id, house=house)
        return RedirectResponse("/staff/guests", 303)

    def led(request: Request) -> list[str]:
        return [one.school_id for one in request.state.duties if one.school_id]

    async def drawn(
        request: Request, status: int = 200, form: Form[GuestForm] | None = None, **context: Any
    ) -> Response:
        schools = [(id_, (await house.directory.school(id_)).name) for id_ in dict.fromkeys(led(request))]
        told: dict[str, Any] = {"code": "", "until": None, "name": "", **context}
        return draw.page(
            request,
            "guests/guests.html",
            status,
            guests=await guests_at(led(request), house=house),
            schools=schools,
            key=new_idempotency_key(),
            key_field=FIELD,
            errors=errors_in_words(request, form) if form else {},
            values=form.kept if form else {"until_time": "16:00"},
            active="directory",
            **told,
        )


def code_sign_in(house: Intake, draw: Drawing, router: GuardedRouter, *, settings: IntakeSettings) -> None:
    """The door for those with a code, and the mark on a device that several people use."""
    subject_key = settings.subject_key.get_secret_value()
    places = Pace(limit=TRIES, per_s=PER_S)

    @router.get("/sign-in/code", allow=anyone("this is where people sign in"))
    async def ask(request: Request) -> Response:
        return draw.page(request, "guests/code.html", errors={}, values={})

    @router.post("/sign-in/code", allow=anyone("opened by a code of sixty bits, tried slowly"))
    async def enter(request: Request) -> Response:
        form = await read_form(request, CodeForm)
        if form.value is None:
            return refused(request, "required", 422)
        person = await house.listed.who_signs_in_as(code_hash(form.value.code, subject_key))
        if person is None or not person.guest or person.listed.has_left_by(house.clock.now()):
            SIGN_INS.labels(ISSUER, "failed").inc()
            # Only what fails is counted: a school's substitutes all come from one place in the morning.
            if places.within(place_of(request)):
                return refused(request, "code-unknown", 422)
            return refused(request, "code-too-often", 429)
        sessions: Sessions = request.app.state.sessions
        session = sessions.start(
            person_id=person.id,
            hat="staff",
            issuer=ISSUER,
            language=language_of(request),
            shared=is_shared(request),
        )
        SIGN_INS.labels(ISSUER, "done").inc()
        await note_entry(person.id, house=house)
        response = RedirectResponse("/", 303)
        sessions.issue(response, session)
        return response

    @router.post("/sign-in/shared", allow=anyone("says only that this device has several users"))
    async def mark(request: Request) -> Response:
        told = (await request.form()).get("shared")
        response = RedirectResponse("/sign-in", 303)
        if told == "yes":
            response.set_cookie(
                SHARED_COOKIE,
                "yes",
                max_age=A_YEAR_S,
                httponly=True,
                samesite="lax",
                secure=settings.is_production,
            )
        else:
            response.delete_cookie(SHARED_COOKIE)
        return response

    def refused(request: Request, code: str, status: int) -> Response:
        errors = {"code": draw.t(request, f"field-{code}")}
        return draw.page(request, "guests/code.html", status, errors=errors, values={})


def is_shared(request: Request) -> bool:
    """Whether several people use this device: then it forgets them soon."""
    return request.cookies.get(SHARED_COOKIE) == "yes"
