"""The minutes of one meeting: a draft that always saves, approved once, added to afterwards."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal, Self

from pydantic import BaseModel, Field

from services.meetings.domain.content import PUPIL, SCHOOL, Content
from services.meetings.domain.gaps import DUE_SAME_DAY, EVALUATION, NEXT_MEETING, gaps_in
from services.meetings.domain.in_a_case import InACase
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.refusals import MinutesAreApproved, SomeoneElseWrote
from shared.calendar import add_working_days, end_of_day
from shared.clock import OSLO
from shared.contracts.meetings import (
    Attended,
    CaseMinutesApprovedV1,
    CaseMinutesWords,
    GroupMinutesApprovedV1,
    GroupMinutesWords,
    MeetingKind,
    MinutedAccount,
    MinutedAgreement,
    MinutedFact,
    NextMeetingAgreedV1,
)
from shared.errors import Conflict, TooLarge
from shared.identifiers import derived_id

GAP_WITHIN_WORKING_DAYS = 2
# What is told of a meeting crosses sealed, a third larger, beside those who came: so much fits its topic.
WORDS_LIMIT = 128 * 1024


class Addendum(BaseModel):
    """Something added after approval; the minutes themselves stay as they were."""

    text: str
    by: str
    at: datetime
    gap: str | None = None


class NextAgreed(BaseModel):
    """The next meeting's date, or why there is none, as agreed after approval."""

    on: date | None = None
    reason: str | None = None
    by: str
    at: datetime


