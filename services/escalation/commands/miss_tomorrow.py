"""The tick of a "tomorrow" card has not come by its time: alert the colleague. Called by the timers."""

from datetime import datetime

from services.escalation.storage.house import Escalation
from shared.observability.logs import get_logger
from shared.observability.metrics import TIMERS_FIRED

log = get_logger()


async def miss_tomorrow(watch_id: str, now: datetime, *, house: Escalation) -> None:
    """Alert once, unless the tick came or the card was withdrawn."""
    if await house.watches.change(watch_id, lambda watch: watch.miss(now)):
        TIMERS_FIRED.labels("tomorrow").inc()
        log.info("tomorrow.missed", watch_id=watch_id)
