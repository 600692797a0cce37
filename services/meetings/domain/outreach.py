"""Parents who may hesitate to come, and who at the school says that they are welcome (R52).

Private to that one person and the leader. It lies under a key of its own, which is destroyed the day after
the meeting; nothing of it is in anybody's history, export or task.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal, Self

from pydantic import BaseModel, Field

from services.meetings.domain.in_a_case import InACase
from services.meetings.domain.meeting import Meeting
from shared.identifiers import derived_id

Why = Literal["new", "language", "first_time", "far", "work", "other"]

FORGOTTEN_AFTER = timedelta(days=1)
TO_REACH = "outreach"


class Welcome(BaseModel):
    """One parent to be in touch with; the reason is a neutral code."""

    person_id: str
    why: Why = "other"
    note: str | None = None
    done_at: datetime | None = None


class Outreach(InACase):
    """The list of one group meeting."""

    meeting_id: str
    responsible_id: str
    forget_at: datetime
    welcomes: list[Welcome] = Field(default_factory=list)

    @classmethod
    def id_for(cls, meeting_id: str) -> str:
        return derived_id("outreach", meeting_id)

    @classmethod
    def scope_for(cls, meeting_id: str) -> str:
        return f"outreach:{meeting_id}"

    @classmethod
    def of(cls, meeting: Meeting, *, responsible_id: str) -> Self:
        return cls(
            id=cls.id_for(meeting.id),
            case_id=meeting.case_id,
            school_id=meeting.school_id,
            meeting_id=meeting.id,
            responsible_id=responsible_id,
            forget_at=meeting.ends_at + FORGOTTEN_AFTER,
        )

    def scope(self) -> str:
        return self.scope_for(self.meeting_id)

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id, "due_at": self.forget_at}

    def keep(
        self, welcomes: list[Welcome], *, responsible_id: str, due_at: datetime, by: str, at: datetime
    ) -> None:
        """The list as it is now; whoever is responsible has one task, which names nobody."""
        if responsible_id != self.responsible_id:
            self._close_task(TO_REACH, at=at, by=by, outcome="moved")
        self.responsible_id, self.welcomes = responsible_id, welcomes
        if any(one.done_at is None for one in welcomes):
            self._open_task(
                TO_REACH,
                "parents-to-welcome",
                list="ring",
                owner_id=responsible_id,
                at=at,
                due_at=due_at,
                path=f"/meetings/{self.meeting_id}/outreach",
            )
        else:
            self._close_task(TO_REACH, at=at, by=by)

    def follow(self, meeting: Meeting) -> None:
        """The meeting was moved: what is kept for it is forgotten the day after it, as before."""
        self.forget_at = meeting.ends_at + FORGOTTEN_AFTER

    def end(self, *, at: datetime) -> None:
        self._close_task(TO_REACH, at=at, outcome="withdrawn")
