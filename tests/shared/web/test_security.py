"""What every response says to the browser."""

import httpx
import pytest

from shared.web.security import redacted_path
from tests.shared.web.conftest import Town, settings_for


@pytest.mark.parametrize("path", ["/healthz", "/nowhere", "/api/intake/errors/generic", "/errors/hidden"])
async def test_every_response_keeps_to_itself_errors_too(http: httpx.AsyncClient, path: str) -> None:
    headers = (await http.get(path)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "strict-transport-security" not in headers


async def test_production_insists_on_https(town: Town) -> None:
    app = town.build(settings=settings_for("production", base_url="https://town.test"))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://town.test") as http:
        assert "max-age=63072000" in (await http.get("/healthz")).headers["strict-transport-security"]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/reply/secret", "/reply/…"),
        ("/letters/secret/more", "/letters/…"),
        ("/letters", "/letters"),
        ("/cases", "/cases"),
    ],
)
def test_a_personal_link_is_taken_out_of_a_path(path: str, shown: str) -> None:
    assert redacted_path(path) == shown
