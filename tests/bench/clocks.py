"""Finding and firing what is due while a million clocks are open, beside the same among a thousand."""

import asyncio
import time
from datetime import datetime, timedelta
from typing import Any

from pymongo import InsertOne

from services.escalation.domain.clock import Clock
from services.escalation.domain.clock_values import DEFAULT_VALUES, ClockCode
from shared.clock import FixedClock
from shared.identifiers import derived_id, new_id
from shared.storage.leases import Lease
from shared.storage.store import Store
from shared.timers import Due, Timers
from tests.bench.harness import Figure
from tests.bench.place import NOW, Place

FEW, MANY = 1_000, 1_000_000
DUE = 2_000
AT_ONCE = 10_000
WITHIN_S = 10.0
ROUNDS = 3
_TOLD = ("person_bench",)


async def clocks_due(place: Place) -> Figure:
    """Clocks fired a second among a million, against among a thousand."""
    few, many = await _house(place, "few", FEW), await _house(place, "many", MANY)
    rates = [(await _fired(many, DUE), await _fired(few, DUE)) for _ in range(ROUNDS)]
    at_once = AT_ONCE / await _fired(many, AT_ONCE)
    ratios = sorted(one / other for one, other in rates)
    return Figure.against(
        (sorted(one for one, _ in rates)[1], sorted(other for _, other in rates)[1], ratios),
        unit="clocks/s",
        reach=round(1 / 1.2, 2),
        aim=0.95,
        ran=f"{MANY:,} open clocks against {FEW:,}; {DUE:,} due each time, one leader",
        more={f"{AT_ONCE}_due_at_once_s": round(at_once, 1)},
    )


class _House:
    def __init__(self, place: Place, store: Store[Clock]) -> None:
        self.store = store
        self.clock = FixedClock(NOW + timedelta(days=3))
        self.lease = Lease(place.database, f"timers_{store.name}")
        self.timers = Timers([Due(store, self._ring)], lease=self.lease, clock=self.clock)

    async def _ring(self, id_: str, now: datetime) -> None:
        await self.store.change(id_, lambda it: _rung(it, now))


def _rung(clock: Clock, now: datetime) -> None:
    # The reminder is past: the first step is due, and its task is closed by nobody here.
    clock.ring(now, {1: _TOLD})


async def _house(place: Place, name: str, count: int) -> _House:
    house = _House(place, place.store(f"clocks_{name}", Clock))
    await house.store.prepare()
    await house.timers.prepare()
    far = NOW + timedelta(days=400)
    for start in range(0, count, 20_000):
        rows: list[Any] = [
            InsertOne({"_id": derived_id("clock", name, str(n)), "c": {"due_at": far, "state": "running"}})
            for n in range(start, min(start + 20_000, count))
        ]
        await house.store.collection.bulk_write(rows, ordered=False)
    return house


async def _fired(house: _House, count: int) -> float:
    """Put that many due clocks among the others, and fire them; how many a second."""
    case_id = new_id("case")
    for start in range(0, count, 500):
        made = (_clock(case_id, n) for n in range(start, min(start + 500, count)))
        await asyncio.gather(*(house.store.add(one) for one in made))
    await house.lease.acquire()
    began = time.perf_counter()
    fired = await house.timers.fire_due()
    took = time.perf_counter() - began
    assert fired == count
    await house.store.collection.delete_many({"c.case_id": case_id})
    return count / took


def _clock(case_id: str, number: int) -> Clock:
    term = DEFAULT_VALUES.term(ClockCode.CONTACT, NOW)
    return Clock.start(
        subject_id=f"{case_id}:{number}",
        code=ClockCode.CONTACT,
        case_id=case_id,
        school_id="school_bench",
        term=term,
        rule=DEFAULT_VALUES.rules[ClockCode.CONTACT],
        at=NOW,
    )
