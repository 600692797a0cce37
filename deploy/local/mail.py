import asyncio
import os
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from deploy.local.ports import is_open
from deploy.local.processes import Process

_LOOK_AGAIN_S = 0.1
# The page is plain HTTP on this machine; a client that loads the world's certificates first takes 30 ms.
_NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@dataclass(frozen=True)
class Mail:
    """A mail as the sink took it."""

    id: str
    to: tuple[str, ...]
    sender: str
    subject: str
    text: str
    html: str
    headers: dict[str, Any]


class MailClient:
    """Reads what the sink took."""

    def __init__(self, url: str) -> None:
        self.url = url

    async def to(self, address: str) -> list[Mail]:
        """Return the mails to that address, the oldest first."""
        return [mail for mail in await self.everything() if address.casefold() in mail.to]

    async def everything(self) -> list[Mail]:
        """Return every mail, the oldest first."""
        return [_mail(found) for found in (await self._ask("GET", "/api/email")).json()]

    async def source(self, mail: Mail) -> bytes:
        """Return the mail exactly as it was sent."""
        return (await self._ask("GET", f"/api/email/{mail.id}/source")).content

    async def wait_for(
        self, address: str, *, matching: Callable[[Mail], bool] | None = None, within_s: float = 20
    ) -> Mail:
        """Return the first mail to that address (and for which `matching` is true); TimeoutError if none."""
        until = time.monotonic() + within_s
        while True:
            for mail in await self.to(address):
                if matching is None or matching(mail):
                    return mail
            if time.monotonic() > until:
                raise TimeoutError(f"no such mail to {address} within {within_s:.0f} s")
            await asyncio.sleep(_LOOK_AGAIN_S)

    async def clear(self) -> None:
        """Throw every mail away."""
        await self._ask("DELETE", "/api/email/all")

    async def _ask(self, method: str, path: str) -> httpx.Response:
        async with httpx.AsyncClient(base_url=self.url, trust_env=False, verify=_NO_TLS) as http:
            return (await http.request(method, path)).raise_for_status()


class MailSink:
    """MailDev: takes every mail and shows it on a page."""

    def __init__(
        self, folder: Path, *, node: Path, modules: Path, smtp_port: int, web_port: int, log: Path
    ) -> None:
        self.smtp_url = f"smtp://127.0.0.1:{smtp_port}"
        self.page = f"http://localhost:{web_port}/index.html"
        self.client = MailClient(f"http://127.0.0.1:{web_port}")
        self._ports = (smtp_port, web_port)
        here = folder / "mail"
        here.mkdir(parents=True, exist_ok=True)
        program = modules / "maildev" / "dist" / "bin" / "maildev.js"
        listen = ["--ip", "127.0.0.1", "--web-ip", "127.0.0.1"]
        command: list[str | Path] = [node, program, "--smtp", str(smtp_port), "--web", str(web_port), *listen]
        environment = {"PATH": os.defpath, "MAILDEV_MAIL_DIRECTORY": os.fspath(here)}
        # It looks for a configuration file in the folder it starts in and above: start it where none is.
        self.process = Process("the mail sink", command, log=log, env=environment, cwd=here)

    def start(self) -> None:
        """Return when it takes mail and shows its page."""
        self.process.start()
        self.process.wait_until(lambda: all(is_open(port) for port in self._ports), within_s=60)

    def stop(self) -> None:
        self.process.stop()


def _mail(found: dict[str, Any]) -> Mail:
    recipients = found.get("envelope", {}).get("to") or found.get("to") or []
    sender = found.get("envelope", {}).get("from") or {}
    return Mail(
        id=found["id"],
        to=tuple(_address(recipient).casefold() for recipient in recipients),
        sender=_address(sender),
        subject=found.get("subject") or "",
        text=found.get("text") or "",
        html=found.get("html") or "",
        headers=found.get("headers") or {},
    )


def _address(said: Any) -> str:
    return str(said.get("address", "")) if isinstance(said, dict) else str(said)
