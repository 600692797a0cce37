"""Every route of every service says who may use it, and what is open to all is open for a reason."""

import re
from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI

from deploy.generate.built import build, web_of
from shared.contracts.topics import SERVICES
from shared.web.app import openapi_of
from shared.web.guards import anyone, guarded_routes

# Where somebody who is not signed in may change something: by a personal link, by signing in, by leaving.
OPEN_TO_CHANGE = {
    ("intake", "/sign-in/code"),
    ("intake", "/sign-in/shared"),
    ("intake", "/sign-out"),
    ("intake", "/sign-out/back-channel"),
    ("intake", "/files/tell"),
    ("intake", "/tell"),
    ("intake", "/tell/back"),
    ("intake", "/tell/close"),
    ("intake", "/tell/conversation"),
    ("meetings", "/reply/{token}"),
    ("notify", "/letters/not-for-me/{token}"),
    ("notify", "/letters/ring-me/{token}"),
    ("notify", "/letters/unsubscribe/{token}"),
}
_CHANGES = {"POST", "PUT", "PATCH", "DELETE"}
_PROBES = {"/healthz", "/readyz", "/health", "/metrics"}


@pytest.fixture(params=SERVICES)
async def web(request: pytest.FixtureRequest) -> AsyncIterator[tuple[str, FastAPI]]:
    service = build(request.param)
    with web_of(service) as app:
        yield request.param, app
    await service.kernel.close()


async def test_every_route_is_guarded(web: tuple[str, FastAPI]) -> None:
    routes = list(guarded_routes(web[1]))
    assert [route.path for route in routes if route.guard is None] == []
    assert {route.path for route in routes} >= _PROBES


async def test_what_is_open_to_all_changes_nothing_or_is_listed(web: tuple[str, FastAPI]) -> None:
    service, app = web
    open_ = {
        (service, route.path)
        for route in guarded_routes(app)
        if isinstance(route.guard, anyone) and route.methods & _CHANGES
    }
    assert open_ <= OPEN_TO_CHANGE


async def test_an_open_route_says_why(web: tuple[str, FastAPI]) -> None:
    for route in guarded_routes(web[1]):
        if isinstance(route.guard, anyone):
            assert len(route.guard.reason) > 10, route.path


async def test_routes_stay_within_the_paths_that_the_gateway_gives_a_service(
    web: tuple[str, FastAPI],
) -> None:
    service, app = web
    own = {
        "meetings": ("/meetings", "/reply", "/api/meetings"),
        "notify": ("/letters", "/api/notify"),
        "escalation": ("/notices", "/api/escalation"),
    }
    others = tuple(prefix for name, prefixes in own.items() if name != service for prefix in prefixes)
    paths = {route.path for route in guarded_routes(app)} - _PROBES
    if service == "intake":
        assert [path for path in paths if path.startswith(others)] == []
    else:
        assert [path for path in paths if not path.startswith((*own[service], "/static/"))] == []


async def test_the_api_describes_itself_with_its_problems(web: tuple[str, FastAPI]) -> None:
    service, app = web
    document = openapi_of(app)
    assert all(path.startswith(f"/api/{service}/") for path in document["paths"])
    for path, operations in document["paths"].items():
        for operation in operations.values():
            assert {"4XX", "5XX"} <= set(operation["responses"])
            named = {one["name"] for one in operation.get("parameters", ()) if one["in"] == "path"}
            assert named == set(re.findall(r"{(\w+)}", path)), path
