"""Order: show every twenty seconds that escalation is alive, and measure what is due and not yet fired."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from services.escalation.domain.beat import BEAT_ID, EVERY_S, Beat
from services.escalation.queries.alive import alive
from services.escalation.storage.house import Escalation
from shared.observability.metrics import ESCALATION_ALIVE, ESCALATION_BEAT_SECONDS, OLDEST_DUE_SECONDS


def beating(house: Escalation) -> Callable[[], Awaitable[None]]:
    """Beat at once and then regularly, until cancelled. Two processes may both beat."""

    async def beat_on() -> None:
        while True:
            await beat(house, datetime.now(UTC))
            await measure(house, datetime.now(UTC))
            await asyncio.sleep(EVERY_S)

    return beat_on


async def beat(house: Escalation, now: datetime) -> None:
    await house.beats.change(BEAT_ID, lambda it: it.send(now), new=Beat.first)


async def measure(house: Escalation, now: datetime) -> None:
    """What anybody outside can see of us, as metrics of this process."""
    seen = await alive(now, house=house)
    ESCALATION_ALIVE.set(seen.alive)
    OLDEST_DUE_SECONDS.set(seen.oldest_due_s)
    for way, took in (("kafka", seen.kafka_s), ("mail", seen.mail_s)):
        if took is not None:
            ESCALATION_BEAT_SECONDS.labels(way).set(took)
