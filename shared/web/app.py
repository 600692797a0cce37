"""The application that every service's web role is: guards, sessions, problems, health, in one order."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

import uvicorn
from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.routing import iter_route_contexts
from fastapi.telemetry import TelemetryConfig
from pydantic import BaseModel
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, Response

from shared.i18n import Catalogue, Language
from shared.settings import ServiceSettings
from shared.web.assets import shared_assets, static_router
from shared.web.forgery import origin_of
from shared.web.guards import Access, Duties, GuardedRouter, Looks, SignedIn, anyone, signed_in
from shared.web.health import Probe, health_router
from shared.web.observing import Observed
from shared.web.problems import MEDIA_TYPE, Problem, ProblemPages, Problems
from shared.web.security import BodyLimit, SecurityHeaders
from shared.web.sessions import Hat, SessionMiddleware, Sessions, csrf_of

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[Any]]

# FastAPI's own telemetry tells paths, queries and the messages of exceptions; ours (`Observed`) does not.
_NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
_PROBLEM = "#/components/responses/Problem"


class SessionView(BaseModel):
    """Who a program is signed in as."""

    person_id: str
    hat: Hat
    language: Language
    csrf: str


def create_app(
    *,
    service: str,
    settings: ServiceSettings,
    sessions: Sessions,
    routers: Sequence[APIRouter] = (),
    access: Access | None = None,
    duties: Duties | None = None,
    looks: Looks | None = None,
    pages: ProblemPages | None = None,
    texts: Catalogue | None = None,
    probes: Sequence[Probe] = (),
    body_limits: Mapping[str, int] | None = None,
    lifespan: Lifespan | None = None,
) -> FastAPI:
    """Build the application of one service; nothing is opened before its lifespan runs.

    `pages` draws problem pages in the common layout and has the words of the service's own codes; a
    service without pages gives its `texts`. `body_limits` says how many bytes may come, by path prefix,
    where it is more than 64 kB. Who shows cases (`access`) has to write down who looks at them (`looks`).
    """
    if access is not None and looks is None:
        raise TypeError("a service that shows cases needs somewhere to write down who looks at them")
    app = FastAPI(
        title=f"Samspill {service}",
        version="1",
        lifespan=lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry=_NO_TELEMETRY,
        middleware=[
            Middleware(SecurityHeaders, production=settings.is_production),
            Middleware(Observed),
            Middleware(SessionMiddleware, sessions=sessions),
            Middleware(BodyLimit, limits=body_limits),
        ],
    )
    app.state.service = service
    app.state.settings = settings
    app.state.origin = origin_of(settings.base_url)
    app.state.sessions = sessions
    app.state.access = access
    app.state.duties = duties
    app.state.looks = looks
    Problems(texts, pages).install(app)
    # The fixed addresses first: a service's `/api/meetings/{meeting_id}` would take `session` for a meeting.
    for router in (health_router(service, probes), _api_of(service, app), *routers):
        app.include_router(router)
    if pages is not None:
        app.include_router(static_router(shared_assets()))
    return app


def server_of(app: FastAPI, settings: ServiceSettings) -> uvicorn.Server:
    """Make the HTTP server; `await server.serve()` runs it until SIGTERM, requests under way are finished.

    Behind a gateway on another machine, uvicorn's own `FORWARDED_ALLOW_IPS` says whom to believe.
    """
    return uvicorn.Server(
        uvicorn.Config(
            app,
            host=settings.http_host,
            port=settings.http_port,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=10,
        )
    )


def openapi_of(app: FastAPI) -> dict[str, Any]:
    """Describe the JSON API of the application; every operation names its problems."""
    routes = [one for one in iter_route_contexts(app.routes) if (one.path or "").startswith("/api/")]
    document = get_openapi(title=app.title, version=app.version, routes=routes)
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs", {}), Problem=problem)
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    components["responses"] = {"Problem": {"description": "What was wrong, as RFC 9457", "content": content}}
    for path, operations in document["paths"].items():
        for operation in operations.values():
            _name_path_parameters(path, operation)
            operation["responses"].pop("422", None)
            operation["responses"].update({"4XX": {"$ref": _PROBLEM}, "5XX": {"$ref": _PROBLEM}})
    return document


def _name_path_parameters(path: str, operation: dict[str, Any]) -> None:
    """Add the parameters that only a guard reads, which FastAPI does not see."""
    told = operation.setdefault("parameters", [])
    named = {one["name"] for one in told if one["in"] == "path"}
    told += [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"{(\w+)}", path)
        if name not in named
    ]
    if not told:
        del operation["parameters"]


def _api_of(service: str, app: FastAPI) -> GuardedRouter:
    router = GuardedRouter(prefix=f"/api/{service}")

    @router.get("/openapi.json", allow=anyone("describes the API, holds no data"), include_in_schema=False)
    async def openapi() -> Response:
        if app.openapi_schema is None:
            app.openapi_schema = openapi_of(app)
        return JSONResponse(app.openapi_schema)

    @router.get("/session", allow=signed_in())
    async def session(request: Request, who: SignedIn) -> SessionView:
        """Tell a program who it is signed in as, and the token that its unsafe requests must carry."""
        return SessionView(person_id=who.person_id, hat=who.hat, language=who.language, csrf=csrf_of(request))

    return router
