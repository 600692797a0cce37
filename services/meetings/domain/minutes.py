"""The minutes of one meeting: a draft that always saves, approved once, added to afterwards."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Literal, Self

from pydantic import BaseModel, Field

from services.meetings.domain.content import Content
from services.meetings.domain.gaps import EVALUATION, MEANWHILE, NEXT_MEETING, due_today, gaps_in
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes_told import added_words, words_of
from services.meetings.domain.read_by_parties import ReadByParties
from services.meetings.domain.refusals import MinutesAreApproved, SomeoneElseWrote
from services.meetings.domain.rights import RightsTold
from services.meetings.domain.texts import with_text
from shared.calendar import add_working_days, end_of_day
from shared.clock import OSLO
from shared.contracts.intake import FactSource
from shared.contracts.meetings import (
    CAME,
    Attended,
    CaseMinutesApprovedV1,
    CaseMinutesWords,
    GroupMinutesApprovedV1,
    GroupMinutesWords,
    MeanwhileToldV1,
    MinutesAddedToV1,
    NextMeetingAgreedV1,
)
from shared.errors import Conflict, TooLarge
from shared.i18n import Language
from shared.identifiers import derived_id

Stage = Literal["draft", "shared", "approved", "sent", "amended"]

GAP_WITHIN_WORKING_DAYS = 2
INVITE_BEFORE = timedelta(days=10)
TO_DECIDE, TO_INVITE = "letter", "invite"
# What is told of a meeting crosses sealed, a third larger, beside those who came: so much fits its topic.
WORDS_LIMIT = 128 * 1024


class Addendum(BaseModel):
    """Something added after approval; the minutes themselves stay as they were.

    With a `source` it is a fact, which becomes the case's like those that were approved.
    """

    text: str
    source: FactSource | None = None
    by: str
    at: datetime
    gap: str | None = None


class NextAgreed(BaseModel):
    """The next meeting's date, or why there is none, as agreed after approval."""

    on: date | None = None
    reason: str | None = None
    by: str
    at: datetime


