import json
import os
from pathlib import Path

from deploy.local.ports import is_open
from deploy.local.processes import Process
from deploy.local.secrets import Secrets

CLIENT_ID = "samspill"
SECRET = "oidc-client-secret"  # noqa: S105 -- its name, not its content

_PROGRAM = Path(__file__).with_name("node") / "login.mjs"


class Login:
    """Two issuers that check what Feide and ID-porten check, with the demo's people to choose from."""

    def __init__(
        self,
        folder: Path,
        *,
        node: Path,
        modules: Path,
        ports: tuple[int, int],
        base_url: str,
        people: Path,
        log: Path,
        secrets: Secrets,
    ) -> None:
        self._ports = ports
        self.staff_issuer, self.family_issuer = (f"http://localhost:{port}" for port in ports)
        secrets.password(SECRET)
        here = folder / "login"
        here.mkdir(parents=True, exist_ok=True)
        settings = here / "settings.json"
        settings.write_text(
            json.dumps(
                {
                    "library": os.fspath(modules / "oidc-provider" / "lib" / "index.js"),
                    "people": os.fspath(people.absolute()),
                    "client_secret_file": os.fspath(secrets.file(SECRET).absolute()),
                    "staff_port": ports[0],
                    "family_port": ports[1],
                    "redirect_uris": [f"{base_url}/callback"],
                    "post_logout_redirect_uris": [
                        f"{base_url}/",
                        f"{base_url}/sign-in",
                        f"{base_url}/sign-out",
                    ],
                    "backchannel_logout_uri": f"{base_url}/sign-out/back-channel",
                },
                indent=2,
            )
        )
        # oidc-provider announces its settings as development ones; here they are.
        environment = {"PATH": os.defpath, "NODE_ENV": "development"}
        self.process = Process("the login", [node, _PROGRAM, settings], log=log, env=environment, cwd=here)

    def start(self) -> None:
        """Return when both issuers answer."""
        self.process.start()
        self.process.wait_until(lambda: all(is_open(port) for port in self._ports), within_s=60)

    def stop(self) -> None:
        self.process.stop(grace_s=5)
