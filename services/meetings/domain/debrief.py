"""After a meeting those from the school talk it through. Stored is that they did, not what was said.

Facts belong in the case, feelings in the room (R34). What is to be done next becomes follow-ups of the case.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from services.meetings.domain.in_a_case import InACase
from services.meetings.domain.meeting import Meeting
from shared.calendar import add_working_days
from shared.identifiers import derived_id

HOLD_WITHIN_WORKING_DAYS = 1
TO_HOLD, TO_LOOK_IN = "hold", "look-in"


class Debrief(InACase):
    """One meeting's. Offered, never demanded; a debrief that is not held stops nothing."""

    meeting_id: str
    held_at: datetime | None = None
    held_by: str | None = None

    @classmethod
    def id_for(cls, meeting_id: str) -> str:
        return derived_id("debrief", meeting_id)

    @classmethod
    def of(cls, meeting: Meeting) -> Self:
        return cls(
            id=cls.id_for(meeting.id),
            case_id=meeting.case_id,
            school_id=meeting.school_id,
            meeting_id=meeting.id,
        )

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id, "meeting_id": self.meeting_id, "held": self.held_at is not None}

    def offer(self, *, contact_id: str, colleague_id: str | None, at: datetime) -> None:
        """Ask the contact to take the talk, and after a hard meeting a colleague to look in; once."""
        if self.tasks_opened:
            return
        due = add_working_days(at, HOLD_WITHIN_WORKING_DAYS).at
        path = f"/meetings/{self.meeting_id}/debrief"
        self._open_task(
            TO_HOLD, "debrief-to-hold", list="meet", owner_id=contact_id, at=at, due_at=due, path=path
        )
        if colleague_id is not None:
            self._open_task(
                TO_LOOK_IN,
                "look-in-on-staff",
                list="do",
                owner_id=colleague_id,
                at=at,
                due_at=due,
                path=path,
            )

    def hold(self, *, by: str, at: datetime) -> None:
        """It was held. The first time counts."""
        if self.held_at is None:
            self.held_at, self.held_by = at, by
        self._close_task(TO_HOLD, at=at, by=by)

    def looked_in(self, *, by: str, at: datetime) -> None:
        """Somebody has looked in on those who had the meeting; how they are is not written down (P22)."""
        self._close_task(TO_LOOK_IN, at=at, by=by)
