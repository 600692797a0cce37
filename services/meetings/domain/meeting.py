"""A meeting: when, where and who, approved by leadership; moved, held or called off."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

from pydantic import Field

from services.meetings.domain.group_plan import GroupPlan
from services.meetings.domain.in_preparation import OPENED_BEFORE, PREPARE, UNOPENED, InPreparation
from services.meetings.domain.kinds import KINDS, Initiative
from services.meetings.domain.people import Participant
from services.meetings.domain.refusals import BadTime, FollowsAnother, MeetingIsOver, NotApproved
from shared.calendar import add_working_days
from shared.clock import OSLO
from shared.contracts.meetings import (
    CAME,
    Attendance,
    Attended,
    MeetingCalledV1,
    MeetingCancelledV1,
    MeetingHeldV1,
    MeetingMovedV1,
    Mode,
    ParticipantsChangedV1,
)

Status = Literal["draft", "called", "held", "cancelled"]

ASKS_TO_PREPARE = frozenset({"school_initiated", "guardians_offending"})
LONGEST = timedelta(hours=8)
MINUTES_WITHIN_WORKING_DAYS = 2  # C3
TODAY, TO_APPROVE, TO_WRITE = "today", "approve", "write"


class Meeting(InPreparation):
    """One meeting. Its invitations and its minutes are aggregates of their own."""

    group_id: str | None = None
    pupil_id: str | None = None
    status: Status = "draft"
    ends_at: datetime
    air_minutes: int = Field(default=0, description="how long the room is kept after the time that was told")
    mode: Mode = "physical"
    room_id: str | None = None
    place: str | None = Field(default=None, description="typed by hand, or a video link: only behind login")
    urgent: bool = False
    late: bool = Field(default=False, description="a first meeting later than the target C2")
    initiative: Initiative = "school"
    reason: str | None = Field(default=None, description="why late, or not face to face (R5)")
    follows: str | None = Field(default=None, description="the other family's meeting, held together with it")
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
    def kept_until(self) -> datetime:
        """Until when room and people are taken."""
        return self.ends_at + timedelta(minutes=self.air_minutes)

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
            "follows": self.follows,
            "starts_at": self.starts_at,
            "due_at": self._due_at(),
        }

    # --- before ------------------------------------------------------------------------------------

    def call(self, *, by: str, approved: bool, leader_id: str, at: datetime) -> None:
        """Call it: at once when leadership does it, else a leader is asked who takes part (R14)."""
        if self.issue:
            return
        self.check_times(at)
        self.leader_id = leader_id
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

    def change_participants(self, participants: Sequence[Participant], *, by: str, at: datetime) -> None:
        """Others take part than before. Those who come or go are told, and nobody else."""
        if self.status != "called":
            raise MeetingIsOver
        before = {one.person_id for one in self.participants}
        after = {one.person_id for one in participants}
        self.participants = [*participants]
        if before == after:
            return
        self._keep_a_contact()
        self._record(
            ParticipantsChangedV1(
                **self._told(at, by),
                added=tuple(sorted(after - before)),
                removed=tuple(sorted(before - after)),
            )
        )

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
        along: bool = False,
    ) -> None:
        """Another time or place. Everyone invited is told once more; nothing new tells nobody.

        SEQUENCE grows with the time, and not with the place (RFC 5546): an answer still holds there.
        """
        if self.status not in ("draft", "called"):
            raise MeetingIsOver
        self._demand_leading(along)
        before = (self.starts_at, self.ends_at, self.mode, self.room_id, self.place)
        if before == (starts_at, ends_at, mode, room_id, place):
            return
        another_time = before[:2] != (starts_at, ends_at)
        self.starts_at, self.ends_at, self.mode = starts_at, ends_at, mode
        self.room_id, self.place = room_id, place
        self.check_times(at)
        self.alternatives = [one for one in self.alternatives if one > at and one != starts_at]
        if self.status == "draft":
            return
        self.sequence += 1 if another_time else 0
        self.issue += 1
        self._record(MeetingMovedV1(**self._timing(at, by)))
        for key in (TODAY, TO_WRITE, UNOPENED):
            self._close_task(key, at=at, by=by, outcome="moved")
        self.overview_asked = False
        self.turn(at)

    def cancel(self, *, by: str, at: datetime, along: bool = False) -> None:
        """Call it off. A second time changes nothing."""
        if self.status == "cancelled":
            return
        if self.status == "held":
            raise MeetingIsOver
        self._demand_leading(along)
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
        for key in (TODAY, UNOPENED, PREPARE):
            self._close_task(key, at=at, by=by)
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

    def turn(self, now: datetime, *, unopened: Collection[str] | None = None) -> None:
        """Do what the time of day asks for: on its day it stands under *Meet*, after it under *Write*.

        `unopened` are those of the school who have not read up on the case; None where nobody has looked.
        """
        if self.status != "called":
            return
        if now >= self.ends_at:
            self._close_task(TODAY, at=now, outcome="moved")
            self._close_task(UNOPENED, at=now, outcome="moved")
            self._ask_for_minutes(now)
            return
        if now >= self._its_day():
            self._open_task(
                TODAY,
                "meeting-today",
                list="meet",
                owner_id=self.contact_id,
                at=now,
                due_at=self.starts_at,
                path=f"/meetings/{self.id}/hold",
            )
        if unopened is not None and self.asks_who_has_read(now):
            self._tell_who_has_not_read(unopened, now)

    def asks_who_has_read(self, now: datetime) -> bool:
        """Whether it is the hour before a meeting with a family, and nobody has looked into it yet (R23)."""
        return (
            self.status == "called"
            and self._reads_up
            and not self.overview_asked
            and self.starts_at - OPENED_BEFORE <= now < self.ends_at
        )

    @property
    def _reads_up(self) -> bool:
        return not self.is_group and KINDS[self.kind].with_home

    def _due_at(self) -> datetime | None:
        if self.status != "called" or TO_WRITE in self.open_tasks:
            return None
        if TODAY not in self.open_tasks:
            return min(self._its_day(), self.ends_at)
        if self._reads_up and not self.overview_asked:
            return self.starts_at - OPENED_BEFORE
        return self.ends_at

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
        if self.kind in ASKS_TO_PREPARE:
            self._open_task(
                PREPARE,
                "meeting-to-prepare",
                list="do",
                owner_id=self.contact_id,
                at=at,
                due_at=self.starts_at,
                path=f"/meetings/{self.id}/prepare",
            )
        self._begin_follow_up(self.contact_id, at)
        self.turn(at)

    def _demand_leading(self, along: bool) -> None:
        """One of a pair goes along with the other, and is not changed by itself."""
        if self.follows is not None and not along:
            raise FollowsAnother

    def _keep_a_contact(self) -> None:
        """Whom the family rings must be someone who comes."""
        school = [one.person_id for one in self.participants if one.side == "school"]
        if school and self.contact_id not in school:
            self.contact_id = school[0]

    def check_times(self, now: datetime) -> None:
        """Raise `BadTime` for a time that is over, or that no meeting has."""
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
