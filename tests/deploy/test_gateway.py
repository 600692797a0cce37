from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest

from deploy.local import ports, tools
from deploy.local.gateway import Gateway

pytestmark = pytest.mark.stack


class Named(ThreadingHTTPServer):
    """A stand-in service that answers every path with its name."""

    def __init__(self, name: str) -> None:
        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.end_headers()
                self.wfile.write(name.encode())

            def log_message(self, *_: object) -> None:
                pass

        super().__init__(("127.0.0.1", 0), Answer)
        Thread(target=self.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.shutdown()
        self.server_close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("gateway")
    services = {name: Named(name) for name in ("intake", "meetings", "notify")}
    port, nobody = ports.free(2)
    upstreams = {name: [service.server_port] for name, service in services.items()}
    gateway = Gateway(
        folder,
        caddy=tools.installed("caddy"),
        port=port,
        upstreams={**upstreams, "escalation": [nobody]},
        log=folder / "log",
    )
    gateway.start()
    yield gateway.base_url
    gateway.stop()
    for service in services.values():
        service.stop()


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/", "intake"),
        ("/cases/case_x", "intake"),
        ("/sign-in", "intake"),
        ("/static/app.css", "intake"),
        ("/api/intake/reports", "intake"),
        ("/meetings", "meetings"),
        ("/meetings/meeting_x", "meetings"),
        ("/reply/token", "meetings"),
        ("/api/meetings/meeting_x", "meetings"),
        ("/letters", "notify"),
        ("/api/notify/letters", "notify"),
        ("/meetings-and-more", "intake"),
    ],
)
async def test_each_path_reaches_its_service(address: str, path: str, service: str) -> None:
    async with httpx.AsyncClient(trust_env=False) as http:
        assert (await http.get(address + path)).text == service


async def test_a_service_that_is_down_takes_only_its_own_pages_with_it(address: str) -> None:
    async with httpx.AsyncClient(trust_env=False) as http:
        down = await http.get(f"{address}/notices")
        assert down.status_code == httpx.codes.BAD_GATEWAY
        assert "Utilgjengelig akkurat nå" in down.text
        assert down.headers["cache-control"] == "no-store"
        assert (await http.get(f"{address}/cases")).text == "intake"


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/health", "/metrics"])
async def test_what_the_platform_asks_does_not_pass_the_gateway(address: str, path: str) -> None:
    async with httpx.AsyncClient() as client:
        answer = await client.get(address + path)
    assert answer.status_code == 404
    assert answer.text == ""
