"""A meeting: when, where and who, approved by leadership; moved, held or called off."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

from pydantic import Field

from services.meetings.domain.group_plan import GroupPlan
from services.meetings.domain.in_a_case import InACase
from services.meetings.domain.people import Participant
from services.meetings.domain.refusals import BadTime, MeetingIsOver, NotApproved
from shared.calendar import add_working_days
from shared.clock import OSLO
from shared.contracts.meetings import (
    CAME,
    Attendance,
    Attended,
    MeetingCalledV1,
    MeetingCancelledV1,
    MeetingHeldV1,
    MeetingKind,
    MeetingMovedV1,
    Mode,
)

Status = Literal["draft", "called", "held", "cancelled"]
Initiative = Literal["home", "school"]

LONGEST = timedelta(hours=8)
MINUTES_WITHIN_WORKING_DAYS = 2  # C3
TODAY, TO_APPROVE, TO_WRITE = "today", "approve", "write"


class Meeting(InACase):
    """One meeting. Its invitations and its minutes are aggregates of their own."""

    kind: MeetingKind
    group_id: str | None = None
    pupil_id: str | None = None
    status: Status = "draft"
    starts_at: datetime
    ends_at: datetime
    mode: Mode = "physical"
    room_id: str | None = None
    place: str | None = Field(default=None, description="typed by hand, or a video link: only behind login")
    urgent: bool = False
    late: bool = Field(default=False, description="a first meeting later than the target C2")
    initiative: Initiative = "school"
    reason: str | None = Field(default=None, description="why late, or not face to face (R5)")
    participants: list[Participant]
    contact_id: str
    called_by: str
    called_at: datetime
    approved_by: str | None = None
    sequence: int = 0
    issue: int = Field(default=0, description="grows each time the invited must be told something new")
    attendance: dict[str, Attendance] = Field(default_factory=dict)
    held_at: datetime | None = None
    plan: GroupPlan | None = None

    @property
    def calendar_uid(self) -> str:
        return f"{self.id}@samspill"

    @property
    def is_group(self) -> bool:
        return self.kind == "group"

    @property
    def is_on(self) -> bool:
        """Whether those invited can still count on it."""
        return self.status in ("called", "held")

    def clear(self) -> Mapping[str, Any]:
        return {
            "case_id": self.case_id,
            "school_id": self.school_id,
            "kind": self.kind,
            "status": self.status,
            "starts_at": self.starts_at,
            "due_at": self._due_at(),
        }

    # --- before ------------------------------------------------------------------------------------

    def call(self, *, by: str, approved: bool, leader_id: str, at: datetime) -> None:
        """Call it: at once when leadership does it, else a leader is asked who takes part (R14)."""
        if self.issue:
            return
        self._check_times(at)
        if approved:
            self._approve(by=by, at=at)
        else:
            self._open_task(
                TO_APPROVE,
                "participants-to-approve",
                list="do",
                owner_id=leader_id,
                at=at,
                due_at=self.starts_at,
                path=f"/meetings/{self.id}",
            )

    def approve(self, *, by: str, at: datetime, participants: Sequence[Participant] | None = None) -> None:
        """Leadership decides who takes part; then it stands. A second time changes nothing."""
        if self.status != "draft":
            return
        if participants is not None:
            self.participants = [*participants]
            self._keep_a_contact()
        self._approve(by=by, at=at)

    def demand_approved(self) -> None:
        """Raise `NotApproved` as long as leadership has not said who takes part."""
        if self.status == "draft":
            raise NotApproved

    def move(
        self,
        *,
        starts_at: datetime,
        ends_at: datetime,
        mode: Mode,
        room_id: str | None,
        place: str | None,
        by: str,
        at: datetime,
    ) -> None:
        """Another time or place. Everyone invited is told once more; nothing new tells nobody."""
        if self.status not in ("draft", "called"):
            raise MeetingIsOver
        before = (self.starts_at, self.ends_at, self.mode, self.room_id, self.place)
        if before == (starts_at, ends_at, mode, room_id, place):
            return
        self.starts_at, self.ends_at, self.mode = starts_at, ends_at, mode
        self.room_id, self.place = room_id, place
        self._check_times(at)
        if self.status == "draft":
            return
        self.sequence += 1
        self.issue += 1
        self._record(MeetingMovedV1(**self._timing(at, by)))
        self._close_task(TODAY, at=at, by=by, outcome="moved")
        self._close_task(TO_WRITE, at=at, by=by, outcome="moved")
        self.turn(at)

    def cancel(self, *, by: str, at: datetime) -> None:
        """Call it off. A second time changes nothing."""
        if self.status == "cancelled":
            return
        if self.status == "held":
            raise MeetingIsOver
        told = self.status == "called"
        self.status = "cancelled"
        for key in [*self.open_tasks]:
            self._close_task(key, at=at, by=by, outcome="withdrawn")
        if told:
            self.sequence += 1
            self.issue += 1
            self._record(MeetingCancelledV1(**self._timing(at, by)))

    # --- in the room and after ---------------------------------------------------------------------

    def take_attendance(self, attendance: Mapping[str, Attendance], *, by: str, at: datetime) -> None:
        """Who came. The meeting counts as held from the first time on; later changes are told again."""
        self.demand_approved()
        if self.status == "cancelled":
            raise MeetingIsOver
        known = {one.person_id for one in self.participants}
        new = {**self.attendance, **{who: how for who, how in attendance.items() if who in known}}
        if self.status == "held" and new == self.attendance:
            return
        self.attendance = new
        self.status = "held"
        self.held_at = self.held_at or at
        self._close_task(TODAY, at=at, by=by)
        self._record(MeetingHeldV1(**self._told(at, by), attendance=self.attended()))
        self._ask_for_minutes(at)

    def note_attendance(self, attendance: Mapping[str, Attendance]) -> None:
        """Keep what was tapped so far; nobody is told before `take_attendance`."""
        known = {one.person_id for one in self.participants}
        self.attendance |= {who: how for who, how in attendance.items() if who in known}

    def minuted(self, *, by: str, at: datetime) -> None:
        """The minutes are approved, so the meeting was held."""
        if self.status != "held":
            self.take_attendance({}, by=by, at=at)
        self._close_task(TO_WRITE, at=at, by=by)

    def attended(self) -> tuple[Attended, ...]:
        """Everyone who was asked to come, and how they came; unknown where nobody said."""
        return tuple(
            Attended(
                person_id=one.person_id,
                side=one.side,
                status=self.attendance.get(one.person_id, "unknown"),
            )
            for one in self.participants
        )

    def came(self, person_id: str) -> bool:
        return self.attendance.get(person_id, "unknown") in CAME

    # --- the clock ---------------------------------------------------------------------------------

    def turn(self, now: datetime) -> None:
        """Do what the time of day asks for: on its day it stands under *Meet*, after it under *Write*."""
        if self.status == "called" and now >= self.ends_at:
            self._close_task(TODAY, at=now, outcome="moved")
            self._ask_for_minutes(now)
        elif self.status == "called" and now >= self._its_day():
            self._open_task(
                TODAY,
                "meeting-today",
                list="meet",
                owner_id=self.contact_id,
                at=now,
                due_at=self.starts_at,
                path=f"/meetings/{self.id}/hold",
            )

    def _due_at(self) -> datetime | None:
        if self.status != "called" or TO_WRITE in self.open_tasks:
            return None
        return self.ends_at if TODAY in self.open_tasks else min(self._its_day(), self.ends_at)

    def _its_day(self) -> datetime:
        return self.starts_at.astimezone(OSLO).replace(hour=0, minute=0, second=0, microsecond=0)

    def _ask_for_minutes(self, at: datetime) -> None:
        self._open_task(
            TO_WRITE,
            "minutes-to-write",
            list="write",
            owner_id=self.contact_id,
            at=at,
            due_at=add_working_days(max(at, self.starts_at), MINUTES_WITHIN_WORKING_DAYS).at,
            path=f"/meetings/{self.id}/hold",
        )

    # --- parts -------------------------------------------------------------------------------------

    def _approve(self, *, by: str, at: datetime) -> None:
        self.status, self.approved_by = "called", by
        self.issue += 1
        self._close_task(TO_APPROVE, at=at, by=by)
        words = self.plan.words() if self.plan is not None else None
        self._record(MeetingCalledV1(**self._timing(at, by), approved_by=by, urgent=self.urgent), words)
        self.turn(at)

    def _keep_a_contact(self) -> None:
        """Whom the family rings must be someone who comes."""
        school = [one.person_id for one in self.participants if one.side == "school"]
        if school and self.contact_id not in school:
            self.contact_id = school[0]

    def _check_times(self, now: datetime) -> None:
        if self.ends_at <= self.starts_at or self.ends_at - self.starts_at > LONGEST:
            raise BadTime("bad-length", "minutes")
        if self.ends_at <= now:
            raise BadTime("in-the-past")

    def _told(self, at: datetime, by: str | None) -> dict[str, Any]:
        return {
            **self._common(at, by),
            "meeting_id": self.id,
            "kind": self.kind,
            "group_id": self.group_id,
        }

    def _timing(self, at: datetime, by: str | None) -> dict[str, Any]:
        """Only what is safe to say: a place typed by hand stays here."""
        return {
            **self._told(at, by),
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "mode": self.mode,
            "room_id": self.room_id,
            "contact_id": self.contact_id,
            "calendar_uid": self.calendar_uid,
            "sequence": self.sequence,
        }
