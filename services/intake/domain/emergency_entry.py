"""That somebody came in as administrator when nobody could sign in: why, when, and until when (row P16)."""

from collections.abc import Mapping
from typing import Any

from pydantic import AwareDatetime

from shared.storage.aggregate import Aggregate

SCOPE = "emergency-entries"


class EmergencyEntry(Aggregate):
    """One way in, opened at the server; its history is the audit, and no page takes it away."""

    person_id: str
    reason: str
    at: AwareDatetime
    until: AwareDatetime
    used_at: AwareDatetime | None = None

    def clear(self) -> Mapping[str, Any]:
        return {"person_id": self.person_id, "at": self.at}

    def scope(self) -> str:
        return SCOPE

    def use(self, at: AwareDatetime) -> None:
        """Somebody has come in by it; the first time is what is remembered."""
        if self.used_at is None:
            self.used_at = at
