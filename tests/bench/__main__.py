"""`make bench`: every figure of the page, each against its bare loop, into build/bench.json."""

import json
import platform
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import uvloop

from deploy.local import Stack
from shared.observability.logs import configure_logs
from tests.bench.consume import consume, consume_effects
from tests.bench.harness import Figure
from tests.bench.place import Place
from tests.bench.relay_drain import relay_drain

KERNEL: dict[str, Callable[[Place], Awaitable[Figure]]] = {
    "consume": consume,
    "consume_effects": consume_effects,
    "relay_drain": relay_drain,
}
BUILD = Path("build")


async def kernel(wanted: set[str]) -> dict[str, Figure]:
    """The figures that need no service: messaging and storage alone."""
    found: dict[str, Figure] = {}
    with tempfile.TemporaryDirectory() as folder, Stack(Path(folder), services=()) as stack:
        place = Place(stack)
        for name, measure in KERNEL.items():
            if not wanted or name in wanted:
                found[name] = await measure(place)
                say(name, found[name])
        await place.close()
    return found


def say(name: str, figure: Figure) -> None:
    against = f" = {figure.ratio} of {figure.baseline}" if figure.ratio is not None else ""
    line = f"{name:18} {figure.value} {figure.unit}{against}   reach {figure.reach}, aim {figure.aim}"
    sys.stdout.write(line + "\n")


def main() -> int:
    configure_logs(service="bench", level="error")
    figures = uvloop.run(kernel(set(sys.argv[1:])))
    BUILD.mkdir(exist_ok=True)
    page = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        **{name: figure.plain() for name, figure in figures.items()},
    }
    (BUILD / "bench.json").write_text(json.dumps(page, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
