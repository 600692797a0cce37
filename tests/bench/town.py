"""Where the figures of the services are taken: processes of their own beside the stack, a roster, a sink."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from deploy.demo.roster_import import import_roster
from deploy.local import Stack
from deploy.local.stack import SERVICES
from deploy.local.tools import silence
from tests.bench.load.client import Head
from tests.bench.load.people import Guardian, guardians, signed_in
from tests.bench.load.replica import Replica
from tests.bench.load.sink import Sink
from tests.chaos.topic import behind
from tests.shared.waiting import until

ALL_ROLES = "web,worker,relay,timers"
SAID = "Hun kommer hjem og vil ikke si hvorfor. Det har vart siden høstferien."


class Town:
    """One process a service at most; what is not measured does not run."""

    def __init__(self, stack: Stack, folder: Path) -> None:
        self.stack = stack
        self.folder = folder
        self.sink = Sink(folder)
        self.running: dict[str, Replica] = {}

    def replica(self, service: str, *, roles: str = ALL_ROLES, **env: str) -> Replica:
        """A process that is not started yet."""
        told = {**self.stack.env_for(service), "SMTP_URL": self.sink.url, **env}
        return Replica(service, told, log=self.folder / f"{service}.log", roles=roles)

    async def start(self, *services: str, roles: str = ALL_ROLES) -> None:
        """Have these run, and no others."""
        await self.stop()
        self.running = {service: self.replica(service, roles=roles) for service in services}
        await asyncio.gather(*(asyncio.to_thread(one.start) for one in self.running.values()))

    async def stop(self) -> None:
        running, self.running = self.running, {}
        await asyncio.gather(*(asyncio.to_thread(one.stop) for one in running.values()))

    async def settle(self) -> None:
        """Import the roster and wait until all four services have it; they run afterwards."""
        await asyncio.to_thread(self.sink.start)
        await self.start(*SERVICES)
        await asyncio.to_thread(import_roster, self.stack, silence)
        await self.caught_up()

    async def caught_up(self, *, within_s: float = 120) -> None:
        """Wait until those that run have nothing left to hear."""
        services = list(self.running)

        async def nothing_left() -> bool:
            return await asyncio.to_thread(behind, self.stack, services) <= len(services)

        await asyncio.sleep(1)
        await until(nothing_left, within_s=within_s)

    async def close(self) -> None:
        await self.stop()
        self.sink.stop()


def reporters(count: int = 400) -> list[Guardian]:
    """Who reports: as many different guardians as there are, up to `count`."""
    return guardians(count, on=datetime.now(UTC).date())


def reports(stack: Stack, people: Sequence[Guardian]) -> tuple[list[Head], list[str]]:
    """The heads and bodies of their requests, in the same order."""
    return [signed_in(stack, one.person_id, "guardian") for one in people], [
        one.report(SAID) for one in people
    ]
