"""Every request leaves one log line and one measurement, by its route's template; every error an answer."""

import time

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.observability.logs import get_logger
from shared.observability.metrics import HTTP_REQUESTS, HTTP_SECONDS
from shared.observability.traces import TRACEPARENT, extract, span, within
from shared.web.security import STATIC, route_of

log = get_logger()

_QUIET = frozenset({"/healthz", "/readyz", "/health", "/metrics", STATIC.rstrip("/")})
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_BROKEN = 500


class Observed:
    """Traces, counts, times and logs requests, and answers what nobody else caught with a plain 500."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 0

        async def send_noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        with within(extract(_carried(scope))), span("http.request") as traced:
            try:
                await self._app(scope, receive, send_noting)
            except ClientDisconnect:
                log.info("http.reader-left", route=route_of(scope))
            except Exception as error:
                log.exception("http.failed", route=route_of(scope))
                if status == 0:
                    request = Request(scope, receive)
                    await request.app.state.problems.answer(request, error)(scope, receive, send_noting)
            if traced.is_recording():
                traced.set_attributes({"http.route": route_of(scope), "http.response.status_code": status})
            _note(scope, status, time.perf_counter() - began)


def _note(scope: Scope, status: int, took: float) -> None:
    route = route_of(scope)
    method = scope["method"] if scope["method"] in _METHODS else "OTHER"
    HTTP_REQUESTS.labels(method, route, status).inc()
    HTTP_SECONDS.labels(route).observe(took)
    if route not in _QUIET or status >= _BROKEN:
        ms = round(took * 1000, 2)
        log.info("http.answered", route=route, method=method, status=status, ms=ms)


def _carried(scope: Scope) -> dict[str, str]:
    name = TRACEPARENT.encode()
    found = next((value for key, value in scope["headers"] if key == name), None)
    return {} if found is None else {TRACEPARENT: found.decode("latin-1")}
