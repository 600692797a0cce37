"""Health tells the truth, each role apart."""

import asyncio

import httpx

from shared.web.health import Probe, Report
from tests.shared.web.conftest import Town, body_of


async def test_a_broken_relay_never_withdraws_the_pages(http: httpx.AsyncClient, town: Town) -> None:
    town.broken = {"kafka"}
    assert (await http.get("/readyz")).status_code == 200
    health = await http.get("/health")
    assert health.status_code == 503
    roles = body_of(health)["roles"]
    assert roles["web"]["ok"] is True
    assert roles["relay"]["probes"]["kafka"] == {"ok": False, "code": "behind"}


async def test_without_the_database_the_pages_are_not_ready_but_the_process_lives(
    http: httpx.AsyncClient, town: Town
) -> None:
    town.broken = {"database"}
    ready = await http.get("/readyz")
    assert ready.status_code == 503
    told = body_of(ready)["roles"]["web"]["probes"]["database"]
    assert told == {"ok": False, "code": "down", "neighbour": "mongodb"}
    assert (await http.get("/healthz")).status_code == 200


async def test_a_probe_that_hangs_or_breaks_is_unwell(town: Town) -> None:
    async def hangs() -> Report:
        await asyncio.Event().wait()
        return Report()

    async def breaks() -> Report:
        raise ValueError("Kanari")

    app = town.build(probes=[Probe("web", "hangs", hangs), Probe("web", "breaks", breaks)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://town.test") as http:
        answer = await http.get("/readyz")
    probes = body_of(answer)["roles"]["web"]["probes"]
    assert (probes["hangs"]["code"], probes["breaks"]["code"]) == ("timeout", "failed")
    assert "Kanari" not in answer.text


async def test_metrics_tell_routes_by_template(http: httpx.AsyncClient) -> None:
    await http.get("/api/intake/numbers/4711")
    await http.get("/somewhere/kanari")
    told = (await http.get("/metrics")).text
    assert (
        'samspill_http_requests_total{method="GET",route="/api/intake/numbers/{number}",status="200"}' in told
    )
    assert 'route="unmatched",status="404"' in told
    assert "numbers/4711" not in told
    assert '"4711"' not in told
    assert "kanari" not in told
