"""That intake is alive and what it says of access gets through: it takes the same way as the snapshots."""

from datetime import datetime

from pydantic import AwareDatetime

from shared.contracts.access import AccessHeartbeatV1
from shared.contracts.topics import INTAKE_ACCESS
from shared.storage.aggregate import Aggregate

HEARTBEAT_ID = "heartbeat_access"
EVERY_S = 15.0


class Heartbeat(Aggregate):
    sent_at: AwareDatetime | None = None

    def beat(self, at: datetime) -> None:
        """Into every partition, so that who hears them all knows that nothing is missing. Machine time."""
        self.sent_at = at
        for partition in range(INTAKE_ACCESS.partitions):
            self._record(AccessHeartbeatV1(sent_at=at, partition=partition))
