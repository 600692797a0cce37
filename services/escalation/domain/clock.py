"""One promise or duty with a time: started once, reminded of once, told of when unkept, once per step.

The id follows from what the clock is about and its code, so the same event twice is the same clock. The
moments are absolute and were computed when it started; nothing that is read later can move them.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.escalation.domain.clock_values import ClockCode, ClockRule, Tell, remind_at
from services.escalation.domain.happened import Happened
from services.escalation.domain.term import Term, first_moment_after
from shared.calendar import add_working_days
from shared.clock import OSLO
from shared.contracts.envelope import Heard
from shared.contracts.escalation import (
    ClockMetV1,
    ClockOverdueV1,
    ClockStartedV1,
    ClockWarnedV1,
    ClockWithdrawnV1,
)
from shared.contracts.tasks import EscalationTaskClosedV1, EscalationTaskOpenedV1
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

REMINDER = 0
"""The number under which the reminder's recipients are given to `ring`; the steps count from 1."""

State = Literal["running", "met", "withdrawn"]

_OUTLIVE_CASE = frozenset(
    {
        ClockCode.ANSWER,
        ClockCode.MINUTES,
        ClockCode.ABSENT_INFORMED,
        ClockCode.STAFF_OFFENDS,
        ClockCode.ACKNOWLEDGE,
        ClockCode.NEXT_ACTION,
        ClockCode.DEVIATION,
    }
)


class Step(BaseModel):
    """One telling of an unkept clock: from which moment, and to whom."""

    model_config = ConfigDict(frozen=True)

    at: AwareDatetime
    tell: Tell


class Rung(BaseModel):
    """That a step has been told, when, and to whom."""

    model_config = ConfigDict(frozen=True)

    step: int
    at: AwareDatetime
    told: tuple[str, ...]


