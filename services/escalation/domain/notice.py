"""A notice to the school owner: who was asked, who has taken it, and what happens when nobody does.

It goes down the chain until somebody takes it with a name, a next action and a date. A date that is not
kept sends it down the chain again. Nobody left to ask is the loudest alarm there is.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Literal

from pydantic import AwareDatetime, Field

from services.escalation.domain.chain import Chain, Link, SkipReason
from services.escalation.domain.notice_parts import Acknowledgement, Asked, LetterOutcome, Passed
from services.escalation.domain.suggestion import NoticeContent
from services.escalation.domain.term import first_moment_after
from shared.calendar import end_of_day
from shared.contracts.escalation import (
    NoticeAcknowledgedV1,
    NoticeActionKeptV1,
    NoticeStepV1,
    NoticeUnansweredV1,
    Skipped,
)
from shared.contracts.tasks import EscalationTaskClosedV1, EscalationTaskOpenedV1
from shared.errors import Conflict, Hidden, Refusal
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

By = Callable[[Link], datetime]
"""When somebody who is asked at this place in the chain must have acknowledged."""
State = Literal["starting", "waiting", "acknowledged", "unanswered", "done"]


class Notice(Aggregate):
    case_id: str
    school_id: str
    content: NoticeContent
    reason: str = ""
    criteria: tuple[str, ...] = ()
    decided_by: str
    decided_at: AwareDatetime
    implicated: tuple[str, ...] = ()
    chain: Chain
    state: State = "starting"
    walks: int = 0
    position: int = 0
    asked: list[Asked] = Field(default_factory=list)
    passed: list[Passed] = Field(default_factory=list)
    acknowledgements: list[Acknowledgement] = Field(default_factory=list)
    due_at: AwareDatetime | None = None
    task_id: str | None = None
    ring_task_id: str | None = None
    letters: list[LetterOutcome] = Field(default_factory=list)

    def clear(self) -> Mapping[str, Any]:
        return {
            "case_id": self.case_id,
            "school_id": self.school_id,
            "state": self.state,
            "asked": self.current.person_id if self.current else None,
            "decided_at": self.decided_at,
            "due_at": self.due_at,
        }

    def scope(self) -> str:
        return self.case_id

    @property
    def current(self) -> Asked | None:
        """Who is asked now."""
        return self.asked[-1] if self.asked and self.state == "waiting" else None

    @property
    def acknowledgement(self) -> Acknowledgement | None:
        return self.acknowledgements[-1] if self.acknowledgements else None

    def note_letter(self, told: LetterOutcome) -> None:
        """Keep what became of a letter, once."""
        if told not in self.letters:
            self.letters.append(told)

    def people(self) -> list[str]:
        """Who has been asked or passed over."""
        return [*(one.person_id for one in self.asked), *(one.person_id for one in self.passed)]

    def may_be_read_by(self, person_id: str) -> bool:
        return person_id not in self.implicated

    def start(self, now: datetime, *, cannot: Mapping[str, SkipReason], acknowledge_by: By) -> State | None:
        """Ask the first who can be asked; None, and nothing, when it has started already."""
        if self.state != "starting":
            return None
        return self._ask_next(now, (), cannot, acknowledge_by)

    def run_out(self, now: datetime, *, cannot: Mapping[str, SkipReason], acknowledge_by: By) -> State | None:
        """The time to acknowledge, or to keep what was promised, has passed: ask the next, or all again."""
        if self.due_at is None or now < self.due_at:
            return None
        if self.state == "acknowledged":
            self.walks, self.position = self.walks + 1, 0
            return self._ask_next(now, (), cannot, acknowledge_by)
        assert self.current is not None
        late = Passed(person_id=self.current.person_id, reason="not_acknowledged", at=now)
        return self._ask_next(now, (late,), cannot, acknowledge_by)

    def not_reached(
        self,
        person_id: str,
        now: datetime,
        *,
        cannot: Mapping[str, SkipReason],
        acknowledge_by: By,
    ) -> State | None:
        """The letter to who is asked now cannot be delivered: go on at once."""
        if self.current is None or self.current.person_id != person_id:
            return None
        gone = Passed(person_id=person_id, reason="unreachable", at=now)
        return self._ask_next(now, (gone,), cannot, acknowledge_by)

    def acknowledge(self, person_id: str, *, name: str, next_action: str, on: date, now: datetime) -> None:
        """Take the notice, or say anew what comes next; stops the chain until that date."""
        if not self.may_be_read_by(person_id):
            raise Hidden
        if self.state == "done":
            raise Conflict("notice-done")
        today = now.astimezone(end_of_day(on).tzinfo).date()
        if on < today:
            raise Refusal("date-has-passed", fields={"next_action_on": "date-has-passed"})
        taken = Acknowledgement(person_id=person_id, name=name, next_action=next_action, on=on, at=now)
        last = self.acknowledgement
        if last and (last.person_id, last.next_action, last.on, last.kept_at) == (
            person_id,
            next_action,
            on,
            None,
        ):
            return  # the same form sent twice
        self.acknowledgements.append(taken)
        self.state, self.due_at = "acknowledged", first_moment_after(end_of_day(on))
        self._record(
            NoticeAcknowledgedV1(
                **self._about(now), by=person_id, notice_id=self.id, person_id=person_id, next_action_on=on
            )
        )
        self._close_task(now, by=person_id)

    def keep(self, person_id: str, now: datetime) -> None:
        """What was promised has been done, and nothing further is promised."""
        if not self.may_be_read_by(person_id):
            raise Hidden
        if self.state == "done":
            return
        if self.state != "acknowledged" or self.acknowledgement is None:
            raise Conflict("notice-not-acknowledged")
        kept = self.acknowledgement.model_copy(update={"kept_at": now})
        self.acknowledgements[-1] = kept
        self.state, self.due_at = "done", None
        self._record(
            NoticeActionKeptV1(**self._about(now), by=person_id, notice_id=self.id, person_id=person_id)
        )

    def _ask_next(
        self,
        now: datetime,
        passed: tuple[Passed, ...],
        cannot: Mapping[str, SkipReason],
        acknowledge_by: By,
    ) -> State:
        turn = self.chain.after(self.position, cannot)
        skipped = [*passed, *(Passed(person_id=one, reason=why, at=now) for one, why in turn.passed)]
        self.passed += skipped
        self._close_task(now, outcome="moved")
        if turn.link is None or turn.person_id is None:
            self._nobody_left(now)
            return self.state
        self.position = turn.link.step
        step = self.walks * len(self.chain.links) + turn.link.step
        by = acknowledge_by(turn.link)
        asked = Asked(step=step, person_id=turn.person_id, at=now, acknowledge_by=by)
        self.asked.append(asked)
        self.state, self.due_at = "waiting", first_moment_after(by)
        self._record(
            NoticeStepV1(
                **self._about(now),
                notice_id=self.id,
                step=step,
                person_id=asked.person_id,
                acknowledge_by=by,
                skipped=tuple(Skipped(person_id=one.person_id, reason=one.reason) for one in skipped),
            )
        )
        self._open_task(now, asked.person_id, "notice-to-acknowledge", f"/notices/{self.id}", by)
        if turn.link.channel == "mail_and_ring":
            self._ask_to_ring(now, asked.person_id, by)
        return self.state

    def _nobody_left(self, now: datetime) -> None:
        self.state, self.due_at = "unanswered", None
        self._record(
            NoticeUnansweredV1(
                **self._about(now),
                notice_id=self.id,
                skipped=tuple(Skipped(person_id=one.person_id, reason=one.reason) for one in self.passed),
            )
        )
        # Whoever sent it must know that nobody has it: only a person can go on from here.
        self._open_task(now, self.decided_by, "promise-overdue", f"/notices/decide/{self.case_id}", now)

    def _ask_to_ring(self, now: datetime, person_id: str, by: datetime) -> None:
        """The chain says that a letter is not enough here: who sent the notice rings as well."""
        self.ring_task_id = derived_id("task", self.id, str(len(self.asked)), "notice-to-ring")
        self._record(
            EscalationTaskOpenedV1(
                **self._about(now),
                task_id=self.ring_task_id,
                list="ring",
                code="notice-to-ring",
                owner_id=self.decided_by,
                about_person_id=person_id,
                due_at=by,
                path=f"/notices/decide/{self.case_id}",
            )
        )

    def _open_task(self, now: datetime, owner_id: str, code: str, path: str, due_at: datetime) -> None:
        self.task_id = derived_id("task", self.id, str(len(self.asked)), code)
        self._record(
            EscalationTaskOpenedV1(
                **self._about(now),
                task_id=self.task_id,
                list="do",
                code=code,
                owner_id=owner_id,
                due_at=due_at,
                path=path,
            )
        )

    def _close_task(
        self, now: datetime, outcome: Literal["done", "moved"] = "done", by: str | None = None
    ) -> None:
        for task_id in (self.task_id, self.ring_task_id):
            if task_id is not None:
                self._record(
                    EscalationTaskClosedV1(**self._about(now), by=by, task_id=task_id, outcome=outcome)
                )
        self.task_id = self.ring_task_id = None

    def _about(self, at: datetime) -> dict[str, Any]:
        return {"case_id": self.case_id, "school_id": self.school_id, "at": at}
