"""A meeting before it is held: what the school prepares, who has consented, and who looks after the pupil."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from pydantic import Field

from services.meetings.domain.in_a_case import InACase
from services.meetings.domain.people import Participant
from services.meetings.domain.preparing import Consent, FollowUp, Preparation
from services.meetings.domain.refusals import AskedOnce, JointWithoutConsents
from shared.calendar import add_working_days
from shared.clock import OSLO
from shared.contracts.meetings import MeetingKind

FOLLOW_UP, UNOPENED, PREPARE = "follow-up", "unopened", "prepare"
FOLLOWED_UP_WITHIN_WORKING_DAYS = 5
OPENED_BEFORE = timedelta(hours=1)


class InPreparation(InACase):
    """What a meeting has besides its time and its people."""

    kind: MeetingKind
    starts_at: datetime
    participants: list[Participant]
    contact_id: str
    leader_id: str | None = None
    preparation: Preparation = Field(default_factory=Preparation)
    consents: list[Consent] = Field(default_factory=list)
    alternatives: list[datetime] = Field(default_factory=list)
    overview_asked: bool = Field(default=False, description="the leader knows who has not read up (R23)")

    def prepare(self, told: Preparation, *, by: str, at: datetime) -> None:
        """Keep what was prepared. What was shown to the family stays shown."""
        told.shared_at = self.preparation.shared_at
        before, self.preparation = self.preparation.follow_up, told
        if told.follow_up is not None and told.follow_up != before:
            self._close_task(FOLLOW_UP, at=at, by=by, outcome="moved")
            self._ask_to_follow_up(told.follow_up, at)

    def prepared(self, *, by: str, at: datetime) -> None:
        """Nothing of the card is missing any more."""
        self._close_task(PREPARE, at=at, by=by)

    def share(self, *, called_by_phone: bool, confirmed: bool, at: datetime) -> None:
        """Show the family, behind their login, what happened and what follows.

        Written details come after a telephone call: without one on record it is asked once (R10).
        """
        if self.preparation.shared_at is not None:
            return
        if not called_by_phone and not confirmed:
            raise AskedOnce("call-first")
        self.preparation.shared_at = at

    def followed_up(self, *, by: str, at: datetime) -> None:
        """The pupil has been looked after as agreed."""
        self._close_task(FOLLOW_UP, at=at, by=by)

    def consent(self, person_ids: Collection[str], *, by: str, at: datetime) -> None:
        """These guardians have said yes to meeting the other family; once said it stands."""
        known = {one.person_id for one in self.consents}
        self.consents += [
            Consent(person_id=person_id, by=by, at=at) for person_id in person_ids if person_id not in known
        ]

    def demand_consents(self, person_ids: Collection[str]) -> None:
        """Raise `JointWithoutConsents` unless each of these has said yes (R39)."""
        if not person_ids or not {*person_ids} <= {one.person_id for one in self.consents}:
            raise JointWithoutConsents

    def _begin_follow_up(self, owner_id: str, at: datetime) -> None:
        """A pupil who offends others is looked after too: somebody's task from the first day (R42)."""
        if self.kind == "guardians_offending" and self.preparation.follow_up is None:
            day = add_working_days(self.starts_at, FOLLOWED_UP_WITHIN_WORKING_DAYS).day
            self._ask_to_follow_up(FollowUp(owner_id=owner_id, on=day), at)

    def _ask_to_follow_up(self, told: FollowUp, at: datetime) -> None:
        self._open_task(
            FOLLOW_UP,
            "pupil-to-follow-up",
            list="do",
            owner_id=told.owner_id,
            at=at,
            due_at=_afternoon(told.on),
            path=f"/meetings/{self.id}/prepare",
        )

    def _tell_who_has_not_read(self, unopened: Collection[str], now: datetime) -> None:
        """An hour before: the leader hears that somebody has not opened the case (R23)."""
        self.overview_asked = True
        if unopened and self.leader_id is not None:
            self._open_task(
                UNOPENED,
                "overview-unopened",
                list="do",
                owner_id=self.leader_id,
                at=now,
                due_at=self.starts_at,
                path=f"/meetings/{self.id}/overview",
            )


def _afternoon(day: date) -> datetime:
    return datetime.combine(day, time(15, 0), OSLO)
