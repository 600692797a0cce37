"""What is due is fired; what fails waits for its next try, and nobody waits for it."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from shared.identifiers import new_id
from shared.observability.metrics import TIMERS_BEHIND, TIMERS_LOOKED
from shared.storage.aggregate import Aggregate
from shared.storage.leases import Lease
from shared.storage.store import Store
from shared.timers import Due, Timers
from tests.shared.moments import NOON
from tests.shared.storage.conftest import Room, room
from tests.shared.waiting import until

__all__ = ["room"]

pytestmark = pytest.mark.stack


class Alarm(Aggregate):
    due_at: datetime | None = NOON

    def clear(self) -> Mapping[str, Any]:
        return {"due_at": self.due_at}

    def ring(self) -> None:
        self.due_at = None


async def test_what_fails_is_tried_again_after_a_while_and_not_at_every_look(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(
        room.database,
        "alarms",
        Alarm,
        service="intake",
        keys=room.keys(),
        exchange=room.exchange,
        clock=room.clock,
    )
    broken, works = Alarm(id=new_id("alarm")), Alarm(id=new_id("alarm"))
    await store.add(broken)
    await store.add(works)
    tried: list[str] = []

    async def fire(id_: str, _now: datetime) -> None:
        tried.append(id_)
        if id_ == broken.id and tried.count(id_) < 3:
            raise RuntimeError
        await store.change(id_, Alarm.ring)

    lease = Lease(room.database, "timers")
    monkeypatch.setattr(lease, "held", lambda: True)
    timers = Timers([Due(store, fire)], lease=lease, clock=room.clock)
    assert await timers.fire_due() == 1
    for _ in range(5):
        assert await timers.fire_due() == 0

    def passes(seconds: float) -> None:
        timers._trouble = {one: (tries, until - seconds) for one, (tries, until) in timers._trouble.items()}

    assert sorted(tried) == sorted([broken.id, works.id])
    passes(1.1)
    await timers.fire_due()
    passes(1.1)  # the second pause is longer
    await timers.fire_due()
    assert tried.count(broken.id) == 2
    passes(5)
    assert await timers.fire_due() == 1
    assert timers._trouble == {}


async def test_what_is_due_and_not_done_is_counted_for_the_alarm(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(
        room.database,
        "alarms",
        Alarm,
        service="intake",
        keys=room.keys(),
        exchange=room.exchange,
        clock=room.clock,
    )
    left_lying = Alarm(id=new_id("alarm"), due_at=NOON - timedelta(minutes=2))
    await store.add(left_lying)
    await store.add(Alarm(id=new_id("alarm"), due_at=NOON + timedelta(minutes=2)))

    async def fire(_id: str, _now: datetime) -> None:
        raise RuntimeError

    lease = Lease(room.database, "timers")
    monkeypatch.setattr(lease, "held", lambda: True)
    timers = Timers([Due(store, fire)], lease=lease, clock=room.clock)
    running = asyncio.ensure_future(timers.run())
    try:
        await until(lambda: TIMERS_BEHIND._value.get() == 1 and TIMERS_LOOKED._value.get() > 0)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    await store.change(left_lying.id, Alarm.ring)
    assert await timers.behind() == 0
