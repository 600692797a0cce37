"""Signing in and out: two issuers, one hat a session."""

from urllib.parse import urlencode

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.end_session import end_session
from services.intake.domain.directory_entry import ListedPerson
from services.intake.settings import IntakeSettings
from services.intake.storage.house import Intake
from services.intake.web.guest_pages import is_shared
from shared.observability.logs import get_logger
from shared.web.guards import BY_CODE, GuardedRouter, anyone
from shared.web.layout import Pages
from shared.web.sessions import Hat, Sessions, language_of, session_of
from shared.web.signin_client import Identity, SignInClient, SignInFailed, login_id, safe_path, subject_hash

log = get_logger()

ISSUERS = ("staff", "family")
SET_UP = "/directory/sign-in"
TRIAL = f"{SET_UP}/try/"
"""Where a sign-in that only tests the set-up says that it would end."""


def sign_in_router(
    house: Intake, pages: Pages, *, sign_in: SignInClient, settings: IntakeSettings
) -> GuardedRouter:
    router = GuardedRouter()
    subject_key = settings.subject_key.get_secret_value()

    @router.get("/sign-in", allow=anyone("this is where people sign in"))
    async def choose(request: Request, to: str = "/") -> Response:
        if session_of(request) is not None:
            return RedirectResponse(safe_path(to), 303)
        query = "" if safe_path(to) == "/" else f"?to={safe_path(to)}"
        choices = {"family": f"/sign-in/family{query}", "staff": f"/sign-in/staff{query}"}
        others = {"pupil": choices["staff"], "tell": "/tell", "code": "/sign-in/code"}
        return pages.render(request, "sign-in.html", sign_in=choices | others, shared=is_shared(request))

    @router.get("/sign-in/{issuer}", allow=anyone("this is where people sign in"))
    async def begin(request: Request, issuer: str, to: str = "/") -> Response:
        if issuer not in ISSUERS:
            raise SignInFailed
        return await sign_in.begin(issuer, return_to=to, language=language_of(request))

    @router.get("/callback", allow=anyone("the issuer sends people back here"))
    async def callback(request: Request) -> Response:
        if sign_in.returns_to(request).startswith(TRIAL):
            return await tried(request)
        identity = await sign_in.finish(request)
        hashed = subject_hash(subject_key, identity.issuer, identity.subject)
        person = await house.listed.who_signs_in_as(hashed)
        hat = None if person is None else hat_for(person, identity.issuer)
        if person is None or hat is None:
            log.info("sign-in.unknown", issuer=identity.issuer)
            return pages.render(request, "unknown.html", status=403, issuer=identity.issuer)
        return _welcome(request, sign_in, person, hat, identity)

    async def tried(request: Request) -> Response:
        """The answer to a test of the set-up: what came and what it means; nobody is signed in by it."""
        path = sign_in.returns_to(request)
        issuer = path.removeprefix(TRIAL).strip("/")
        try:
            identity = await sign_in.finish(request)
        except SignInFailed as failed:
            told = {"issuer": issuer, "result": failed.reason, "claims": ",".join(failed.told)}
            return RedirectResponse(f"{SET_UP}?{urlencode(told)}", 303)
        hashed = subject_hash(subject_key, identity.issuer, identity.subject)
        person = await house.listed.who_signs_in_as(hashed)
        hat = None if person is None else hat_for(person, identity.issuer)
        told = {
            "issuer": issuer,
            "result": "ok",
            "claims": ",".join(identity.claims),
            "acr": identity.acr[:60],
            "hat": hat or "nobody",
        }
        return RedirectResponse(f"{SET_UP}?{urlencode(told)}", 303)

    @router.post("/sign-out", allow=anyone("whoever is signed out already may press it again"))
    async def sign_out(request: Request) -> Response:
        session = session_of(request)
        if session is None:
            return RedirectResponse("/sign-in", 303)
        await end_session(session.sid, house=house)
        response: Response = RedirectResponse("/sign-in", 303)
        if session.issuer != BY_CODE:
            response = await sign_in.end(request, session.issuer, after="/sign-in")
        sessions: Sessions = request.app.state.sessions
        sessions.end(response)
        return response

    @router.post("/sign-out/back-channel", allow=anyone("the issuer's signed token says who may"))
    async def ended_elsewhere(request: Request) -> Response:
        told = (await request.form()).get("logout_token")
        try:
            ended = await sign_in.ended_by_issuer(told if isinstance(told, str) else "")
        except SignInFailed:
            return Response(status_code=400)
        if ended.login_id is None:
            # A person's every session: we keep no list of them, and idle ones end by themselves.
            return Response(status_code=501)
        await end_session(ended.login_id, house=house)
        return Response(status_code=200)

    return router


def hat_for(person: ListedPerson, issuer: str) -> Hat | None:
    """Which hat this issuer gives; never staff by way of ID-porten, nor a parent by way of Feide."""
    kinds = person.listed.kinds
    if issuer == "family":
        return "guardian" if "guardian" in kinds else None
    if "staff" in kinds:
        return "staff"
    return "pupil" if "pupil" in kinds else None


def _welcome(
    request: Request, sign_in: SignInClient, person: ListedPerson, hat: Hat, identity: Identity
) -> Response:
    sessions: Sessions = request.app.state.sessions
    session = sessions.start(
        person_id=person.id,
        hat=hat,
        issuer=identity.issuer,
        language=person.listed.language or language_of(request),
        issuer_sid=login_id(identity.issuer, identity.sid) if identity.sid else "",
        shared=is_shared(request),
    )
    response = RedirectResponse(identity.return_to, 303)
    sessions.issue(response, session)
    sign_in.remember(request, response, identity)
    return response