class Minutes(ReadByParties):
    """One meeting's minutes. `edition` grows with each save, so that two writers notice each other."""

    status: Literal["draft", "approved"] = "draft"
    content: Content = Field(default_factory=Content)
    edition: int = 0
    last_writer: str | None = None
    parties: tuple[Attended, ...] = ()
    contact_id: str | None = None
    approved_by: str | None = None
    approved_at: datetime | None = None
    missing: tuple[str, ...] = ()
    rights: RightsTold | None = None
    meanwhile_told_at: datetime | None = None
    next_meeting_on: date | None = None
    no_next_meeting: str | None = None
    addenda: list[Addendum] = Field(default_factory=list)
    names_looked_at: list[str] = Field(default_factory=list)
    """Findings of names that somebody has said may stand (R41)."""
    agreed_after: list[NextAgreed] = Field(default_factory=list)
    """What was agreed of the next meeting afterwards, each time; what was approved stands in `content`."""

    @classmethod
    def id_for(cls, meeting_id: str) -> str:
        return derived_id("minutes", meeting_id)

    @classmethod
    def blank(cls, meeting: Meeting) -> Self:
        told = meeting.preparation
        content = Content(
            what_happened=told.what_happened,
            what_we_do_now=told.what_we_do_now,
            next_contact_on=told.next_contact_on,
        )
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

    @property
    def stage(self) -> Stage:
        """How far it has come: each is true once and for all, but what comes after it counts for more."""
        if not self.is_approved:
            return "draft" if self.shared_at is None else "shared"
        if self.addenda:
            return "amended"
        return "approved" if self.sent_at is None else "sent"

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id, "meeting_id": self.meeting_id, "status": self.status}

    def write(
        self, content: Content, *, by: str, at: datetime, language: Language = "nb", seen: int | None = None
    ) -> int:
        """Save the draft; the new edition. `language` is the one in which rights are told unless said.

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
        for number, critical in enumerate(written.criticism):
            critical.criticism_id = critical.criticism_id or derived_id("criticism", self.id, str(number))
        if written != self.content:
            self.content, self.last_writer = written, by
            self.edition += 1
            self._note_rights(language, by=by, at=at)
            if len(self._words(by).model_dump_json().encode()) > WORDS_LIMIT:
                raise TooLarge(WORDS_LIMIT)
        return self.edition

    def settle_the_day(self, meeting: Meeting, *, owner_id: str, by: str, at: datetime) -> None:
        """The meeting is over. Where we did not agree, the home is told today what happens meanwhile (R24).

        What is missing for that is asked for before the day is over; may be called as often as one likes.
        """
        if self.is_approved:
            return
        waits = due_today(self.content)
        for gap in waits:
            self._ask_for(gap, at, owner_id)
        for gap in {MEANWHILE, NEXT_MEETING} - set(waits):
            self._close_task(gap, at=at, by=by)
        if self.content.apart and self.content.meanwhile and self.meanwhile_told_at is None:
            self.meanwhile_told_at = at
            self._record(
                MeanwhileToldV1(
                    **self._told(at, by),
                    minutes_id=self.id,
                    contact_id=meeting.contact_id,
                    person_ids=_home(meeting),
                    next_meeting_on=self.content.next_meeting_on,
                )
            )

    def approve(self, meeting: Meeting, *, by: str, at: datetime, owner_id: str) -> list[str]:
        """Approve as it stands; what is missing leaves a trace and becomes the owner's tasks: its codes."""
        if self.is_approved:
            return [*self.missing]
        self.parties = meeting.attended()
        if self.rights is not None and not self.rights.to:
            came = (one.person_id for one in self.parties if one.side == "home" and one.status in CAME)
            self.rights = self.rights.model_copy(update={"to": tuple(came)})
        self.contact_id = meeting.contact_id
        self.missing = tuple(gaps_in(meeting, self.content, self.parties))
        self.status, self.approved_by, self.approved_at = "approved", by, at
        self.next_meeting_on = self.content.next_meeting_on
        self.no_next_meeting = self.content.no_next_meeting
        self._record(*(self._group_event(meeting, at, by) if meeting.is_group else self._case_event(at, by)))
        self.comments_are_read(by=by, at=at)
        self._close_task(TO_DECIDE, at=at, by=by)
        if meeting.is_group and self.content.evaluation_on is not None:
            self._ask_to_invite(self.content.evaluation_on, at, owner_id)
        for gap in self.missing:
            self._ask_for(gap, at, owner_id)
        for gap in {MEANWHILE, NEXT_MEETING} - set(self.missing):
            self._close_task(gap, at=at, by=by)
        return [*self.missing]

    def share_draft(self, meeting: Meeting, *, by: str, at: datetime) -> None:
        """Let the home read and comment on the draft before it locks (R11)."""
        self._demand_draft()
        if not meeting.is_group:
            self.share(home=_home(meeting), contact_id=meeting.contact_id, by=by, at=at)

    def ask_leader(self, leader_id: str, *, at: datetime) -> None:
        """Somebody else would let the letter to all the parents go without what it should say."""
        self._demand_draft()
        self._open_task(
            TO_DECIDE,
            "group-letter-to-decide",
            list="write",
            owner_id=leader_id,
            at=at,
            due_at=end_of_day(at.astimezone(OSLO).date()),
            path=f"/meetings/{self.meeting_id}/minutes",
        )

    def evaluation_called(self, *, by: str, at: datetime) -> None:
        """The meeting that evaluates has been called (R55)."""
        self._close_task(TO_INVITE, at=at, by=by)
        self._close_task(EVALUATION, at=at, by=by)

    def look_at_name(self, key: str) -> None:
        """What was found may stand: it is a word, or may be read."""
        self._demand_draft()
        if key not in self.names_looked_at:
            self.names_looked_at.append(key)

    def put_text(self, place: str, before: str, after: str, *, by: str) -> None:
        """One text is put right; raises `Conflict` when somebody has changed it meanwhile."""
        self._demand_draft()
        self.content, self.last_writer = with_text(self.content, place, before, after), by
        self.edition += 1

    def add(
        self, text: str, *, by: str, at: datetime, gap: str | None = None, source: FactSource | None = None
    ) -> None:
        """Add something after approval; it may fill one of the gaps, or be a fact for the case.

        The same words again are the same addition. The home is told of the first of a day.
        """
        if not self.is_approved:
            raise Conflict("minutes-are-a-draft")
        if any((one.text, one.gap, one.source) == (text, gap, source) for one in self.addenda):
            return
        told_today = any(_same_day(one.at, at) for one in self.addenda)
        self.addenda.append(Addendum(text=text, source=source, by=by, at=at, gap=gap))
        if gap is not None:
            self._close_task(gap, at=at, by=by)
        if self.kind == "group":
            return
        addition_id = derived_id("addition", self.id, str(len(self.addenda)))
        home = tuple(one.person_id for one in self.parties if one.side == "home")
        self._record(
            MinutesAddedToV1(
                **self._told(at, by),
                minutes_id=self.id,
                addition_id=addition_id,
                contact_id=self.contact_id or by,
                person_ids=() if told_today else home,
            ),
            added_words(addition_id, text, gap=gap, source=source),
        )

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

    def _ask_to_invite(self, on: date, at: datetime, owner_id: str) -> None:
        """The evaluation meeting that was promised is called in good time (R55)."""
        in_time = end_of_day(on - INVITE_BEFORE)
        self._open_task(
            TO_INVITE,
            "group-evaluation-to-call",
            list="meet",
            owner_id=owner_id,
            at=at,
            due_at=max(in_time, add_working_days(at, GAP_WITHIN_WORKING_DAYS).at),
            path=f"/meetings/new-group?case={self.case_id}",
        )

    def _note_rights(self, language: Language, *, by: str, at: datetime) -> None:
        """When rights were first told of stays; to whom and in which language may be put right."""
        if not self.content.rights_given:
            self.rights = None
            return
        first = self.rights
        self.rights = RightsTold(
            language=self.content.rights_language or language,
            to=tuple(self.content.rights_to),
            by=first.by if first else by,
            at=first.at if first else at,
        )

    def _ask_for(self, gap: str, at: datetime, owner_id: str) -> None:
        if gap in due_today(self.content):
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
            rights_version=self.rights.version if self.rights else None,
            rights_language=self.rights.language if self.rights else None,
            rights_given_to=self.rights.to if self.rights else (),
        )
        return event, self._words(self.contact_id)

    def _words(self, contact_id: str) -> CaseMinutesWords:
        """What of it crosses when it is approved."""
        home = [one.person_id for one in self.parties if one.side == "home"]
        return words_of(self.content, minutes_id=self.id, home=home, contact_id=contact_id)

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


def _home(meeting: Meeting) -> tuple[str, ...]:
    return tuple(one.person_id for one in meeting.participants if one.side == "home")


def _same_day(one: datetime, other: datetime) -> bool:
    return one.astimezone(OSLO).date() == other.astimezone(OSLO).date()
