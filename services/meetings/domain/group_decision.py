"""Whether a meeting for all the parents is right, as leadership decides in each case (R45)."""

from datetime import datetime
from typing import Any, Literal, Self

from services.meetings.domain.in_a_case import InACase
from shared.errors import Conflict
from shared.identifiers import derived_id

Choice = Literal["hold", "another_way"]
Way = Literal["small_groups", "calls", "letter"]


class NotDecided(Conflict):
    """No invitation to a group goes out before leadership has decided that the meeting is right."""

    def __init__(self) -> None:
        super().__init__("group-meeting-not-decided")


class GroupDecision(InACase):
    """The last decision of one group case; a new one replaces it, the history keeps them all."""

    choice: Choice
    way: Way | None = None
    reason: str | None = None
    decided_by: str
    decided_at: datetime

    @classmethod
    def id_for(cls, case_id: str) -> str:
        return derived_id("decision", case_id)

    @classmethod
    def made(
        cls,
        *,
        case_id: str,
        school_id: str,
        choice: Choice,
        by: str,
        at: datetime,
        way: Way | None = None,
        reason: str | None = None,
    ) -> Self:
        return cls(
            id=cls.id_for(case_id),
            case_id=case_id,
            school_id=school_id,
            choice=choice,
            way=way,
            reason=reason,
            decided_by=by,
            decided_at=at,
        )

    def decide(self, choice: Choice, *, by: str, at: datetime, way: Way | None, reason: str | None) -> None:
        self.choice, self.way, self.reason = choice, way, reason
        self.decided_by, self.decided_at = by, at

    def clear(self) -> dict[str, Any]:
        return {"case_id": self.case_id, "choice": self.choice}
