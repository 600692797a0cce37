"""Kills: a random process every few seconds, one at every named point, the broker and the database once."""

import asyncio
import contextlib
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from deploy.local import CannotRunError
from deploy.local.processes import Process
from deploy.local.services import Service
from tests.chaos.in_flight import InFlight
from tests.chaos.points import Point, named_points
from tests.chaos.town import Town
from tests.shared.waiting import until

EVERY_S = (2.0, 3.0)
POINT_WITHIN_S = 60.0
TRIES = 2
FREE_WITHIN_S = 300.0
AWAY_AT_ONCE = 3
AWAY_S = 1.0

Say = Callable[[str], None]


@dataclass
class Storm:
    """One storm of `seconds`; it goes on until every point has been hit, at most a minute longer."""

    town: Town
    seed: int
    seconds: float
    say: Say
    kills: Counter[str] = field(default_factory=Counter)
    points: dict[str, float] = field(default_factory=dict)
    _busy: set[tuple[str, int]] = field(default_factory=set)
    _claimed: set[str] = field(default_factory=set)
    _starting: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.in_flight = InFlight(self.town)
        self._rng = random.Random(self.seed)
        self._began = time.monotonic()

    async def run(self) -> None:
        """Rage, and leave everything running again."""
        self._began = time.monotonic()
        by_service: dict[str, list[Point]] = {}
        for point in named_points(self.town.stack.services):
            by_service.setdefault(point.service, []).append(point)
        raging = asyncio.ensure_future(self._rage())
        try:
            await asyncio.gather(
                self._part("kafka", at=self.seconds * 0.4),
                self._part("mongodb", at=self.seconds * 0.7),
                *(self._hit_all(points) for points in by_service.values()),
                asyncio.sleep(self.seconds),
            )
        finally:
            raging.cancel()
            await asyncio.gather(raging, return_exceptions=True)
        while self._starting:
            await asyncio.gather(*self._starting)

    async def _rage(self) -> None:
        while True:
            await asyncio.sleep(self._rng.uniform(*EVERY_S))
            free = [
                (service, number)
                for service, number in self.town.replicas
                if (service, number) not in self._busy and service not in self._claimed
            ]
            # A machine that cannot start them as fast as we kill them would only see starts.
            if free and len(self._starting) < AWAY_AT_ONCE:
                service, number = self._rng.choice(free)
                await self._kill(service, number)
                self._start_again(service, number)

    async def _kill(self, service: str, number: int) -> None:
        self._busy.add((service, number))
        await asyncio.to_thread(self.town.stack.kill, service, number)
        self.kills[service] += 1
        self._told(f"{service} {number + 1} killed")
        if service == "notify":
            await asyncio.to_thread(self.in_flight.after_a_senders_death)

    def _start_again(self, service: str, number: int) -> None:
        task = asyncio.ensure_future(self._start(service, number))
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _start(self, service: str, number: int) -> None:
        await self._until_started(service, number)
        self._busy.discard((service, number))

    async def _until_started(self, name: str, number: int = 0) -> None:
        """Start it again and again, as whatever watches over processes would."""
        while True:
            try:
                return await asyncio.to_thread(self.town.stack.start_part, name, number)
            except CannotRunError:
                await asyncio.sleep(AWAY_S)

    # --- at the named points -----------------------------------------------------------------------

    async def _hit_all(self, points: list[Point]) -> None:
        for point in self._rng.sample(points, len(points)):
            for _ in range(TRIES):
                await self._hit(point)
                # Leave room for kills at random between them.
                await asyncio.sleep(self._rng.uniform(*EVERY_S))
                if point.name in self.points:
                    break

    async def _hit(self, point: Point) -> None:
        """Start a replica that ends itself at the point, and wait until it has."""
        replicas = [replica for replica in self.town.replicas if replica[0] == point.service]
        victims = replicas if point.needs_to_be_alone else replicas[:1]
        self._claimed.add(point.service)
        await until(lambda: self._busy.isdisjoint(replicas), within_s=FREE_WITHIN_S)
        for service, number in victims:
            await self._kill(service, number)
        armed = self._armed(point)
        armed.start()
        with contextlib.suppress(AssertionError):
            await until(lambda: not armed.alive, within_s=POINT_WITHIN_S)
        if armed.ended_with != -signal.SIGKILL:
            self._told(f"{point.name} was not reached ({armed.ended_with})")
            await asyncio.to_thread(armed.kill)
        else:
            self.points[point.name] = round(time.monotonic() - self._began, 1)
            self.kills[point.service] += 1
            self._told(f"{point.service} 1 ended itself at {point.name}")
        if point.service == "notify":
            await asyncio.to_thread(self.in_flight.after_a_senders_death)
        self._claimed.discard(point.service)
        for service, number in victims:
            self._start_again(service, number)

    def _armed(self, point: Point) -> Process:
        stack = self.town.stack
        return Service(
            point.service,
            replica=0,
            port=int(stack.service_url(point.service, 0).rpartition(":")[2]),
            env={**stack.env_for(point.service), "SAMSPILL_DIE_AT": point.name},
            log=stack.log(f"{point.service}-0"),
        ).process

    # --- the neighbours ----------------------------------------------------------------------------

    async def _part(self, name: str, *, at: float) -> None:
        await asyncio.sleep(at)
        since = time.time()
        await asyncio.to_thread(self.town.stack.kill, name)
        self.kills[name] += 1
        self._told(f"{name} killed")
        await asyncio.sleep(AWAY_S)
        await self._until_started(name)
        self._told(f"{name} is back")
        if name == "mongodb":
            await asyncio.sleep(AWAY_S)
            self.in_flight.while_nothing_could_be_recorded(since, time.time())

    def _told(self, what: str) -> None:
        self.say(f"{time.monotonic() - self._began:6.1f} s  {what}")
