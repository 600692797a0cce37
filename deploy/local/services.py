import os
import sys
from collections.abc import Mapping
from pathlib import Path

import httpx

from deploy.local.processes import Process

_ROOT = Path(__file__).resolve().parents[2]
# What a service inherits from the shell that started the stack; everything else is said to it.
_INHERITED = ("PATH", "LANG", "LC_ALL", "TZ", "SSL_CERT_FILE", "SSL_CERT_DIR", "PYTHONDONTWRITEBYTECODE")


class Service:
    """One replica of one service, run from the source tree."""

    def __init__(self, name: str, *, replica: int, port: int, env: Mapping[str, str], log: Path) -> None:
        self.url = f"http://127.0.0.1:{port}"
        inherited = {key: os.environ[key] for key in _INHERITED if key in os.environ}
        own = {"HTTP_HOST": "127.0.0.1", "HTTP_PORT": str(port), "PYTHONUNBUFFERED": "1"}
        self.process = Process(
            f"{name} ({replica + 1})",
            [sys.executable, "-m", f"services.{name}"],
            log=log,
            env={**inherited, **env, **own},
            cwd=_ROOT,
        )

    def start(self) -> None:
        """Return when it says that its pages are ready."""
        self.process.start()
        with httpx.Client(trust_env=False, timeout=2) as http:
            self.process.wait_until(lambda: _ready(http, f"{self.url}/readyz"), within_s=90)

    def stop(self) -> None:
        self.process.stop(grace_s=20)


def _ready(http: httpx.Client, url: str) -> bool:
    try:
        return http.get(url).status_code == httpx.codes.OK
    except httpx.TransportError:
        return False
