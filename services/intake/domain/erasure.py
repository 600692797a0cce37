"""That a case was erased: who decided it, which services have done it, and how it can be checked.

The certificate holds nothing of whom the case was about: its number, its school, moments and counts.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.erasing import CaseErasureOrderedV1
from shared.contracts.topics import SERVICES
from shared.erasing import SCOPE
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

Ground = Literal["retention", "decision", "mistake"]


class Confirmation(BaseModel):
    """What one service has answered."""

    model_config = ConfigDict(frozen=True)

    at: AwareDatetime
    removed: int


class Erasure(Aggregate):
    """One order to erase one case. Not under the case's key, which it survives."""

    of: str
    number: str
    school_id: str
    ground: Ground
    ordered_by: str
    ordered_at: AwareDatetime
    confirmed: dict[str, Confirmation] = Field(default_factory=dict)

    def clear(self) -> Mapping[str, Any]:
        return {"ordered_at": self.ordered_at, "complete": self.complete}

    def scope(self) -> str:
        return SCOPE

    @property
    def missing(self) -> list[str]:
        """The services that have not answered yet."""
        return [one for one in SERVICES if one not in self.confirmed]

    @property
    def complete(self) -> bool:
        return not self.missing

    def ordered(self) -> "Erasure":
        """Say it; called once, on a new one."""
        self._record(self.says()[0])
        return self

    def says(self) -> tuple[CaseErasureOrderedV1, None]:
        """The order; also what is said again after a backup was restored somewhere."""
        return CaseErasureOrderedV1(case_id=self.of, order_id=self.id, ordered_at=self.ordered_at), None

    def confirm(self, service: str, at: datetime, removed: int) -> None:
        """A service has done it; its first answer counts."""
        self.confirmed.setdefault(service, Confirmation(at=at, removed=removed))


def erasure_id_of(case_id: str) -> str:
    return derived_id("erasure", case_id)
