"""What came out of a meeting and has an owner and a date: found out, kept, answered (R17, R20, R28, R35)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Self

from services.meetings.domain.content import Concerned
from services.meetings.domain.in_a_case import InACase
from services.meetings.domain.meeting import Meeting
from shared.contracts.meetings import CriticismAnsweredV1, CriticismRaisedV1, MeetingKind
from shared.contracts.tasks import TaskList
from shared.identifiers import derived_id

FollowUpKind = Literal["unclear", "agreed", "criticism", "debrief"]

_TASK: Mapping[FollowUpKind, tuple[str, TaskList]] = {
    "unclear": ("unclear-to-find-out", "do"),
    "agreed": ("agreement-to-keep", "do"),
    "criticism": ("criticism-to-answer", "write"),
    "debrief": ("agreed-after-meeting", "do"),
}
_TO_DO = "todo"
_REPORT = "/report"


class FollowUp(InACase):
    """One thing that somebody at the school, or at the owner's, sees to; its text stays sealed here."""

    meeting_id: str
    meeting_kind: MeetingKind
    kind: FollowUpKind
    text: str
    owner_id: str
    due_at: datetime
    raised_by: str
    raised_at: datetime
    concerns: Concerned | None = None
    party_id: str | None = None
    contact_id: str
    home: tuple[str, ...] = ()
    answer: str | None = None
    done_at: datetime | None = None
    done_by: str | None = None

    @classmethod
    def id_for(cls, kind: FollowUpKind, *parts: str) -> str:
        return derived_id("followup", kind, *parts)

    @classmethod
    def of(
        cls, meeting: Meeting, kind: FollowUpKind, item_id: str, *, by: str, at: datetime, **told: Any
    ) -> Self:
        """One that has not been put on anybody's list yet; the same item is the same follow-up."""
        return cls(
            id=cls.id_for(kind, meeting.id, item_id),
            case_id=meeting.case_id,
            school_id=meeting.school_id,
            meeting_id=meeting.id,
            meeting_kind=meeting.kind,
            kind=kind,
            raised_by=by,
            raised_at=at,
            contact_id=meeting.contact_id,
            home=tuple(one.person_id for one in meeting.participants if one.side == "home"),
            **told,
        )

    def clear(self) -> Mapping[str, Any]:
        return {
            "case_id": self.case_id,
            "meeting_id": self.meeting_id,
            "owner_id": self.owner_id,
            "kind": self.kind,
            "done": self.done_at is not None,
        }

    @property
    def by_the_report(self) -> bool:
        """That an employee has offended a pupil goes the way of § 12-5: it is reported, not answered."""
        return self.concerns == "staff_offends"

    @property
    def told(self) -> Sequence[str]:
        """Who reads the answer: the one who raised it, or everyone from the home when nobody is named."""
        return (self.party_id,) if self.party_id else self.home

    def raise_(self) -> None:
        """Put it on its owner's list, with its time; a second time changes nothing."""
        if self.tasks_opened:
            return
        code, list_ = _TASK[self.kind]
        self._open_task(
            _TO_DO,
            "staff-offends-to-report" if self.by_the_report else code,
            list="do" if self.by_the_report else list_,
            owner_id=self.owner_id,
            at=self.raised_at,
            due_at=self.due_at,
            path=_REPORT if self.by_the_report else f"/meetings/follow-ups/{self.id}",
        )
        if self.concerns is not None:
            self._record(
                CriticismRaisedV1(
                    **self._of_meeting(self.raised_at, self.raised_by),
                    criticism_id=self.id,
                    concerns=self.concerns,
                    owner_id=self.owner_id,
                    answer_by=self.due_at,
                )
            )

    def reword(self, text: str) -> None:
        """As the draft says it now; what has been answered stays as it was answered."""
        if self.done_at is None:
            self.text = text

    def finish(self, answer: str | None, *, by: str, at: datetime) -> None:
        """Done, with what came of it. The first answer stands."""
        if self.done_at is not None:
            return
        self.answer, self.done_by, self.done_at = answer, by, at
        self._close_task(_TO_DO, at=at, by=by)
        if self.kind == "criticism" and not self.by_the_report:
            self._record(
                CriticismAnsweredV1(
                    **self._of_meeting(at, by),
                    criticism_id=self.id,
                    contact_id=self.contact_id,
                    person_ids=tuple(self.told),
                )
            )

    def _of_meeting(self, at: datetime, by: str) -> dict[str, Any]:
        return {**self._common(at, by), "meeting_id": self.meeting_id, "kind": self.meeting_kind}
