"""Health that tells the truth: alive, ready to show pages, and each role apart.

`/healthz` the process answers. `/readyz` what the web role needs is there (200/503). `/health` every
role with its probes (200, or 503 if any fails): for people and alarms, never for withdrawing pages.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.responses import JSONResponse, Response

from shared.errors import Unavailable
from shared.observability.metrics import CONTENT_TYPE, PROBE_OK, exposition
from shared.observability.scrubbing import scrub
from shared.web.guards import GuardedRouter, anyone

PROBE_TIMEOUT_S = 1.0


@dataclass(frozen=True)
class Report:
    """What a probe found: whether it is well, a code, and numbers or codes that explain it."""

    ok: bool = True
    code: str = "ok"
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Probe:
    """One thing a role (web, worker, relay, timers) needs. Raising or taking over a second is unwell."""

    role: str
    name: str
    check: Callable[[], Awaitable[Report]]


def health_router(service: str, probes: Sequence[Probe]) -> GuardedRouter:
    """Make the routes that every service answers on its own port; the gateway passes none of them on."""
    router = GuardedRouter(include_in_schema=False)
    open_to_all = anyone("asked by the platform; tells codes and numbers only")

    @router.get("/healthz", allow=open_to_all)
    async def alive() -> Response:
        return JSONResponse({"service": service, "ok": True})

    @router.get("/readyz", allow=open_to_all)
    async def ready() -> Response:
        return _answer(service, await _ask([probe for probe in probes if probe.role == "web"]))

    @router.get("/health", allow=open_to_all)
    async def health() -> Response:
        return _answer(service, await _ask(probes))

    @router.get("/metrics", allow=open_to_all)
    async def metrics() -> Response:
        # A probe is a gauge too, and must not show what it was when somebody last asked `/health`.
        await _ask(probes)
        return Response(exposition(), media_type=CONTENT_TYPE)

    return router


async def _ask(probes: Sequence[Probe]) -> dict[str, dict[str, Report]]:
    reports = await asyncio.gather(*(_report(probe) for probe in probes))
    roles: dict[str, dict[str, Report]] = {}
    for probe, report in zip(probes, reports, strict=True):
        roles.setdefault(probe.role, {})[probe.name] = report
        PROBE_OK.labels(probe.role, probe.name).set(report.ok)
    return roles


async def _report(probe: Probe) -> Report:
    try:
        async with asyncio.timeout(PROBE_TIMEOUT_S):
            return await probe.check()
    except TimeoutError:
        return Report(ok=False, code="timeout")
    except Unavailable as down:
        return Report(ok=False, code="down", facts={"neighbour": down.neighbour})
    except Exception:  # noqa: BLE001 - whatever it is, the role is not well
        return Report(ok=False, code="failed")


def _answer(service: str, roles: dict[str, dict[str, Report]]) -> Response:
    told = {role: _tell(reports) for role, reports in roles.items()}
    ok = all(role["ok"] for role in told.values())
    return JSONResponse({"service": service, "ok": ok, "roles": told}, 200 if ok else 503)


def _tell(reports: Mapping[str, Report]) -> dict[str, Any]:
    return {
        "ok": all(report.ok for report in reports.values()),
        "probes": {
            name: {"ok": one.ok, **scrub({"code": one.code, **one.facts})} for name, one in reports.items()
        },
    }
