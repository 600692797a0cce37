"""Guardians who report, one report after the other, and do not give up before they have a receipt."""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import httpx

from tests.bench.load.people import Guardian, signed_in
from tests.chaos.patience import persist
from tests.chaos.town import Town

PATIENCE_S = 60.0


@dataclass(frozen=True)
class Acknowledged:
    """A report for which a receipt came."""

    key: str
    guardian: Guardian
    report_id: str
    numbers: tuple[str, ...]
    tries: int


@dataclass
class Senders:
    """Closed loop: each guardian has one report under way, with the same key until it is acknowledged."""

    town: Town
    people: Sequence[Guardian]
    seed: int
    pause_s: tuple[float, float] = (0.1, 0.3)
    acknowledged: list[Acknowledged] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    given_up: list[str] = field(default_factory=list)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Send until `stopping` is set; what is under way then is still carried through."""
        limits = httpx.Limits(max_connections=len(self.people), max_keepalive_connections=len(self.people))
        async with httpx.AsyncClient(
            base_url=self.town.stack.base_url, trust_env=False, timeout=10, limits=limits
        ) as http:
            await asyncio.gather(*(self._send(http, place) for place in range(len(self.people))))

    async def _send(self, http: httpx.AsyncClient, place: int) -> None:
        rng = random.Random(f"{self.seed}/{place}")
        guardian = self.people[place]
        headers = dict(signed_in(self.town.stack, guardian.person_id, "guardian"))
        number = 0
        while not self.stopping.is_set():
            key = f"storm-{self.seed:08d}-{place:03d}-{number:06d}"
            body = guardian.report(f"Hun kommer hjem og vil ikke si hvorfor ({place}.{number}).")
            await self._until_acknowledged(http, key, guardian, headers, body)
            number += 1
            await asyncio.sleep(rng.uniform(*self.pause_s))

    async def _until_acknowledged(
        self, http: httpx.AsyncClient, key: str, guardian: Guardian, headers: dict[str, str], body: str
    ) -> None:
        reply = await persist(
            http,
            "POST",
            "/api/intake/reports",
            content=body,
            headers={**headers, "Idempotency-Key": key, "Content-Type": "application/json"},
            within_s=PATIENCE_S,
            answers=self.answers,
        )
        if reply.answer is None or not reply.is_success:
            self.given_up.append(key)
            return
        said = reply.answer.json()
        numbers = tuple(case["number"] for case in said["cases"])
        self.acknowledged.append(Acknowledged(key, guardian, said["report_id"], numbers, reply.tries))
