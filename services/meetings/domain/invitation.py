"""One person's invitation to one meeting, and their latest answer."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal, Self

from services.meetings.domain.in_a_case import InACase
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.people import Participant
from services.meetings.domain.refusals import MeetingIsOver
from shared.contracts.meetings import (
    Answer,
    InvitationAnsweredV1,
    InvitationIssuedV1,
    MeetingKind,
    Mode,
    Side,
)
from shared.identifiers import derived_id

Via = Literal["page", "calendar", "staff"]
Delivery = Literal["sent", "undeliverable", "by_hand"]

UNANSWERED, WISH = "unanswered", "wish"
ASK_AFTER_AT_MOST = timedelta(days=1)


class Invitation(InACase):
    """An aggregate of its own, so that three hundred answers to one meeting never wait for each other."""

    meeting_id: str
    person_id: str
    side: Side
    role: str
    kind: MeetingKind
    group_id: str | None = None
    contact_id: str
    starts_at: datetime
    ends_at: datetime
    mode: Mode = "physical"
    room_id: str | None = None
    calendar_uid: str
    sequence: int = 0
    issue: int = 0
    revision: int = 0
    cancelled: bool = False
    answer: Answer | None = None
    interpreter: str | None = None
    support_person: bool = False
    support_name: str | None = None
    proposed: str | None = None
    answered_at: datetime | None = None
    via: Via | None = None
    ask_at: datetime | None = None
    delivery: Delivery | None = None

    @classmethod
    def id_for(cls, meeting_id: str, person_id: str) -> str:
        return derived_id("invitation", meeting_id, person_id)

    @classmethod
    def blank(cls, meeting: Meeting, who: Participant) -> Self:
        """An invitation that has not been issued yet."""
        return cls(
            id=cls.id_for(meeting.id, who.person_id),
            case_id=meeting.case_id,
            school_id=meeting.school_id,
            meeting_id=meeting.id,
            person_id=who.person_id,
            side=who.side,
            role=who.role,
            kind=meeting.kind,
            group_id=meeting.group_id,
            contact_id=meeting.contact_id,
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            calendar_uid=meeting.calendar_uid,
        )

    def clear(self) -> Mapping[str, Any]:
        return {
            "case_id": self.case_id,
            "meeting_id": self.meeting_id,
            "person_id": self.person_id,
            "starts_at": self.starts_at,
            "cancelled": self.cancelled,
            "issue": self.issue,
            "due_at": self.ask_at,
        }

    def tell(self, meeting: Meeting, *, at: datetime) -> None:
        """Tell the invited what the meeting is now: one letter. What they know already tells them nothing.

        A moved meeting asks for a new answer. One who was never told of a meeting is not told that it is off.
        """
        if self.issue >= meeting.issue:
            return
        off = meeting.status == "cancelled"
        if off and self.issue == 0:
            return
        moved = self.starts_at != meeting.starts_at or self.ends_at != meeting.ends_at
        self.issue = meeting.issue
        self.revision += 1
        self.cancelled = off
        self.starts_at, self.ends_at = meeting.starts_at, meeting.ends_at
        self.mode, self.room_id, self.contact_id = meeting.mode, meeting.room_id, meeting.contact_id
        self.sequence, self.delivery = meeting.sequence, None
        if moved:
            self.answer, self.answered_at, self.proposed, self.via = None, None, None, None
        self._close_task(WISH, at=at, outcome="moved")
        if off:
            self._close_task(UNANSWERED, at=at, outcome="withdrawn")
        self.ask_at = self._ask_at(at)
        self._record(
            InvitationIssuedV1(
                **self._told(at, meeting.approved_by),
                starts_at=self.starts_at,
                ends_at=self.ends_at,
                mode=self.mode,
                room_id=self.room_id,
                contact_id=self.contact_id,
                calendar_uid=self.calendar_uid,
                sequence=self.sequence,
                side=self.side,
                method="cancel" if off else "request",
                revision=self.revision,
                invitation_id=self.id,
                person_id=self.person_id,
            )
        )

    def reply(
        self,
        answer: Answer,
        *,
        at: datetime,
        by: str | None,
        via: Via = "page",
        interpreter: str | None = None,
        support_person: bool = False,
        support_name: str | None = None,
        proposed: str | None = None,
    ) -> None:
        """The latest answer counts. The same answer again changes nothing."""
        if self.cancelled or at >= self.ends_at:
            raise MeetingIsOver
        told = (answer, interpreter, support_person, support_name, proposed)
        if told == (self.answer, self.interpreter, self.support_person, self.support_name, self.proposed):
            return
        self.answer, self.interpreter = answer, interpreter
        self.support_person, self.support_name, self.proposed = support_person, support_name, proposed
        self.answered_at, self.via, self.ask_at = at, via, None
        self._close_task(UNANSWERED, at=at, by=by)
        self._ask_about_another_time(at, by)
        self._record(
            InvitationAnsweredV1(
                **self._told(at, by),
                invitation_id=self.id,
                person_id=self.person_id,
                answer=answer,
                interpreter=interpreter,
                support_person=support_person,
                via=via,
            )
        )

    def note_delivery(self, delivery: Delivery) -> None:
        """What became of the letter."""
        self.delivery = delivery

    def turn(self, now: datetime) -> None:
        """Nobody has answered and the meeting is near: somebody at the school rings."""
        if self.ask_at is None or now < self.ask_at:
            return
        self.ask_at = None
        if now < self.starts_at:
            self._open_task(
                UNANSWERED,
                "invitation-unanswered",
                list="ring",
                owner_id=self.contact_id,
                about_person_id=self.person_id,
                at=now,
                due_at=self.starts_at,
                path=f"/meetings/{self.meeting_id}",
            )

    def over(self, *, at: datetime) -> None:
        """The meeting was held: an answer is of no use any more."""
        self.ask_at = None
        for key in [*self.open_tasks]:
            self._close_task(key, at=at, outcome="withdrawn")

    def _ask_at(self, at: datetime) -> datetime | None:
        """Halfway to the meeting, at the earliest a day before it. A whole class is not rung one by one."""
        waits = self.side == "home" and self.kind != "group" and self.answer is None and not self.cancelled
        if not waits or self.starts_at <= at:
            return None
        return self.starts_at - min(ASK_AFTER_AT_MOST, (self.starts_at - at) / 2)

    def _ask_about_another_time(self, at: datetime, by: str | None) -> None:
        if self.answer == "coming" or self.kind == "group" or self.side != "home":
            self._close_task(WISH, at=at, by=by)
            return
        self._open_task(
            WISH,
            "meet-asked",
            list="meet",
            owner_id=self.contact_id,
            about_person_id=self.person_id,
            at=at,
            due_at=self.starts_at,
            path=f"/meetings/{self.meeting_id}",
        )

    def _told(self, at: datetime, by: str | None) -> dict[str, Any]:
        return {
            **self._common(at, by),
            "meeting_id": self.meeting_id,
            "kind": self.kind,
            "group_id": self.group_id,
        }
