"""What every command and question of meetings works with; made once, in `app.py`."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date

from services.meetings.domain.debrief import Debrief
from services.meetings.domain.follow_up import FollowUp
from services.meetings.domain.group_decision import GroupDecision
from services.meetings.domain.group_preparation import GroupPreparation
from services.meetings.domain.invitation import Invitation
from services.meetings.domain.library import Resource
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.domain.other_way import OtherWay
from services.meetings.domain.outreach import Outreach
from services.meetings.domain.own_calendar import OwnCalendar
from services.meetings.domain.pulse import Pulse
from services.meetings.domain.reflection import TeamSession, TermReminder
from services.meetings.storage.known import KnownFact, Pointer
from shared.access import CaseAccess
from shared.clock import OSLO, Clock
from shared.contracts.intake import CaseOpenedV1, InvestigationStepChangedV1, MeasureChangedV1
from shared.directory import Directory
from shared.errors import Hidden
from shared.links import Links
from shared.storage.keys import ScopeKeys
from shared.storage.look_log import LookLog
from shared.storage.projection import Projection
from shared.storage.store import Store


@dataclass(frozen=True)
class House:
    """The stores, and what other services have told."""

    meetings: Store[Meeting]
    invitations: Store[Invitation]
    minutes: Store[Minutes]
    follow_ups: Store[FollowUp]
    decisions: Store[GroupDecision]
    resources: Store[Resource]
    calendars: Store[OwnCalendar]
    sessions: Store[TeamSession]
    reminders: Store[TermReminder]
    debriefs: Store[Debrief]
    pulses: Store[Pulse]
    preparations: Store[GroupPreparation]
    other_ways: Store[OtherWay]
    outreach: Store[Outreach]
    cases: Projection[CaseOpenedV1]
    examinations: Projection[InvestigationStepChangedV1]
    facts: Projection[KnownFact]
    measures: Projection[MeasureChangedV1]
    pointers: Projection[Pointer]
    looks: LookLog
    directory: Directory
    access: CaseAccess
    links: Links
    clock: Clock
    fetch: Callable[[str], Awaitable[bytes]]
    """Reads an address that somebody has typed."""
    keys: ScopeKeys

    async def prepare(self) -> None:
        """The indexes that the questions need."""
        await self.meetings.index("case_id", "starts_at")
        await self.invitations.index("meeting_id")
        await self.invitations.index("person_id", "starts_at")
        await self.minutes.index("case_id", "status")
        await self.follow_ups.index("meeting_id")
        await self.other_ways.index("case_id")
        await self.pulses.index("meeting_id")
        await self.cases.index("report_id")
        await self.calendars.index("person_id")
        await self.sessions.index("school_id", "term")
        await self.meetings.index("school_id", "starts_at")
        for known in (self.examinations, self.facts, self.measures, self.pointers):
            await known.index("case_id")

    def today(self) -> date:
        return self.clock.now().astimezone(OSLO).date()

    async def meeting(self, meeting_id: str) -> Meeting:
        """One meeting; raises `Hidden` when there is none."""
        found = await self.meetings.get(meeting_id)
        if found is None:
            raise Hidden
        return found

    async def minutes_of(self, meeting: Meeting) -> Minutes:
        """The minutes of a meeting as they stand; blank ones when nobody has written yet."""
        return await self.minutes.get(Minutes.id_for(meeting.id)) or Minutes.blank(meeting)

    async def follow_ups_of(self, meeting_id: str) -> list[FollowUp]:
        """What came out of a meeting and has an owner, the first to come due first."""
        found = await self.follow_ups.find({"meeting_id": meeting_id})
        return sorted(found, key=lambda one: (one.due_at, one.id))

    async def invitations_to(self, meeting_id: str) -> dict[str, Invitation]:
        """The invitations to a meeting, by person."""
        found = await self.invitations.find({"meeting_id": meeting_id})
        return {invitation.person_id: invitation for invitation in found}
