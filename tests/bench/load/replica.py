"""One process of a service, with the roles one wants, beside a stack that runs none."""

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import httpx

from deploy.local.ports import free
from deploy.local.processes import Process

ROOT = Path(__file__).resolve().parents[3]


class Replica:
    """`python -m services.<service>` on a free port; `started_in` says how long it took to be ready."""

    def __init__(
        self, service: str, env: Mapping[str, str], *, log: Path, roles: str = "web,worker,relay,timers"
    ) -> None:
        self.service = service
        self.port = free(1)[0]
        self.url = f"http://127.0.0.1:{self.port}"
        self.started_in = 0.0
        self.process = Process(
            service,
            [sys.executable, "-m", f"services.{service}", "--roles", roles],
            log=log,
            env={
                "PATH": os.environ.get("PATH", os.defpath),
                **env,
                "LOG_LEVEL": "warning",
                "HTTP_HOST": "127.0.0.1",
                "HTTP_PORT": str(self.port),
            },
            cwd=ROOT,
        )

    def start(self) -> None:
        """Return when its pages are ready."""
        began = time.perf_counter()
        self.process.start()
        with httpx.Client(trust_env=False, timeout=2) as http:
            self.process.wait_until(lambda: self._ready(http), within_s=60)
        self.started_in = time.perf_counter() - began

    def stop(self) -> None:
        self.process.stop(grace_s=20)

    def memory_mb(self) -> float:
        """What it holds in memory now (resident set)."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        raise LookupError(self.service)

    def health(self) -> dict[str, object]:
        """What its health page says."""
        found: dict[str, object] = httpx.get(f"{self.url}/health", trust_env=False, timeout=5).json()
        return found

    def _ready(self, http: httpx.Client) -> bool:
        try:
            return http.get(f"{self.url}/readyz").status_code == httpx.codes.OK
        except httpx.TransportError:
            return False
