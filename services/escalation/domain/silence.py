"""A silence: what a school's unkept promises would tell the owner is not told, with a reason and an end.

For serious cases it takes two people. The unkept promises stand on the owner's page all the same.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from pydantic import AwareDatetime

from services.escalation.domain.clock import Clock
from services.escalation.domain.quiet import NEVER_SILENT, is_serious
from shared.errors import Conflict, Refusal
from shared.storage.aggregate import Aggregate

LONGEST = timedelta(days=14)


class Silence(Aggregate):
    school_id: str
    reason: str
    serious: bool = False
    """Whether it covers serious cases too: then it counts once a second person has agreed."""
    until: AwareDatetime
    by: str
    at: AwareDatetime
    agreed_by: str | None = None
    agreed_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None

    @classmethod
    def begin(
        cls,
        id_: str,
        *,
        school_id: str,
        reason: str,
        serious: bool,
        until: datetime,
        by: str,
        at: datetime,
    ) -> "Silence":
        if not reason:
            raise Refusal("silence-reason-needed", fields={"reason": "silence-reason-needed"})
        if not at < until <= at + LONGEST:
            raise Refusal("silence-too-long", fields={"until": "silence-too-long"})
        return cls(id=id_, school_id=school_id, reason=reason, serious=serious, until=until, by=by, at=at)

    def clear(self) -> Mapping[str, Any]:
        return {"school_id": self.school_id, "until": self.until, "ended": self.ended_at is not None}

    def agree(self, by: str, at: datetime) -> None:
        """A second person agrees that serious cases are silent too."""
        if by == self.by:
            raise Conflict("needs-another-person")
        if self.agreed_by is None:
            self.agreed_by, self.agreed_at = by, at

    def end(self, at: datetime) -> None:
        self.ended_at = self.ended_at or at

    def holds_at(self, now: datetime) -> bool:
        return self.ended_at is None and self.at <= now < self.until

    def covers(self, clock: Clock, now: datetime) -> bool:
        """Whether what this clock tells the owner is not told now."""
        if not self.holds_at(now) or clock.school_id != self.school_id or clock.code in NEVER_SILENT:
            return False
        return not is_serious(clock) or (self.serious and self.agreed_by is not None)
