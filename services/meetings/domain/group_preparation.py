"""What is done before all the parents of a group meet: hard moments, the families of an incident, ideas.

The preparation is the school's own. Parents read none of it but what they have proposed themselves.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Literal, Self

from pydantic import BaseModel, Field

from services.meetings.domain.group_plan import Preparation
from services.meetings.domain.in_a_case import InACase
from services.meetings.domain.meeting import Meeting
from shared.calendar import add_working_days
from shared.contracts.meetings import GroupReminderDueV1
from shared.errors import Refusal
from shared.identifiers import derived_id

Openness = Literal["nothing", "that_something", "wording"]

ALARM_BEFORE = timedelta(days=1)
REMIND_BEFORE = timedelta(days=2)  # R47
READ_WITHIN_WORKING_DAYS = 2
MOST_PROPOSALS = 50
TO_TALK_TO, TO_READ = "families", "proposals"


class Family(BaseModel):
    """A family that an incident concerns: talked to first, and agreed with on how open to be (R51)."""

    person_id: str
    talked_on: date | None = None
    openness: Openness | None = None
    wording: str | None = None
    wants_to_speak: bool = False
    declined: bool = False
    tried: str | None = None

    @property
    def is_open(self) -> bool:
        """Nobody has talked with them yet. Not reached counts as done where it says what was tried."""
        return not (self.talked_on or self.declined or self.tried)


class Proposal(BaseModel):
    """What a parent contact proposes for the meeting; it stays as it was written (R48)."""

    person_id: str
    text: str
    at: datetime


class GroupPreparation(InACase):
    """The preparation of one group case's next meeting with the parents."""

    strategies: list[Preparation] = Field(default_factory=list)
    concerns_incident: bool | None = None
    families: list[Family] = Field(default_factory=list)
    proposals: list[Proposal] = Field(default_factory=list)
    meeting_id: str | None = None
    contact_id: str | None = None
    room_id: str | None = None
    starts_at: datetime | None = None
    alarmed: bool = False
    reminded: bool = False

    @classmethod
    def id_for(cls, case_id: str) -> str:
        return derived_id("preparation", case_id)

    @classmethod
    def blank(cls, case_id: str, school_id: str) -> Self:
        return cls(id=cls.id_for(case_id), case_id=case_id, school_id=school_id)

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id, "due_at": self._due_at()}

    @property
    def untalked(self) -> bool:
        """Whether an incident's families wait to be talked to; naming none of them counts as that too."""
        if not self.concerns_incident:
            return False
        return not self.families or any(one.is_open for one in self.families)

    def prepare(
        self,
        *,
        strategies: Sequence[Preparation],
        concerns_incident: bool | None,
        families: Sequence[Family],
        by: str,
        at: datetime,
    ) -> None:
        """Keep what is prepared so far; nothing of it is demanded (R46)."""
        self.strategies, self.families = [*strategies], [*families]
        self.concerns_incident = concerns_incident
        if not self.untalked:
            self._close_task(TO_TALK_TO, at=at, by=by)

    def propose(self, text: str, *, person_id: str, reader_id: str, at: datetime) -> None:
        """A parent contact proposes or comments; the same words again are one proposal."""
        if any((one.person_id, one.text) == (person_id, text) for one in self.proposals):
            return
        if len(self.proposals) >= MOST_PROPOSALS:
            raise Refusal("group-meeting", fields={"text": "many-comments"})
        self.proposals.append(Proposal(person_id=person_id, text=text, at=at))
        self._open_task(
            TO_READ,
            "proposal-to-read",
            list="do",
            owner_id=reader_id,
            about_person_id=person_id,
            at=at,
            due_at=add_working_days(at, READ_WITHIN_WORKING_DAYS).at,
            path=f"/meetings/group-plan?case={self.case_id}",
        )

    def proposals_are_read(self, *, by: str, at: datetime) -> None:
        self._close_task(TO_READ, at=at, by=by)

    def follow(self, meeting: Meeting, *, at: datetime) -> None:
        """The meeting that is prepared for, as it is now; a moved one is reminded of anew."""
        if meeting.status == "cancelled":
            if self.meeting_id == meeting.id:
                self.meeting_id = self.starts_at = None
                self._close_task(TO_TALK_TO, at=at, outcome="withdrawn")
            return
        self.contact_id, self.room_id = meeting.contact_id, meeting.room_id
        if (self.meeting_id, self.starts_at) == (meeting.id, meeting.starts_at):
            return
        if self.meeting_id != meeting.id and not self.strategies and meeting.plan is not None:
            self.strategies = [*meeting.plan.preparations]
        self.meeting_id, self.starts_at = meeting.id, meeting.starts_at
        # Whoever was invited within the last two days needs no reminder of it.
        self.alarmed, self.reminded = False, at >= meeting.starts_at - REMIND_BEFORE

    def turn(self, now: datetime, *, leader_id: str, group_id: str | None, coming: Sequence[str]) -> None:
        """Two days before, everybody who may come is reminded; one day before, the leader of open talks."""
        if self.starts_at is None or self.meeting_id is None or self.contact_id is None:
            return
        if not self.reminded and now >= self.starts_at - REMIND_BEFORE:
            self.reminded = True
            if now < self.starts_at and coming:
                self._record(
                    GroupReminderDueV1(
                        **self._common(now, None),
                        meeting_id=self.meeting_id,
                        kind="group",
                        group_id=group_id,
                        contact_id=self.contact_id,
                        room_id=self.room_id,
                        person_ids=tuple(coming),
                    )
                )
        if not self.alarmed and now >= self.starts_at - ALARM_BEFORE:
            self.alarmed = True
            if self.untalked:
                self._open_task(
                    TO_TALK_TO,
                    "family-to-talk-to",
                    list="ring",
                    owner_id=leader_id,
                    at=now,
                    due_at=self.starts_at,
                    path=f"/meetings/group-plan?case={self.case_id}",
                )

    def _due_at(self) -> datetime | None:
        if self.starts_at is None:
            return None
        waits = [] if self.reminded else [self.starts_at - REMIND_BEFORE]
        waits += [] if self.alarmed else [self.starts_at - ALARM_BEFORE]
        return min(waits, default=None)
