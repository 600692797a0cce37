"""Is escalation alive? What its own heartbeat and the oldest due clock say."""

from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel, Field

from services.escalation.domain.beat import BEAT_ID, Beat
from services.escalation.storage.house import Escalation
from shared.storage.store import Store
from shared.timers import EVER

LATE = timedelta(minutes=1)


class Alive(BaseModel):
    """No names, no schools: anybody may see it."""

    alive: bool = Field(description="a beat came round lately, and nothing due has waited for a minute")
    kafka: bool = Field(description="a beat came back through MongoDB and Kafka within 90 s")
    mail: bool = Field(description="a beat was answered by notify, and the mail server took the question")
    kafka_s: float | None = Field(description="how long the latest beat took through Kafka")
    mail_s: float | None = Field(description="how long the latest beat took by way of the mail server")
    oldest_due_s: float = Field(description="how long the oldest due clock has waited to be fired")


async def alive(now: datetime, *, house: Escalation) -> Alive:
    """`now` is machine time; what is due is asked by business time."""
    beat = await house.beats.get(BEAT_ID) or Beat.first()
    waited = await oldest_due(house)
    kafka = beat.kafka_fresh(now)
    return Alive(
        alive=kafka and waited < LATE.total_seconds(),
        kafka=kafka,
        mail=beat.mail_fresh(now),
        kafka_s=beat.round_s,
        mail_s=beat.mail_s,
        oldest_due_s=waited,
    )


async def oldest_due(house: Escalation) -> float:
    """Seconds that the oldest of what is due has waited; 0 when nothing is."""
    now = house.clock.now()
    moments = [await _first_due(store, now) for store in (house.clocks, house.watches, house.notices)]
    return max([(now - one).total_seconds() for one in moments if one is not None], default=0.0)


async def _first_due(store: Store[Any], now: datetime) -> datetime | None:
    found = await store.find({"due_at": {"$gt": EVER, "$lte": now}}, sort=[("due_at", 1)], limit=1)
    moment: datetime | None = found[0].clear()["due_at"] if found else None
    return moment
