"""The mail server of the load tests: a process of its own that takes everything and keeps a list."""

import json
from dataclasses import dataclass
from pathlib import Path

from deploy.local.ports import free, is_open
from deploy.local.processes import Process
from deploy.local.tools import prepare

_PROGRAM = Path(__file__).with_name("sink.mjs")


@dataclass(frozen=True)
class Taken:
    """One mail that the sink has accepted, and when (seconds since 1970)."""

    at: float
    to: str
    message_id: str
    size: int

    @property
    def letter_id(self) -> str:
        """The letter's own id, of which the Message-ID is made."""
        return self.message_id.partition("@")[0]


class Sink:
    """Accepts mail at several thousand a second; what it took lies in a file."""

    def __init__(self, folder: Path) -> None:
        self.port = free(1)[0]
        self.url = f"smtp://127.0.0.1:{self.port}"
        self.file = folder / "mails.jsonl"
        self.file.touch()
        command: list[str | Path] = [prepare().node, _PROGRAM, str(self.port), self.file]
        self._process = Process("the mail sink", command, log=folder / "sink.log", env={})

    def start(self) -> None:
        self._process.start()
        self._process.wait_until(lambda: is_open(self.port), within_s=20)

    def stop(self) -> None:
        self._process.stop()

    def count(self) -> int:
        """How many it has taken."""
        with self.file.open("rb") as lines:
            return sum(block.count(b"\n") for block in iter(lambda: lines.read(1 << 20), b""))

    def taken(self, since: int = 0) -> list[Taken]:
        """What it has taken, the oldest first, without the first `since`."""
        lines = self.file.read_text().splitlines()[since:]
        found = (json.loads(line) for line in lines)
        return [Taken(one["t"] / 1000, one["to"], one["id"], one["bytes"]) for one in found]
