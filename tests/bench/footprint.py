"""What a service costs while nobody looks: memory after some thousand events, and seconds to be ready."""

import asyncio
from statistics import median
from typing import Any

from deploy.local.stack import SERVICES
from shared.identifiers import new_id
from tests.bench.harness import Figure
from tests.bench.load.client import load
from tests.bench.town import Town, reporters, reports

EVENTS = 5000
STARTS = 5


async def memory(town: Town) -> Figure:
    """Resident megabytes of each service with all roles after at least 5,000 events."""
    await town.start(*SERVICES)
    heads, bodies = reports(town.stack, reporters())
    while min(heard := [_heard(one.health()) for one in town.running.values()]) < EVENTS:
        await load(
            town.running["intake"].port,
            method="POST",
            paths=["/api/intake/reports"],
            heads=heads,
            bodies=bodies,
            key=new_id("k") + "-",
            rate=100,
            seconds=5,
        )
        await town.caught_up()
    held = {service: round(one.memory_mb(), 1) for service, one in town.running.items()}
    most = max(held.values())
    return Figure(
        value=most,
        unit="MB",
        reach="130 MB",
        aim="90 MB",
        reached=most <= 130,
        ran=f"the largest of the four, each one process with all roles after {min(heard)} to {max(heard)} "
        "events heard",
        more=held,
    )


async def start(town: Town) -> Figure:
    """Seconds from starting a process with all roles to its pages being ready."""
    await town.stop()
    took: dict[str, list[float]] = {service: [] for service in SERVICES}
    for _ in range(STARTS):
        for service in SERVICES:
            replica = town.replica(service)
            await asyncio.to_thread(replica.start)
            took[service].append(replica.started_in)
            await asyncio.to_thread(replica.stop)
    slowest = max(took, key=lambda service: median(took[service]))
    return Figure(
        value=round(median(took[slowest]), 2),
        spread=(round(min(took[slowest]), 2), round(max(took[slowest]), 2)),
        unit="s",
        reach="2.5 s",
        aim="1.2 s",
        reached=median(took[slowest]) <= 2.5,
        ran=f"the slowest of the four, {STARTS} starts each, one at a time, the others not running",
        more={service: round(median(seconds), 2) for service, seconds in took.items()},
    )


def _heard(health: dict[str, Any]) -> int:
    """How many events its worker has heard, wherever the health page says so."""
    for name, told in health.items():
        if name == "heard" and isinstance(told, int):
            return told
        inside = told if isinstance(told, list) else [told]
        for part in inside:
            if isinstance(part, dict) and (found := _heard(part)):
                return found
    return 0
