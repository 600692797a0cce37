"""`make bench`: every figure of the page, each against its bare loop, into build/bench.json.

`python -m tests.bench post_c32 letters` measures these alone; `--page` writes deploy/docs/benchmarks.md
from what build/bench.json holds, and measures nothing.
"""

import json
import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvloop

from deploy.local import Stack
from shared.observability.logs import configure_logs
from tests.bench.consume import consume, consume_effects
from tests.bench.footprint import memory, start
from tests.bench.harness import Figure
from tests.bench.mailing import letters, report_to_mail
from tests.bench.page import PAGE, page_of
from tests.bench.pages import pages
from tests.bench.place import Place
from tests.bench.posting import post_c32, post_c128
from tests.bench.relay_drain import relay_drain
from tests.bench.town import Town

KERNEL: dict[str, Callable[[Place], Awaitable[Figure]]] = {
    "consume": consume,
    "consume_effects": consume_effects,
    "relay_drain": relay_drain,
}
# In this order: what is posted last would otherwise be heard by those that are measured after it.
SERVICES: dict[str, Callable[[Town, Place], Awaitable[Figure]]] = {
    "report_to_mail": lambda town, _: report_to_mail(town),
    "memory": lambda town, _: memory(town),
    "start": lambda town, _: start(town),
    "letters": letters,
    "pages": lambda town, _: pages(town),
    "post_c32": lambda town, _: post_c32(town),
    "post_c128": lambda town, _: post_c128(town),
}
BUILD = Path("build")
FILE = BUILD / "bench.json"


async def measured(wanted: set[str]) -> dict[str, dict[str, Any]]:
    """The figures asked for, all of them if none was named; what broke says why instead."""
    found: dict[str, dict[str, Any]] = {}

    async def measure(name: str, figure: Callable[[], Awaitable[Figure]]) -> None:
        if wanted and name not in wanted:
            return
        try:
            one = await figure()
        except Exception as broken:  # noqa: BLE001 - the other figures are still worth having
            traceback.print_exc()
            found[name] = {"not_measured": f"{type(broken).__name__}: {broken}"[:200]}
        else:
            found[name] = one.plain()
            say(name, one)

    with tempfile.TemporaryDirectory(prefix="samspill-bench-") as folder:
        with Stack(Path(folder) / "kernel", services=()) as stack:
            place = Place(stack)
            for name, kernel in KERNEL.items():
                await measure(name, lambda kernel=kernel: kernel(place))  # type: ignore[misc]
            await place.close()
        if not wanted or wanted & set(SERVICES):
            with Stack(Path(folder) / "services", services=()) as stack:
                town, place = Town(stack, Path(folder)), Place(stack)
                try:
                    await town.settle()
                    for name, figure in SERVICES.items():
                        await measure(name, lambda figure=figure: figure(town, place))  # type: ignore[misc]
                finally:
                    await town.close()
                await place.close()
    return found


def say(name: str, figure: Figure) -> None:
    against = f" ({figure.ratio} of {figure.baseline})" if figure.ratio is not None else ""
    verdict = "reached" if figure.reached else "MISSED"
    more = " ".join(f"{key}={value}" for key, value in figure.more.items())
    aims = f"{verdict} {figure.reach}; aim {figure.aim}"
    sys.stdout.write(f"{name:16} {figure.value} {figure.unit}{against}  {aims}  {more}\n")
    sys.stdout.flush()


def machine() -> str:
    """What it ran on, without a name or a path."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        named = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        model = named[0].partition(":")[2].strip() if named else model
    return f"{os.cpu_count()} cores ({model}), {platform.system()}, Python {platform.python_version()}"


def main() -> int:
    told = set(sys.argv[1:])
    if "--page" in told:
        PAGE.write_text(page_of(json.loads(FILE.read_text())))
        return 0
    configure_logs(service="bench", level="error")
    before = os.getloadavg()[0]
    figures = uvloop.run(measured(told))
    BUILD.mkdir(exist_ok=True)
    kept = json.loads(FILE.read_text()) if told and FILE.exists() else {}
    kept |= {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "load_before": round(before, 1),
        **figures,
    }
    FILE.write_text(json.dumps(kept, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
