"""Whether a whole municipality is trying things out: every letter is written, and none leaves (B64)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import AwareDatetime

from shared.storage.aggregate import Aggregate

TRIAL = "trial"


class Trial(Aggregate):
    """One per municipality. What was kept here while it was on never goes by itself afterwards."""

    on: bool = False
    changed_at: AwareDatetime | None = None
    changed_by: str | None = None

    def clear(self) -> Mapping[str, Any]:
        return {"on": self.on}

    def turn(self, *, on: bool, by: str, at: datetime) -> None:
        if self.on != on:
            self.on, self.changed_by, self.changed_at = on, by, at
