"""A clock's moment has come: remind, or tell that a promise was not kept. Called by the timers."""

from dataclasses import asdict
from datetime import datetime

from services.escalation.domain.clock import REMINDER, Clock
from services.escalation.queries.told_how import told_how
from services.escalation.queries.who_is_told import told_by
from services.escalation.storage.house import Escalation
from shared.observability.logs import get_logger
from shared.observability.metrics import TIMER_LATE_SECONDS, TIMERS_FIRED

log = get_logger()


async def ring_clock(clock_id: str, now: datetime, *, house: Escalation) -> None:
    """Say what is due at that moment, once; late rather than never, and then saying how late."""
    clock = await house.clocks.get(clock_id)
    if clock is None:
        return
    told = await told_by(clock, now, house.directory, await house.cases.get(clock.case_id))
    [people] = told.values() or [()]
    how = asdict(await told_how(clock, people, now, house=house))
    step = await house.clocks.change(clock_id, lambda it: it.ring(now, told, path=_path(it), **how))
    if step is None or step == REMINDER:
        return
    TIMERS_FIRED.labels(str(clock.code)).inc()
    late_s = (now - clock.steps[step - 1].at).total_seconds()
    TIMER_LATE_SECONDS.observe(late_s)
    log.info("clock.overdue", clock_id=clock_id, clock=str(clock.code), step=step, late_s=late_s)


def _path(clock: Clock) -> str:
    return f"/cases/{clock.case_id}"
