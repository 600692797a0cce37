"""What a service's clock orders: due things are looked for often, and fire late rather than never.

An aggregate that has something to do at a moment shows it as the clear field `due_at` (business time); the
command it triggers moves or clears that field in the same write, so a due moment fires once.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from shared.clock import Clock
from shared.errors import Refusal, Unavailable
from shared.observability.logs import get_logger
from shared.observability.metrics import TIMERS_BEHIND, TIMERS_FIRED, TIMERS_LOOKED
from shared.storage.leases import Lease
from shared.storage.store import Store

log = get_logger()

LOOK_EVERY_S = 0.25
AUDIT_EVERY_S = 15.0
BEHIND_AFTER = timedelta(minutes=1)
AT_ONCE = 200
BACK_OFF_S = (1.0, 5.0, 15.0, 60.0, 300.0)
DUE_FIELD = "due_at"
EVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Due:
    """Aggregates of this store are given to `fire` when their `due_at` has come."""

    store: Store[Any]
    fire: Callable[[str, datetime], Awaitable[None]]


@dataclass
class TimersHealth:
    """Monotonic seconds, and counters of this process."""

    leading: bool = False
    last_look: float = field(default_factory=time.monotonic)
    fired: int = 0
    failed: int = 0


class Timers:
    """Fires what is due, in the order it was due, from one process at a time.

    What fails is tried again after a while that grows to five minutes; the others do not wait for it.
    """

    def __init__(self, dues: Sequence[Due], *, lease: Lease, clock: Clock) -> None:
        self._dues = dues
        self._lease = lease
        self._clock = clock
        self._trouble: dict[tuple[str, str], tuple[int, float]] = {}
        self._audited = 0.0
        self.health = TimersHealth()

    async def prepare(self) -> None:
        for due in self._dues:
            await due.store.index(DUE_FIELD, partial={DUE_FIELD: {"$gt": EVER}})

    async def run(self) -> None:
        """Lead when it is our turn and fire; runs until cancelled."""
        keeping = asyncio.ensure_future(self._lease.keep())
        try:
            while True:
                self.health.leading = self._lease.held()
                if self.health.leading:
                    try:
                        await self.fire_due()
                        await self._audit_now_and_then()
                    except Unavailable as down:
                        log.warning("timers.wait", neighbour=down.neighbour)
                self.health.last_look = time.monotonic()
                await asyncio.sleep(LOOK_EVERY_S)
        finally:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)

    async def fire_due(self) -> int:
        """Fire all that is due now; the number of things fired."""
        fired = 0
        for due in self._dues:
            now = self._clock.now()
            failed = self._resting(due)
            while self._lease.held():
                ids = await due.store.ids(
                    {DUE_FIELD: {"$gt": EVER, "$lte": now}, "_id": {"$nin": sorted(failed)}},
                    sort=[(DUE_FIELD, 1)],
                    limit=AT_ONCE,
                )
                if not ids:
                    break
                outcomes = await asyncio.gather(*(self._fire(due, id_, now) for id_ in ids))
                for id_, worked in zip(ids, outcomes, strict=True):
                    if worked:
                        self._trouble.pop((due.store.name, id_), None)
                    else:
                        failed.add(id_)
                        self._rest((due.store.name, id_))
                fired += sum(outcomes)
        self.health.fired += fired
        return fired

    async def behind(self) -> int:
        """How many things have been due for over a minute: what the timers should have done and have not."""
        before = self._clock.now() - BEHIND_AFTER
        return sum([await one.store.count({DUE_FIELD: {"$gt": EVER, "$lte": before}}) for one in self._dues])

    async def _audit_now_and_then(self) -> None:
        """Say that the clocks are looked after, and whether something was left lying."""
        TIMERS_LOOKED.set_to_current_time()
        if time.monotonic() - self._audited >= AUDIT_EVERY_S:
            TIMERS_BEHIND.set(await self.behind())
            self._audited = time.monotonic()

    def _resting(self, due: Due) -> set[str]:
        """What failed a moment ago and waits for its next try."""
        now = time.monotonic()
        return {
            id_
            for (store, id_), (_, until) in self._trouble.items()
            if store == due.store.name and until > now
        }

    def _rest(self, subject: tuple[str, str]) -> None:
        tries = self._trouble.get(subject, (0, 0.0))[0]
        wait = BACK_OFF_S[min(tries, len(BACK_OFF_S) - 1)]
        self._trouble[subject] = (tries + 1, time.monotonic() + wait)

    async def _fire(self, due: Due, id_: str, now: datetime) -> bool:
        try:
            await due.fire(id_, now)
        except Unavailable:
            raise
        except Refusal as refused:
            log.warning("timer.refused", subject=id_, code=refused.code)
        except Exception as error:
            log.error("timer.failed", subject=id_, exc_info=error)  # noqa: TRY400 - the scrubber wants it named
        else:
            TIMERS_FIRED.labels(due.store.name).inc()
            return True
        self.health.failed += 1
        return False
