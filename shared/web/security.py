"""What every response tells the browser, and how much a request may bring."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

STATIC = "/static/"
DRAINED_BYTES = 8 * 1024 * 1024
BODY_LIMIT = 64 * 1024
UNMATCHED = "unmatched"

# Pages of the common layout bring their own policy, which also names where a sign-out may lead.
_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_TWO_YEARS = 63072000


class SecurityHeaders:
    """Adds the headers that keep a page to itself, unless said already; outermost, so errors have them."""

    def __init__(self, app: ASGIApp, *, production: bool) -> None:
        self._app = app
        told = {
            "content-security-policy": _CSP,
            "referrer-policy": "no-referrer",
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin",
            "permissions-policy": "camera=(), geolocation=(), microphone=()",
        }
        if production:
            told["strict-transport-security"] = f"max-age={_TWO_YEARS}; includeSubDomains"
        self._headers = [(name.encode(), value.encode()) for name, value in told.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        kept = scope["path"].startswith(STATIC)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", ()))
                said = {name.lower() for name, _ in headers}
                headers.extend(one for one in self._headers if one[0] not in said)
                if not kept and b"cache-control" not in said:
                    headers.append((b"cache-control", b"no-store"))
                message = {**message, "headers": headers}
            await send(message)

        await self._app(scope, receive, send_with_headers)


class BodyLimit:
    """Refuses (413) a body larger than its place allows, before it is read and while it comes.

    The longest matching prefix of `limits` counts, `BODY_LIMIT` elsewhere.
    """

    def __init__(self, app: ASGIApp, *, limits: Mapping[str, int] | None = None) -> None:
        self._app = app
        self._limits = sorted((limits or {}).items(), key=lambda one: -len(one[0]))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
            return
        limit = self._limit(scope["path"])
        announced = next((v for name, v in scope["headers"] if name == b"content-length"), None)
        if announced is None:
            await self._app_with_counted_body(scope, receive, send, limit)
        elif announced.isdigit() and int(announced) <= limit:
            await self._app(scope, receive, send)  # the server hands on no more than was announced
        else:
            await _drain(receive)
            await _refuse(scope, receive, send)

    def _limit(self, path: str) -> int:
        return next((limit for prefix, limit in self._limits if path.startswith(prefix)), BODY_LIMIT)

    async def _app_with_counted_body(self, scope: Scope, receive: Receive, send: Send, limit: int) -> None:
        came = 0

        async def receive_counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > limit:
                raise HTTPException(413)
            return message

        async def send_if_within(message: Message) -> None:
            if came <= limit:
                await send(message)

        await self._app(scope, receive_counted, send_if_within)
        if came > limit:  # whatever the framework made of the interrupted body, this is the answer
            await _refuse(scope, receive, send)


async def _drain(receive: Receive) -> None:
    """Read on a while and throw away, so that a gateway that is still sending hears our answer."""
    thrown = 0
    while thrown < DRAINED_BYTES:
        message = await receive()
        thrown += len(message.get("body", b""))
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            return


def route_of(scope: Scope) -> str:
    """The template of the route a request came to, never its path: `/cases/{case_id}`, `unmatched`."""
    context = scope.get("fastapi", {}).get("effective_route_context")
    path = getattr(context, "path_format", None) or getattr(scope.get("route"), "path", None)
    if path:
        return str(path)
    return STATIC.rstrip("/") if scope["path"].startswith(STATIC) else UNMATCHED


def redacted_path(path: str) -> str:
    """The path with everything that could be a personal link's capability taken out."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return f"/{first}/…" if first in {"reply", "letters"} and path.count("/") > 1 else path


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    request = Request(scope, receive)
    response = request.app.state.problems.answer(request, HTTPException(413))
    response.headers["connection"] = "close"  # the rest of the body is not read
    await response(scope, receive, send)
