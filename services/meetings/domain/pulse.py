"""Two questions to a parent after a meeting: were they heard, do they feel safe about what comes.

Voluntary. A low answer makes the leader ring; nothing is added up, and nobody is graded (R27).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, Self

from services.meetings.domain.in_a_case import InACase
from services.meetings.domain.meeting import Meeting
from shared.calendar import add_working_days
from shared.identifiers import derived_id

Score = Literal["1", "2", "3", "4"]

LOW: frozenset[str] = frozenset({"1", "2"})
RING_WITHIN_WORKING_DAYS = 1
TO_RING = "low"


class Pulse(InACase):
    """One parent's answers about one meeting; each may be left out."""

    meeting_id: str
    person_id: str
    was_heard: Score | None = None
    feels_safe: Score | None = None
    answered_at: datetime | None = None

    @classmethod
    def of(cls, meeting: Meeting, person_id: str) -> Self:
        return cls(
            id=cls.id_for(meeting.id, person_id),
            case_id=meeting.case_id,
            school_id=meeting.school_id,
            meeting_id=meeting.id,
            person_id=person_id,
        )

    @classmethod
    def id_for(cls, meeting_id: str, person_id: str) -> str:
        return derived_id("pulse", meeting_id, person_id)

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id, "meeting_id": self.meeting_id}

    def answer(self, heard: Score | None, safe: Score | None, *, leader_id: str, at: datetime) -> None:
        """The latest answer counts; a low one puts a call on the leader's list, once."""
        if heard is None and safe is None:
            return
        self.was_heard, self.feels_safe, self.answered_at = heard, safe, at
        if {heard, safe} & LOW and not self.tasks_opened:
            self._open_task(
                TO_RING,
                "parent-to-hear-out",
                list="ring",
                owner_id=leader_id,
                about_person_id=self.person_id,
                at=at,
                due_at=add_working_days(at, RING_WITHIN_WORKING_DAYS).at,
                path=f"/meetings/{self.meeting_id}/pulse",
            )

    def heard_out(self, *, by: str, at: datetime) -> None:
        """The leader has talked with the parent."""
        self._close_task(TO_RING, at=at, by=by)
