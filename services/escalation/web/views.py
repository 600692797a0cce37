"""What the JSON API answers with."""

from datetime import date
from typing import Literal, Self

from pydantic import AwareDatetime, BaseModel

from services.escalation.domain.clock import Clock
from services.escalation.domain.notice import Notice
from services.escalation.domain.notice_parts import Acknowledgement, Asked, LetterOutcome, Passed
from services.escalation.domain.suggestion import Decision, NoticeContent, Suggestion
from services.escalation.queries.case_clocks import CaseClocks
from services.escalation.queries.owner_room import NoticeRow
from shared.calendar import Counting, SkippedDay


class ClockView(BaseModel):
    clock_id: str
    clock: str
    subject_id: str
    state: Literal["running", "met", "withdrawn"]
    overdue: bool
    basis: Literal["target", "statutory"]
    start: AwareDatetime
    due_at: AwareDatetime
    remind_at: AwareDatetime | None
    met_at: AwareDatetime | None
    owner_id: str | None
    counting: Counting | None
    days: int
    skipped: tuple[SkippedDay, ...]
    values_version: int | None

    @classmethod
    def of(cls, clock: Clock) -> Self:
        return cls(
            clock_id=clock.id,
            clock=str(clock.code),
            subject_id=clock.subject_id,
            state=clock.state,
            overdue=clock.overdue,
            remind_at=clock.remind_at,
            met_at=clock.met_at,
            owner_id=clock.owner_id,
            **clock.term.model_dump(),
        )


class WeekView(BaseModel):
    """The week of § 12-6 in both readings; the law's, and never paused."""

    one_week: date
    five_working_days: date


class WatchView(BaseModel):
    card_id: str
    state: str
    alert_at: AwareDatetime | None
    ticked_at: AwareDatetime | None
    missed_at: AwareDatetime | None


class ClocksView(BaseModel):
    clocks: list[ClockView]
    tomorrow: list[WatchView]
    section_12_6: WeekView | None

    @classmethod
    def of(cls, found: CaseClocks) -> Self:
        week = found.section_12_6
        return cls(
            clocks=[ClockView.of(clock) for clock in found.clocks],
            tomorrow=[
                WatchView(
                    **watch.model_dump(include={"card_id", "alert_at", "ticked_at", "missed_at"}),
                    state=watch.state,
                )
                for watch in found.watches
            ],
            section_12_6=WeekView(one_week=week.one_week.day, five_working_days=week.five_working_days.day)
            if week
            else None,
        )


class DecisionView(BaseModel):
    """Whether the rektor is asked, by which criteria, and what has been decided, the latest last."""

    suggested: bool
    criteria: tuple[str, ...]
    suggested_at: AwareDatetime | None
    decider_id: str | None
    decisions: list[Decision]

    @classmethod
    def of(cls, suggestion: Suggestion) -> Self:
        return cls(
            suggested=suggestion.waits,
            criteria=suggestion.suggested,
            suggested_at=suggestion.suggested_at,
            decider_id=suggestion.decider_id,
            decisions=suggestion.decisions,
        )


class NoticeSummary(BaseModel):
    notice_id: str
    case_id: str
    number: str | None
    school_id: str
    state: str
    waits_for_me: bool
    decided_at: AwareDatetime

    @classmethod
    def of(cls, row: NoticeRow) -> Self:
        return cls(
            notice_id=row.notice.id,
            case_id=row.notice.case_id,
            number=row.case.number if row.case else None,
            school_id=row.notice.school_id,
            state=row.notice.state,
            waits_for_me=row.mine,
            decided_at=row.notice.decided_at,
        )


class NoticeView(BaseModel):
    """A notice with all that has happened to it."""

    notice_id: str
    case_id: str
    school_id: str
    state: str
    criteria: tuple[str, ...]
    content: NoticeContent
    decided_by: str
    decided_at: AwareDatetime
    chain_version: int | None
    asked: list[Asked]
    passed: list[Passed]
    letters: list[LetterOutcome]
    acknowledgement: Acknowledgement | None

    @classmethod
    def of(cls, notice: Notice) -> Self:
        told = notice.model_dump(exclude={"id"})
        return cls(
            notice_id=notice.id,
            acknowledgement=notice.acknowledgement,
            chain_version=notice.chain.version,
            **{name: told[name] for name in cls.model_fields if name in told},
        )
