"""The real server, seen from outside: what it answers and what it logs."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator

import httpx
import pytest

from shared.observability.logs import configure_logs
from shared.web.app import server_of
from shared.web.assets import shared_assets
from shared.web.layout import Pages
from tests.shared.web.conftest import Town, settings_for


@pytest.fixture
async def address(town: Town) -> AsyncIterator[str]:
    root = logging.getLogger()
    kept = root.handlers[:], root.level
    configure_logs(service="intake")
    server = server_of(town.build(pages=Pages()), settings_for("test", http_port=0))
    running = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn tells it no other way
        await asyncio.sleep(0.01)
    host, port = server.servers[0].sockets[0].getsockname()[:2]
    yield f"http://{host}:{port}"
    server.should_exit = True
    await running
    root.handlers[:], level = kept
    root.setLevel(level)
    logging.captureWarnings(capture=False)


async def test_the_server_answers_and_logs_templates_only(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with httpx.AsyncClient(base_url=address) as http:
        assert (await http.get("/api/intake/numbers/7?page=2")).json() == {"number": 7, "page": 2}
        assert (await http.get("/reply/Kanarifuglen")).status_code == 404
        assert (await http.post("/api/intake/big", content=b"x" * 300_000)).status_code == 413
        assert (await http.get(shared_assets().url("samspill.css"))).status_code == 200
        assert "server" not in (await http.get("/healthz")).headers
    told = capsys.readouterr()
    assert told.err == ""
    assert "anarifugl" not in told.out
    lines = [json.loads(line) for line in told.out.splitlines()]
    answered = [(line["route"], line["status"]) for line in lines if line["event"] == "http.answered"]
    assert answered == [
        ("/api/intake/numbers/{number}", 200),
        ("unmatched", 404),
        ("unmatched", 413),
        ("/static/{version}/{name}", 200),
    ]
