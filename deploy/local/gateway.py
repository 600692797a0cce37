import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from deploy.local.ports import is_open
from deploy.local.processes import Process

# Which service answers which paths; whatever no one else has is intake's.
ROUTES = {
    "meetings": ("/meetings", "/meetings/*", "/reply", "/reply/*", "/api/meetings", "/api/meetings/*"),
    "notify": ("/letters", "/letters/*", "/api/notify", "/api/notify/*"),
    "escalation": ("/notices", "/notices/*", "/api/escalation", "/api/escalation/*"),
}
_UNAVAILABLE = Path(__file__).with_name("unavailable.html")


class Gateway:
    """Caddy: one origin in front of the four services, on plain HTTP and loopback only."""

    def __init__(
        self, folder: Path, *, caddy: Path, port: int, upstreams: Mapping[str, Sequence[int]], log: Path
    ) -> None:
        self.base_url = f"http://localhost:{port}"
        self._port = port
        here = folder / "gateway"
        here.mkdir(parents=True, exist_ok=True)
        routes = here / "Caddyfile"
        routes.write_text(caddyfile(port, upstreams))
        environment = {"HOME": os.fspath(here), "XDG_DATA_HOME": os.fspath(here), "PATH": os.defpath}
        command: list[str | Path] = [caddy, "run", "--adapter", "caddyfile", "--config", routes]
        self.process = Process("the gateway", command, log=log, env=environment, cwd=here)

    def start(self) -> None:
        """Return when it listens; the services behind it may start later."""
        self.process.start()
        self.process.wait_until(lambda: is_open(self._port), within_s=30)

    def stop(self) -> None:
        self.process.stop(grace_s=5)


def caddyfile(port: int, upstreams: Mapping[str, Sequence[int]]) -> str:
    """Return the gateway's configuration: no administration endpoint, no certificates, no paths in logs."""
    handlers = [
        _handler(service, " ".join(paths), upstreams[service])
        for service, paths in ROUTES.items()
        if upstreams.get(service)
    ]
    handlers.append(_handler("intake", "", upstreams.get("intake", ())))
    return f"""{{
    admin off
    auto_https off
    persist_config off
    log {{
        level WARN
        exclude http.log.error
    }}
}}
:{port} {{
    bind 127.0.0.1
    # The platform asks each service on its own port; nobody else has business with these.
    @probes path /healthz /readyz /health /metrics
    handle @probes {{
        respond 404
    }}
{"".join(handlers)}
    handle_errors {{
        root * {_UNAVAILABLE.parent}
        rewrite * /{_UNAVAILABLE.name}
        header Cache-Control no-store
        file_server {{
            status {{err.status_code}}
        }}
    }}
}}
"""


def _handler(service: str, paths: str, ports: Sequence[int]) -> str:
    if not ports:
        return "    handle {\n        error 503\n    }\n"
    matcher = f"    @{service} path {paths}\n" if paths else ""
    upstreams = " ".join(f"127.0.0.1:{port}" for port in ports)
    return f"""{matcher}    handle {f"@{service} " if paths else ""}{{
        reverse_proxy {upstreams} {{
            lb_policy round_robin
            lb_try_duration {2 if len(ports) > 1 else 0}s
            lb_try_interval 100ms
            fail_duration {1 if len(ports) > 1 else 0}s
        }}
    }}
"""
