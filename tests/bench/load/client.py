"""Load from a program that is not ours to measure: Node, on keep-alive connections of its own."""

import asyncio
import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deploy.local.tools import prepare
from tests.bench.harness import percentile

_PROGRAM = Path(__file__).with_name("client.mjs")

Head = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Sent:
    """One request: its key, which of the heads it was sent with, when (seconds since 1970), the answer."""

    key: str
    head: int
    at: float
    status: str


@dataclass(frozen=True)
class Load:
    """What came of it."""

    done: int
    seconds: float
    statuses: dict[str, int]
    ms: list[float]
    sent: list[Sent]

    @property
    def rate(self) -> float:
        return self.done / self.seconds

    def ms_at(self, share: float) -> float:
        return round(percentile(self.ms, share), 2)

    def all_are(self, status: str) -> bool:
        return set(self.statuses) == {status}


async def load(
    port: int,
    *,
    heads: Sequence[Head],
    paths: Sequence[str],
    method: str = "GET",
    bodies: Sequence[str] = (),
    seconds: float,
    warm: float = 0.0,
    connections: int | None = None,
    rate: float | None = None,
    key: str | None = None,
) -> Load:
    """Send for `seconds` after `warm` that do not count: `connections` at once, or `rate` a second."""
    task = {
        "port": port,
        "paths": list(paths),
        "method": method,
        "heads": [[list(pair) for pair in head] for head in heads],
        "bodies": list(bodies),
        "seconds": seconds,
        "warm": warm,
        "connections": connections,
        "rate": rate,
        "key": key,
    }
    node = await asyncio.create_subprocess_exec(
        str(prepare().node), str(_PROGRAM), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    said, _ = await node.communicate(json.dumps(task).encode())
    found = json.loads(said)
    return Load(
        found["done"],
        found["seconds"],
        found["statuses"],
        found["ms"],
        [Sent(key, head, at, status) for key, head, at, status in found["keys"]],
    )
