"""One person's invitation to one meeting, and their latest answer."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, Self

from pydantic import Field

from services.meetings.domain.in_a_case import InACase
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.people import Participant
from services.meetings.domain.refusals import MeetingIsOver
from shared.contracts.meetings import (
    Answer,
    InvitationAnsweredV1,
    InvitationIssuedV1,
    InvitationUnansweredV1,
    MeetingKind,
    Mode,
    Side,
)
from shared.identifiers import derived_id

Via = Literal["page", "calendar", "staff"]
Delivery = Literal["sent", "undeliverable", "by_hand"]

UNANSWERED, WISH, INTERPRETER = "unanswered", "wish", "interpreter"
ASK_AFTER_AT_MOST = timedelta(days=1)
REMINDED_WITHIN = timedelta(days=2)
"""A meeting nearer than this is not reminded of by letter: somebody rings."""


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
    suits: list[datetime] = Field(default_factory=list, description="of the school's other times")
    proposed_at: datetime | None = Field(default=None, description="a time of their own that would do")
    answered_at: datetime | None = None
    answered_sequence: int = Field(default=0, description="the SEQUENCE that the latest answer was to")
    maybe_at: datetime | None = Field(default=None, description="their calendar said perhaps: no answer yet")
    interpreter_booked: bool = False
    via: Via | None = None
    remind_at: datetime | None = None
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
            "due_at": min((one for one in (self.remind_at, self.ask_at) if one is not None), default=None),
        }

    def tell(self, meeting: Meeting, *, at: datetime) -> None:
        """Tell the invited what the meeting is now: one letter. What they know already tells them nothing.

        A moved meeting asks for a new answer. One who was never told of a meeting is not told that it is off.
        """
        off = meeting.status == "cancelled"
        if (self.issue >= meeting.issue and self.cancelled == off) or (off and self.issue == 0):
            return
        moved = self.starts_at != meeting.starts_at or self.ends_at != meeting.ends_at
        again = self.cancelled and not off
        # Whoever was no longer asked, and is asked again, has a higher SEQUENCE than the others.
        ahead = self.sequence + 1 if self.issue and (moved or off or again) else self.sequence
        self.issue = meeting.issue
        self.sequence = max(meeting.sequence, ahead)
        self.starts_at, self.ends_at = meeting.starts_at, meeting.ends_at
        self.mode, self.room_id, self.contact_id = meeting.mode, meeting.room_id, meeting.contact_id
        if moved or again:
            self._ask_anew(at)
        self._issue(off=off, by=meeting.approved_by, at=at)

    def withdraw(self, meeting: Meeting, *, at: datetime) -> None:
        """Ask this person no longer; the meeting goes on. Only they are told."""
        if self.cancelled or self.revision == 0:
            return
        self.sequence += 1
        self._issue(off=True, by=meeting.approved_by, at=at)

    def _ask_anew(self, at: datetime) -> None:
        """What was answered was about another time."""
        self.answer, self.answered_at, self.proposed, self.via = None, None, None, None
        self.suits, self.proposed_at, self.maybe_at = [], None, None
        self._close_task(INTERPRETER, at=at, outcome="moved")
        self.interpreter_booked = False

    def _issue(self, *, off: bool, by: str | None, at: datetime) -> None:
        self.revision += 1
        self.cancelled, self.delivery = off, None
        self._close_task(WISH, at=at, outcome="moved")
        if off:
            for key in (UNANSWERED, INTERPRETER):
                self._close_task(key, at=at, outcome="withdrawn")
        self.ask_at = self._ask_at(at)
        self.remind_at = self._remind_at(at)
        self._record(
            InvitationIssuedV1(**self._timing(at, by), side=self.side, method="cancel" if off else "request")
        )
        self._ask_for_interpreter(at)

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
        suits: Sequence[datetime] = (),
        proposed_at: datetime | None = None,
    ) -> None:
        """The latest answer counts. The same answer again changes nothing."""
        if self.cancelled or at >= self.ends_at:
            raise MeetingIsOver
        suits = [*suits]
        told = (answer, interpreter, support_person, support_name, proposed, suits, proposed_at)
        if told == self._told_already():
            return
        if interpreter != self.interpreter:
            self.interpreter_booked = False
            self._close_task(INTERPRETER, at=at, by=by, outcome="withdrawn")
        self.answer, self.interpreter = answer, interpreter
        self.support_person, self.support_name, self.proposed = support_person, support_name, proposed
        self.suits, self.proposed_at = suits, proposed_at
        self._answered(at, self.sequence, via, by)
        self._ask_for_interpreter(at)

    def reply_by_calendar(
        self, answer: Answer | None, *, sequence: int, dtstamp: datetime, heard_at: datetime
    ) -> None:
        """What their calendar answered. It meets what was answered on the page: the latest counts.

        Order is by SEQUENCE, then by DTSTAMP, never later than it was heard: a calendar whose clock is wrong
        does not have the last word for ever. An answer to an earlier time is of no use any more. What was
        said of interpreter and company stands. `None` is a perhaps: shown, and no answer.
        """
        at = min(dtstamp, heard_at)
        if self.cancelled or heard_at >= self.ends_at or sequence < self.sequence:
            return
        latest = self.answered_at or self.maybe_at
        if latest is not None and (sequence, at) <= (self.answered_sequence, latest):
            return
        if answer is None:
            self.answer, self.answered_at = None, None
            self.maybe_at, self.answered_sequence, self.via = at, sequence, "calendar"
            return
        self.answer = answer
        self._answered(at, sequence, "calendar", self.person_id)

    def book_interpreter(self, language: str | None, *, booked: bool, by: str, at: datetime) -> None:
        """An interpreter is needed, or has been booked: part of the meeting like its room."""
        if language is not None and language != self.interpreter:
            self.interpreter, self.interpreter_booked = language, False
            self._close_task(INTERPRETER, at=at, by=by, outcome="moved")
        if booked and self.interpreter is not None:
            self.interpreter_booked = True
            self._close_task(INTERPRETER, at=at, by=by)
        self._ask_for_interpreter(at)

    def _told_already(self) -> tuple[object, ...]:
        return (
            self.answer,
            self.interpreter,
            self.support_person,
            self.support_name,
            self.proposed,
            self.suits,
            self.proposed_at,
        )

    def _answered(self, at: datetime, sequence: int, via: Via, by: str | None) -> None:
        self.answered_at, self.answered_sequence, self.via = at, sequence, via
        self.ask_at, self.remind_at, self.maybe_at = None, None, None
        self._close_task(UNANSWERED, at=at, by=by)
        self._ask_about_another_time(at, by)
        assert self.answer is not None
        self._record(
            InvitationAnsweredV1(
                **self._told(at, by),
                invitation_id=self.id,
                person_id=self.person_id,
                answer=self.answer,
                interpreter=self.interpreter,
                support_person=self.support_person,
                via=via,
            )
        )

    def note_delivery(self, delivery: Delivery) -> None:
        """What became of the letter."""
        self.delivery = delivery

    def turn(self, now: datetime) -> None:
        """Nobody has answered: first a reminder by letter, then somebody at the school rings (B39)."""
        if self.remind_at is not None and now >= self.remind_at:
            self.remind_at = None
            if now < self.starts_at:
                self._record(InvitationUnansweredV1(**self._timing(now, None), side=self.side))
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
        self.ask_at, self.remind_at = None, None
        for key in [*self.open_tasks]:
            self._close_task(key, at=at, outcome="withdrawn")

    def _ask_at(self, at: datetime) -> datetime | None:
        """Halfway to the meeting, at the earliest a day before it. A whole class is not rung one by one."""
        waits = self.side == "home" and self.kind != "group" and self.answer is None and not self.cancelled
        if not waits or self.starts_at <= at:
            return None
        return self.starts_at - min(ASK_AFTER_AT_MOST, (self.starts_at - at) / 2)

    def _remind_at(self, at: datetime) -> datetime | None:
        """Halfway to the call, where the meeting is far enough away for a letter to be of use."""
        if self.ask_at is None or self.starts_at - at < REMINDED_WITHIN:
            return None
        return self.ask_at - (self.ask_at - at) / 2

    def _ask_for_interpreter(self, at: datetime) -> None:
        """Whoever meets the family books the interpreter; a cancelled invitation needs none."""
        if self.interpreter is None or self.interpreter_booked or self.cancelled or self.side != "home":
            return
        self._open_task(
            INTERPRETER,
            "interpreter-to-book",
            list="do",
            owner_id=self.contact_id,
            about_person_id=self.person_id,
            at=at,
            due_at=self.starts_at,
            path=f"/meetings/{self.meeting_id}",
        )

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

    def _timing(self, at: datetime, by: str | None) -> dict[str, Any]:
        return {
            **self._told(at, by),
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "mode": self.mode,
            "room_id": self.room_id,
            "contact_id": self.contact_id,
            "calendar_uid": self.calendar_uid,
            "sequence": self.sequence,
            "invitation_id": self.id,
            "person_id": self.person_id,
            "revision": self.revision,
        }
