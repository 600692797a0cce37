"""Order: tell the other services, every 15 seconds, that what they know of access can still be trusted."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from services.intake.domain.heartbeat import EVERY_S, HEARTBEAT_ID, Heartbeat
from services.intake.storage.house import Intake


def beating(house: Intake) -> Callable[[], Awaitable[None]]:
    """Beat at once and then regularly, until cancelled.

    A beat says no more than that what was decided before its moment has been sent: it is dated before the
    oldest change of access that still lies in an outbox. Two processes may both beat: nothing comes of it.
    """

    async def beat_on() -> None:
        while True:
            # Machine time: how old permission is must not depend on the clock the demo moves.
            await beat(house, datetime.now(UTC))
            await asyncio.sleep(EVERY_S)

    return beat_on


async def beat(house: Intake, now: datetime) -> None:
    oldest = await house.access.oldest_waiting()
    at = now if oldest is None else min(now, oldest)
    await house.heartbeats.change(
        HEARTBEAT_ID, lambda it: it.beat(at), new=lambda: Heartbeat(id=HEARTBEAT_ID)
    )
