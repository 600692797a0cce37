"""The stack that `python -m deploy.local up` leaves running: one process that holds all the others."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from deploy.local.failures import CannotRunError
from deploy.local.stack import SERVICES, Stack
from deploy.local.tools import Say

FOLDER = Path(__file__).resolve().parents[2] / "build" / "local"

AfterStart = Callable[[Stack, Say], None]

_STOPS_WITHIN_S = 60
_LOOK_AGAIN_S = 0.1


@dataclass
class State:
    """What another process may know of the running stack."""

    pid: int
    born: str
    status: str = "starting"
    said: list[str] = field(default_factory=list)
    error: str = ""
    addresses: dict[str, str] = field(default_factory=dict)
    pids: dict[str, int | None] = field(default_factory=dict)

    @property
    def alive(self) -> bool:
        """Whether the process that wrote this still runs, and is not another with the same number."""
        return _born(self.pid) == self.born


def state() -> State | None:
    """Return the state of the stack that was last brought up, or None."""
    try:
        return State(**json.loads((FOLDER / "state.json").read_text()))
    except (OSError, ValueError, TypeError):
        return None


def launch(*, parts_only: bool, say: Say) -> State:
    """Start the supervisor in the background and return when the stack is ready; CannotRunError if not."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "logs").mkdir(parents=True)
    command = [sys.executable, "-m", "deploy.local", "supervise", *(["--parts-only"] if parts_only else [])]
    with (FOLDER / "logs" / "supervisor.log").open("ab") as log:
        running = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    told = 0
    while True:
        stopped = running.poll() is not None
        now = state()
        for line in now.said[told:] if now else []:
            say(line)
        told = len(now.said) if now else 0
        if now and now.status == "ready":
            return now
        if stopped:
            reason = now.error if now else f"see {FOLDER / 'logs' / 'supervisor.log'}"
            raise CannotRunError(reason or "The stack stopped while it was starting.")
        time.sleep(_LOOK_AGAIN_S)


def stop(running: State) -> None:
    """Stop that supervisor and with it every part."""
    os.kill(running.pid, signal.SIGTERM)
    until = time.monotonic() + _STOPS_WITHIN_S
    while running.alive:
        if time.monotonic() > until:
            # Its parts die with it.
            os.kill(running.pid, signal.SIGKILL)
            until = float("inf")
        time.sleep(_LOOK_AGAIN_S)


def supervise(*, parts_only: bool, after_start: AfterStart | None) -> int:
    """Hold the stack until told to stop; what happens is written to the state file."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    now = State(pid=os.getpid(), born=_born(os.getpid()))

    def say(line: str) -> None:
        now.said.append(line)
        _write(now)

    try:
        with Stack(
            FOLDER, profile="demo", services=() if parts_only else SERVICES, fixed_ports=True, say=say
        ) as stack:
            if after_start is not None and not parts_only:
                after_start(stack, say)
            for service in SERVICES:
                stack.secrets.write(f"{service}.env.json", json.dumps(stack.env_for(service), indent=2))
            now.addresses = _addresses(stack)
            now.pids = {name: process.pid for name, process in stack.processes.items()}
            now.status = "ready"
            _write(now)
            while True:
                signal.pause()
    except CannotRunError as error:
        now.status, now.error = "failed", str(error)
        _write(now)
        return 1


def _addresses(stack: Stack) -> dict[str, str]:
    return {
        "Samspill": stack.base_url,
        "Mail": stack.mail_sink.page,
        "Login, staff": stack.login.staff_issuer,
        "Login, families": stack.login.family_issuer,
        "Logs": os.fspath(stack.folder / "logs"),
    }


def _write(now: State) -> None:
    with tempfile.NamedTemporaryFile("w", dir=FOLDER, delete=False) as file:
        json.dump(asdict(now), file, indent=2)
    Path(file.name).replace(FOLDER / "state.json")


def _born(pid: int) -> str:
    """When the process was started, as the kernel counts it; empty if there is none (or only its shell)."""
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    zombie, started = after_name[0] == "Z", after_name[19]
    return "" if zombie else started


def people(path: Path) -> list[dict[str, Any]]:
    """Return the demo's people, or none; the file holds a list, or an object of them by key."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [one for one in (found.values() if isinstance(found, dict) else found) if one["subject"]]
