"""A school's, or the municipality's, own words in a letter: in versions, each approved by another (B55)."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Literal

from pydantic import AwareDatetime, Field

from shared.clock import OSLO
from shared.errors import Conflict, Refusal
from shared.i18n import Language
from shared.storage.aggregate import Aggregate

MUNICIPALITY = "municipality"
Step = Literal["draft", "approved", "withdrawn"]


class Wording(Aggregate):
    """One version. `level` is a school's id, or the municipality; `texts` replace ours, by language."""

    level: str
    letter: str
    texts: dict[Language, dict[str, str]] = Field(default_factory=dict)
    drafted_by: str
    drafted_at: AwareDatetime
    approved_by: str | None = None
    approved_at: AwareDatetime | None = None
    live_at: AwareDatetime | None = None
    withdrawn_at: AwareDatetime | None = None

    def clear(self) -> Mapping[str, Any]:
        return {
            "level": self.level,
            "letter": self.letter,
            "step": self.step,
            "live_at": self.live_at,
            "drafted_at": self.drafted_at,
        }

    def scope(self) -> str:
        return "wordings"

    @property
    def step(self) -> Step:
        if self.withdrawn_at is not None:
            return "withdrawn"
        return "draft" if self.live_at is None else "approved"

    def approve(self, live_from: date, *, by: str, at: datetime) -> None:
        """Let it go live on that day, never earlier than now. Whoever wrote it does not approve it."""
        if by == self.drafted_by:
            raise Refusal("wording-own-draft")
        if self.step != "draft":
            raise Conflict("wording-not-draft")
        self.approved_by, self.approved_at = by, at
        self.live_at = max(at, datetime.combine(live_from, time(), OSLO))

    def withdraw(self, at: datetime) -> None:
        """From now on the version before it, or our own words, count again."""
        if self.withdrawn_at is None:
            self.withdrawn_at = at

    def holds_for(self, letter: str, made_at: datetime) -> bool:
        """Whether a letter made at that moment is written with it, as long as none is newer."""
        if self.letter != letter or self.live_at is None or self.live_at > made_at:
            return False
        return self.withdrawn_at is None or made_at < self.withdrawn_at