class Clock(Aggregate):
    case_id: str
    school_id: str
    code: ClockCode
    subject_id: str
    owner_id: str | None = None
    about_id: str | None = None
    """The person who waits for an answer, or the event whose letters are waited for."""
    wish: str | None = None
    awaits: tuple[str, ...] = ()
    """The people who must all have been reached (C11); empty where one thing is enough."""
    reached: list[str] = Field(default_factory=list)
    term: Term
    remind_at: AwareDatetime | None = None
    steps: tuple[Step, ...]
    state: State = "running"
    reminded_at: AwareDatetime | None = None
    rung: list[Rung] = Field(default_factory=list)
    met_at: AwareDatetime | None = None
    kept_by: str | None = None
    task_id: str | None = None

    @staticmethod
    def id_for(subject_id: str, code: ClockCode) -> str:
        return derived_id("clock", subject_id, code)

    @classmethod
    def start(
        cls,
        *,
        subject_id: str,
        code: ClockCode,
        case_id: str,
        school_id: str,
        term: Term,
        rule: ClockRule,
        at: datetime,
        key: str | None = None,
        **more: Any,
    ) -> "Clock":
        """Start a clock; `key` names it where its subject has several of the same code, one after another."""
        clock = cls(
            id=cls.id_for(key or subject_id, code),
            case_id=case_id,
            school_id=school_id,
            code=code,
            subject_id=subject_id,
            term=term,
            remind_at=term.start if rule.remind_at_once else remind_at(term, rule.remind_working_days_before),
            steps=tuple(_step(term, one.tell, one.after_working_days) for one in rule.steps),
            **more,
        )
        clock._record(clock._said(ClockStartedV1, at=at, owner_id=clock.owner_id))
        return clock

    @property
    def outlives_case(self) -> bool:
        """Whether it is somebody's due also when the case has ended.

        An answer that the family was promised, minutes of a meeting that was held, what the school owner has
        taken on, and looking in on the day that was set when the case was closed.
        """
        return self.code in _OUTLIVE_CASE or self.wish == "follow-up"

    def ends_with_case(self, at: datetime) -> bool:
        """Whether it is waited for no more when the case ends then; a later call promises nothing."""
        later = self.term.start > at and self.code is not ClockCode.UPDATE
        return not later and not self.outlives_case

    @property
    def outcome(self) -> Literal["kept", "broken"] | None:
        """Whether the promise was kept in time or broken; None while open, and when withdrawn."""
        if self.state == "met" and self.met_at is not None:
            return "kept" if self.met_at <= self.term.due_at else "broken"
        return "broken" if self.rung and self.state == "running" else None

    @property
    def overdue(self) -> bool:
        return self.state == "running" and bool(self.rung)

    def clear(self) -> Mapping[str, Any]:
        return {
            "case_id": self.case_id,
            "school_id": self.school_id,
            "code": str(self.code),
            "subject_id": self.subject_id,
            "state": self.state,
            "overdue": self.overdue,
            "month": self.term.due_at.astimezone(OSLO).strftime("%Y-%m"),
            "kept": self.outcome,
            "due_at": self.next_moment(),
        }

    def scope(self) -> str:
        return self.case_id

    def next_moment(self) -> datetime | None:
        """When it has something to say next; None when it is silent for good."""
        if self.state != "running":
            return None
        if self._reminder_stands():
            return self.remind_at
        return self.steps[len(self.rung)].at if len(self.rung) < len(self.steps) else None

    def next_step(self, now: datetime) -> int | None:
        """Which step rings at that moment: `REMINDER`, or from 1; None when nothing is due yet.

        A reminder whose time went by unseen until the promise was broken is left out.
        """
        moment = self.next_moment()
        if moment is None or now < moment:
            return None
        if self._reminder_stands() and now < self.steps[0].at:
            return REMINDER
        return len(self.rung) + 1

    def ring(
        self,
        now: datetime,
        told: Mapping[int, Sequence[str]],
        *,
        path: str | None = None,
        **how: Any,
    ) -> int | None:
        """Say what is due now, to the people found for that step; the step, or None when there is none."""
        step = self.next_step(now)
        if step is None or step not in told:
            return None
        people = tuple(told[step])
        if step == REMINDER:
            self.reminded_at = now
            self._record(self._said(ClockWarnedV1, at=now, tell=people))
            return step
        self.reminded_at = self.reminded_at or now
        self.rung.append(Rung(step=step, at=now, told=people))
        self._record(self._said(ClockOverdueV1, at=now, tell=people, step=step, **how))
        self._ask_another(people, now, path)
        return step

    def keep(self, happened: Happened) -> None:
        """Take what happened as keeping this promise, in time or late."""
        if self.state != "running":
            return
        if self.awaits:
            if happened.about_id not in self.reached:
                self.reached.append(happened.about_id or "")
            if not set(self.awaits) <= set(self.reached):
                return
        self.state, self.met_at, self.kept_by = "met", happened.at, happened.id
        self._record(self._said(ClockMetV1, at=happened.at))
        self._close_task(happened.at)

    def reopen(self, happened: Happened, at: datetime) -> None:
        """What kept it no longer counts: it runs on towards the same moment; a step that rang stays told."""
        if self.state == "met" and self.kept_by == happened.id:
            self.state, self.met_at, self.kept_by = "running", None, None
            self._record(self._said(ClockStartedV1, at=at, owner_id=self.owner_id))

    def move(self, heard: Heard[Any], term: Term, rule: ClockRule, *, owner_id: str | None = None) -> None:
        """Another time was promised before this one broke; a broken promise stays broken."""
        if not self.hears(heard) or self.state != "running" or self.rung or term.due_at == self.term.due_at:
            return
        self.owner_id = owner_id or self.owner_id
        self._run_towards(term, rule, heard.event.at)

    def count_anew(self, term: Term, rule: ClockRule, at: datetime) -> None:
        """The rule has been agreed otherwise before it broke: due at another moment, from the same start."""
        if self.state != "running" or self.rung or term.due_at == self.term.due_at:
            return
        self._run_towards(term, rule, at)

    def withdraw(self, at: datetime) -> None:
        """Nothing is waited for any more; it neither was kept nor will be."""
        if self.state != "running":
            return
        self.state = "withdrawn"
        self._record(self._said(ClockWithdrawnV1, at=at))
        self._close_task(at, outcome="withdrawn")

    def hand_over(self, school_id: str, before: str, after: str, at: datetime) -> None:
        """Somebody else has the case, at another school or the same: who promised is who handles it now.

        What another person at the same school has promised stays theirs.
        """
        if self.state != "running" or (self.school_id == school_id and self.owner_id != before):
            return
        self.school_id = school_id
        if self.owner_id == before:
            self.owner_id = after
        self._record(self._said(ClockStartedV1, at=at, owner_id=self.owner_id))

    def _run_towards(self, term: Term, rule: ClockRule, at: datetime) -> None:
        self.term = term
        self.remind_at = remind_at(term, rule.remind_working_days_before)
        self.reminded_at = None
        self.steps = tuple(_step(term, one.tell, one.after_working_days) for one in rule.steps)
        self._record(self._said(ClockStartedV1, at=at, owner_id=self.owner_id))

    def _reminder_stands(self) -> bool:
        return self.remind_at is not None and self.reminded_at is None and not self.rung

    def _ask_another(self, people: Sequence[str], now: datetime, path: str | None) -> None:
        """Someone other than who promised is asked to see to it: a task of their own."""
        if not people or people[0] == self.owner_id:
            return
        self._close_task(now, outcome="moved")
        self.task_id = derived_id("task", self.id, str(len(self.rung)))
        self._record(
            EscalationTaskOpenedV1(
                case_id=self.case_id,
                school_id=self.school_id,
                at=now,
                task_id=self.task_id,
                list="do",
                code="promise-overdue",
                owner_id=people[0],
                due_at=self.term.due_at,
                path=path,
            )
        )

    def _close_task(self, at: datetime, outcome: Literal["done", "moved", "withdrawn"] = "done") -> None:
        if self.task_id is not None:
            self._record(
                EscalationTaskClosedV1(
                    case_id=self.case_id,
                    school_id=self.school_id,
                    at=at,
                    task_id=self.task_id,
                    outcome=outcome,
                )
            )
            self.task_id = None

    def _said(self, kind: type[Any], *, at: datetime, **more: Any) -> Any:
        return kind(
            case_id=self.case_id,
            school_id=self.school_id,
            at=at,
            clock_id=self.id,
            clock=str(self.code),
            subject_id=self.subject_id,
            due_at=self.term.due_at,
            statutory=self.term.statutory,
            **more,
        )


