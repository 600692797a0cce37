from datetime import UTC, datetime

from services.escalation.domain.beat import BEAT_ID, Beat
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.escalation import EscalationBeatV1
from shared.contracts.notify import BeatAnsweredV1


async def when_beat_came_round(heard: Heard[EscalationBeatV1], *, house: Escalation) -> None:
    """What we said came back to us: MongoDB, the relay, Kafka and the worker all do their part."""
    now = datetime.now(UTC)
    await house.beats.change(BEAT_ID, lambda it: it.come_round(heard.event.sent_at, now), new=Beat.first)


async def when_beat_answered(heard: Heard[BeatAnsweredV1], *, house: Escalation) -> None:
    event, now = heard.event, datetime.now(UTC)
    await house.beats.change(
        BEAT_ID, lambda it: it.answered(event.sent_at, now, mail=event.mail), new=Beat.first
    )