class Minutes(InACase):
    """One meeting's minutes. `edition` grows with each save, so that two writers notice each other."""

    meeting_id: str
    kind: MeetingKind
    group_id: str | None = None
    status: Literal["draft", "approved"] = "draft"
    content: Content = Field(default_factory=Content)
    edition: int = 0
    last_writer: str | None = None
    parties: tuple[Attended, ...] = ()
    contact_id: str | None = None
    approved_by: str | None = None
    approved_at: datetime | None = None
    missing: tuple[str, ...] = ()
    next_meeting_on: date | None = None
    no_next_meeting: str | None = None
    addenda: list[Addendum] = Field(default_factory=list)
    agreed_after: list[NextAgreed] = Field(default_factory=list)
    """What was agreed of the next meeting afterwards, each time; what was approved stands in `content`."""

    @classmethod
    def id_for(cls, meeting_id: str) -> str:
        return derived_id("minutes", meeting_id)

    @classmethod
    def blank(cls, meeting: Meeting) -> Self:
        content = Content()
        if meeting.plan is not None:
            content = Content(
                strategy=meeting.plan.strategy,
                asks=[*meeting.plan.asks],
                evaluation_on=meeting.plan.evaluation_on,
            )
        return cls(
            id=cls.id_for(meeting.id),
            case_id=meeting.case_id,
            school_id=meeting.school_id,
            meeting_id=meeting.id,
            kind=meeting.kind,
            group_id=meeting.group_id,
            content=content,
        )

    @property
    def is_approved(self) -> bool:
        return self.status == "approved"

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id, "meeting_id": self.meeting_id, "status": self.status}

    def write(self, content: Content, *, by: str, seen: int | None = None) -> int:
        """Save the draft; the new edition.

        Raises `SomeoneElseWrote` when another wrote after `seen`, `TooLarge` when it could not be approved.
        """
        self._demand_draft()
        if seen is not None and seen < self.edition and self.last_writer not in (None, by):
            raise SomeoneElseWrote
        written = content.after(self.content)
        for number, fact in enumerate(written.facts):
            fact.fact_id = fact.fact_id or derived_id("fact", self.id, str(number))
        for number, agreed in enumerate(written.agreements):
            agreed.agreement_id = agreed.agreement_id or derived_id("agreement", self.id, str(number))
        if written != self.content:
            self.content, self.last_writer = written, by
            self.edition += 1
            if len(self._words().model_dump_json().encode()) > WORDS_LIMIT:
                raise TooLarge(WORDS_LIMIT)
        return self.edition

    def approve(self, meeting: Meeting, *, by: str, at: datetime, owner_id: str) -> list[str]:
        """Approve as it stands; what is missing leaves a trace and becomes the owner's tasks: its codes."""
        if self.is_approved:
            return [*self.missing]
        self.parties = meeting.attended()
        self.contact_id = meeting.contact_id
        self.missing = tuple(gaps_in(meeting, self.content, self.parties))
        self.status, self.approved_by, self.approved_at = "approved", by, at
        self.next_meeting_on = self.content.next_meeting_on
        self.no_next_meeting = self.content.no_next_meeting
        self._record(*(self._group_event(meeting, at, by) if meeting.is_group else self._case_event(at, by)))
        for gap in self.missing:
            self._ask_for(gap, at, owner_id)
        return [*self.missing]

    def add(self, text: str, *, by: str, at: datetime, gap: str | None = None) -> None:
        """Add something after approval; it may fill one of the gaps."""
        if not self.is_approved:
            raise Conflict("minutes-are-a-draft")
        self.addenda.append(Addendum(text=text, by=by, at=at, gap=gap))
        if gap is not None:
            self._close_task(gap, at=at, by=by)

    def agree_next(self, *, on: date | None, reason: str | None, by: str, at: datetime) -> None:
        """The next date was agreed after the minutes were approved, or there is a reason for none.

        The latest counts; those before it, and what was approved, stay.
        """
        if not self.is_approved:
            raise Conflict("minutes-are-a-draft")
        agreed = NextAgreed(on=on, reason=reason, by=by, at=at)
        if self.agreed_after and (self.agreed_after[-1].on, self.agreed_after[-1].reason) == (on, reason):
            return
        self.agreed_after.append(agreed)
        self.next_meeting_on, self.no_next_meeting = on, reason
        self._record(NextMeetingAgreedV1(**self._told(at, by), minutes_id=self.id, next_meeting_on=on))
        self._close_task(NEXT_MEETING, at=at, by=by)

    # --- parts -------------------------------------------------------------------------------------

    def _demand_draft(self) -> None:
        if self.is_approved:
            raise MinutesAreApproved

    def _ask_for(self, gap: str, at: datetime, owner_id: str) -> None:
        if gap in DUE_SAME_DAY:
            due = end_of_day(at.astimezone(OSLO).date())
        else:
            due = add_working_days(at, GAP_WITHIN_WORKING_DAYS).at
        agree = gap in (NEXT_MEETING, EVALUATION)
        self._open_task(
            gap,
            "next-meeting-to-agree" if agree else "minutes-gap",
            list="write",
            owner_id=owner_id,
            at=at,
            due_at=due,
            path=f"/meetings/{self.meeting_id}/minutes",
        )

    def _case_event(self, at: datetime, by: str) -> tuple[CaseMinutesApprovedV1, CaseMinutesWords]:
        assert self.contact_id is not None
        event = CaseMinutesApprovedV1(
            **self._told(at, by),
            minutes_id=self.id,
            contact_id=self.contact_id,
            parties=self.parties,
            next_meeting_on=self.next_meeting_on,
            missing=self.missing,
        )
        return event, self._words()

    def _words(self) -> CaseMinutesWords:
        """What of it crosses when it is approved."""
        return CaseMinutesWords(facts=self._facts(), accounts=self._accounts(), agreements=self._agreements())

    def _group_event(
        self, meeting: Meeting, at: datetime, by: str
    ) -> tuple[GroupMinutesApprovedV1, GroupMinutesWords]:
        assert meeting.plan is not None
        assert self.contact_id is not None
        event = GroupMinutesApprovedV1(
            **self._told(at, by),
            minutes_id=self.id,
            contact_id=self.contact_id,
            held_on=meeting.starts_at.astimezone(OSLO).date(),
            parties=self.parties,
            evaluation_on=self.content.evaluation_on,
            missing=self.missing,
        )
        return event, GroupMinutesWords(
            purpose=meeting.plan.purpose,
            summary=self.content.summary,
            strategy=self.content.strategy,
            asks=tuple(self.content.asks),
        )

    def _told(self, at: datetime, by: str) -> dict[str, Any]:
        return {
            **self._common(at, by),
            "meeting_id": self.meeting_id,
            "kind": self.kind,
            "group_id": self.group_id,
        }

    def _facts(self) -> tuple[MinutedFact, ...]:
        return tuple(
            MinutedFact(
                fact_id=fact.fact_id,
                text=fact.text,
                where=fact.where,
                occurred_on=fact.occurred_on,
                source=fact.source or "unknown",
                source_words=fact.source_words,
                criteria=tuple(fact.criteria),
            )
            for fact in self.content.facts
        )

    def _accounts(self) -> tuple[MinutedAccount, ...]:
        """Each party once: what they told, and how they see what was seen differently."""
        told = {one.party_id: one.account for one in self.content.accounts if one.account}
        if self.content.pupil_account:
            told[PUPIL] = self.content.pupil_account
        views: dict[str, list[str]] = {}
        for point in self.content.viewpoints:
            for view in point.views:
                said = f"{point.about}: {view.text}" if point.about else view.text
                views.setdefault(view.party_id, []).append(said)
        parties = [*told, *(party for party in views if party not in told)]
        return tuple(
            MinutedAccount(
                party_id=party, account=told.get(party), view="\n\n".join(views.get(party, [])) or None
            )
            for party in sorted(parties, key=lambda party: party == SCHOOL)
        )

    def _agreements(self) -> tuple[MinutedAgreement, ...]:
        home = {one.person_id for one in self.parties if one.side == "home"}
        return tuple(
            MinutedAgreement(
                agreement_id=one.agreement_id,
                what=one.what,
                who_id=one.who_id,
                who=one.who,
                by=one.by,
                voluntary=one.who_id in home,
            )
            for one in self.content.agreements
        )