def _step(term: Term, tell: Tell, after_working_days: int) -> Step:
    due = add_working_days(term.due_at, after_working_days).at if after_working_days else term.due_at
    return Step(at=first_moment_after(due), tell=tell)


def keeps(clock: Clock, happened: Happened) -> bool:
    """Whether what happened is what the clock waits for."""
    if happened.withdrawn or happened.case_id != clock.case_id:
        return False
    since = happened.at >= clock.term.start
    match clock.code, happened.kind:
        case ClockCode.CONTACT, "contact":
            return since
        case ClockCode.FIRST_MEETING, "meeting":
            return happened.with_home
        case ClockCode.MINUTES, "minutes":
            return happened.about_id == clock.subject_id
        case ClockCode.NEXT_MEETING, "meeting":
            later = happened.starts_at is not None and happened.starts_at > clock.term.start
            return happened.with_home and happened.id != clock.subject_id and later
        case ClockCode.ANSWER, "contact":
            return since and happened.about_id == clock.about_id
        case ClockCode.ANSWER, "meeting":
            return since and happened.with_home and clock.wish == "meet"
        case ClockCode.ABSENT_INFORMED, "letter":
            return happened.cause == clock.about_id and happened.about_id in clock.awaits
        case ClockCode.DECISION | ClockCode.STAFF_OFFENDS, "decision":
            return since
        case ClockCode.ACKNOWLEDGE, "acknowledgement":
            return since and happened.about_id == clock.subject_id
        case ClockCode.NEXT_ACTION, "acknowledgement" | "action":
            # Not the acknowledgement that made the promise: that is where this clock starts.
            return happened.about_id == clock.subject_id and happened.at > clock.term.start
        case ClockCode.PLAN, "plan":
            return since
        case ClockCode.EVALUATION, "evaluation":
            return happened.about_id == clock.subject_id
        case ClockCode.UPDATE, "contact" | "talk":
            # Later than the contact that it runs from.
            return happened.at > clock.term.start
        case ClockCode.GROUP_INVITATION, "meeting":
            planned = happened.starts_at is not None and happened.at > clock.term.start
            return not happened.with_home and planned and happened.id != clock.subject_id
        case ClockCode.DEVIATION, "assessment":
            return happened.about_id == clock.subject_id
        case ClockCode.PROMISE, "task":
            return happened.about_id == clock.subject_id
        case _:
            return False
