"""`python -m deploy.local <command>`: the whole product on this machine, left running."""

import argparse
import importlib
import importlib.util
import os
import sys
from collections.abc import Mapping

from rich.console import Console
from rich.table import Table

from deploy.local import dead_letters, supervisor
from deploy.local.failures import CannotRunError
from deploy.local.stack import PEOPLE
from deploy.local.tools import prepare

# What fills a fresh stack (a school, its people): `after_start(stack, say)` of this module, when it exists.
AFTER_START = "deploy.demo.after_start"

_out = Console(highlight=False)


def up(*, parts_only: bool) -> int:
    running = supervisor.state()
    if running is not None and running.alive:
        _out.print("It is running already; [bold]make down[/] stops it.")
        return _show(running)
    with _out.status("Starting") as status:

        def say(line: str) -> None:
            _out.print(f"[dim]{line}[/]")
            status.update(line)

        prepare(say)
        running = supervisor.launch(parts_only=parts_only, say=say)
    return _show(running)


def down() -> int:
    running = supervisor.state()
    if running is None or not running.alive:
        _out.print("Nothing is running.")
        return 0
    with _out.status("Stopping"):
        supervisor.stop(running)
    _out.print("Stopped. The logs are still in build/local/logs.")
    return 0


def status() -> int:
    running = supervisor.state()
    if running is None or not running.alive:
        _out.print("Nothing is running.")
        return 1
    _show(running)
    parts = Table("part", "process", box=None, pad_edge=False)
    for name, pid in running.pids.items():
        alive = pid is not None and os.path.exists(f"/proc/{pid}")  # noqa: PTH110 -- it is no file of ours
        parts.add_row(name, str(pid) if alive else "[red]stopped[/]")
    _out.print(parts)
    return 0


def _show(running: supervisor.State) -> int:
    addresses = Table(box=None, show_header=False, pad_edge=False)
    for name, address in running.addresses.items():
        addresses.add_row(name, f"[bold]{address}[/]" if address.startswith("http") else address)
    _out.print(addresses)
    if people := supervisor.people(PEOPLE):
        listed = Table("sign in as", "hat", "with", "", box=None, pad_edge=False)
        for person in people:
            issuer = "Feide" if person["issuer"] == "staff" else "ID-porten"
            listed.add_row(person["name"], _hat(person), issuer, person.get("note", ""))
        _out.print(listed)
    return 0


def _hat(person: Mapping[str, str]) -> str:
    if person["issuer"] == "family":
        return "guardian"
    return "pupil" if person.get("note", "").startswith("Elev") else "staff"


def _after_start() -> supervisor.AfterStart | None:
    package, _, _ = AFTER_START.rpartition(".")
    if importlib.util.find_spec(package) is None or importlib.util.find_spec(AFTER_START) is None:
        return None
    hook: supervisor.AfterStart = importlib.import_module(AFTER_START).after_start
    return hook


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m deploy.local", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, promise in {
        "up": "start everything fresh and leave it running",
        "down": "stop it",
        "status": "say what runs",
        "prepare": "download what is missing, start nothing",
        "dead-letters": "list the records that could not be handled",
        "supervise": "hold the parts of `up`; not for people",
    }.items():
        command = commands.add_parser(name, help=promise)
        if name in {"up", "supervise"}:
            command.add_argument("--parts-only", action="store_true", help="without the four services")
    asked = parser.parse_args()
    try:
        match asked.command:
            case "up":
                return up(parts_only=asked.parts_only)
            case "down":
                return down()
            case "status":
                return status()
            case "prepare":
                prepare(_out.print)
                return 0
            case "dead-letters":
                return dead_letters.show(_out)
            case _:
                return supervisor.supervise(parts_only=asked.parts_only, after_start=_after_start())
    except CannotRunError as error:
        Console(stderr=True, highlight=False).print(f"[red]{error}[/]", soft_wrap=True)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
