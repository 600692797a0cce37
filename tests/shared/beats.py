"""A heartbeat of access in every partition, as intake sends them."""

from collections.abc import Sequence
from datetime import UTC, datetime

from shared.contracts.access import AccessHeartbeatV1
from shared.contracts.topics import INTAKE_ACCESS


def beats(at: datetime | None = None, *, but: Sequence[int] = ()) -> list[AccessHeartbeatV1]:
    """One for each partition (but for those left out), sent at that moment of machine time, or now."""
    return [
        AccessHeartbeatV1(sent_at=at or datetime.now(UTC), partition=partition)
        for partition in range(INTAKE_ACCESS.partitions)
        if partition not in but
    ]
