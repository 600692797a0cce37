"""Whether one case is serious: what speaks for it, and what the rektor has decided (R36).

A suggestion is only ever a question to the rektor; nothing is sent by itself. The rektor may also decide
without one.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.escalation.domain.criteria import Criteria
from shared.contracts.escalation import SeriousDecidedV1, SeriousSuggestedV1
from shared.contracts.tasks import EscalationTaskClosedV1, EscalationTaskOpenedV1
from shared.errors import Conflict, Refusal
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

Choice = Literal["notify", "not_serious"]


class RecordedFact(BaseModel):
    """A fact that speaks for it, with its words; sealed with the case."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    fact_id: str
    criteria: tuple[str, ...]
    recorded_at: AwareDatetime
    occurred_on: date | None = None
    text: str = ""


class NoticeContent(BaseModel):
    """What the owner is told. All of it is asked for and all may be short, or come later."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    facts: str = ""
    measures: str = ""
    next_evaluation: date | None = None
    help_wanted: str = ""
    police: bool | None = None
    barnevern: bool | None = None


class Decision(BaseModel):
    """One decision of the rektor's, with the reason and, when the owner is notified, what is told."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    choice: Choice
    reason: str = ""
    content: NoticeContent | None = None
    criteria: tuple[str, ...] = ()
    by: str
    at: AwareDatetime
    notice_id: str | None = None
    implicated: tuple[str, ...] = ()


class Suggestion(Aggregate):
    case_id: str
    school_id: str
    facts: list[RecordedFact] = Field(default_factory=list)
    round: int = 0
    """How many times the rektor has been asked."""
    suggested: tuple[str, ...] = ()
    suggested_at: AwareDatetime | None = None
    decider_id: str | None = None
    criteria_version: int | None = None
    decisions: list[Decision] = Field(default_factory=list)

    @staticmethod
    def id_for(case_id: str) -> str:
        return derived_id("suggestion", case_id)

    @classmethod
    def about(cls, case_id: str, school_id: str) -> "Suggestion":
        return cls(id=cls.id_for(case_id), case_id=case_id, school_id=school_id)

    def clear(self) -> Mapping[str, Any]:
        latest = self.latest
        return {
            "case_id": self.case_id,
            "school_id": self.school_id,
            "waits": self.waits,
            "not_notified_at": latest.at if latest and latest.choice == "not_serious" else None,
        }

    def scope(self) -> str:
        return self.case_id

    @property
    def waits(self) -> bool:
        """Whether the rektor has been asked and has not answered."""
        return bool(self.suggested)

    @property
    def latest(self) -> Decision | None:
        return self.decisions[-1] if self.decisions else None

    @property
    def notified(self) -> bool:
        return any(one.choice == "notify" for one in self.decisions)

    def take(self, fact: RecordedFact, *, criteria: Criteria, decider_id: str, at: datetime) -> None:
        """Note a fact, and ask the rektor if the criteria are met by what has not been decided on yet."""
        if any(known.fact_id == fact.fact_id for known in self.facts):
            return
        self.facts.append(fact)
        met = criteria.met_by(one.criteria for one in self.facts)
        if self.waits or self.notified:
            return
        decided_on = set(self.decisions[-1].criteria) if self.decisions else set()
        if not set(met) - decided_on:
            return
        self.round += 1
        self.suggested, self.suggested_at, self.decider_id = met, at, decider_id
        self.criteria_version = criteria.version
        self._ask(at)

    def criteria_now(self, criteria: Criteria) -> tuple[str, ...]:
        return criteria.met_by(one.criteria for one in self.facts)

    def decide(
        self,
        choice: Choice,
        *,
        by: str,
        at: datetime,
        reason: str,
        criteria: Criteria,
        content: NoticeContent | None = None,
        implicated: Sequence[str] = (),
    ) -> Decision:
        """Notify the owner, or record why not; a case whose owner is notified cannot be un-notified."""
        if choice == "not_serious" and not reason:
            raise Refusal("reason-needed", fields={"reason": "reason-needed"})
        if self.notified:
            raise Conflict("already-notified")
        notify = choice == "notify"
        decision = Decision(
            choice=choice,
            reason=reason,
            content=(content or NoticeContent()) if notify else None,
            criteria=self.criteria_now(criteria),
            by=by,
            at=at,
            notice_id=derived_id("notice", self.case_id, str(len(self.decisions) + 1)) if notify else None,
            implicated=tuple(implicated) if notify else (),
        )
        self.decisions.append(decision)
        self._record(
            SeriousDecidedV1(
                **self._about(at),
                by=by,
                suggestion_id=self.id if self.waits else None,
                decision=choice,
                notice_id=decision.notice_id,
            )
        )
        if self.waits:
            self.suggested = ()
            self._record(EscalationTaskClosedV1(**self._about(at), by=by, task_id=self._task_id()))
        return decision

    def _ask(self, at: datetime) -> None:
        assert self.decider_id is not None
        self._record(
            SeriousSuggestedV1(
                **self._about(at),
                suggestion_id=self.id,
                criteria=self.suggested,
                decider_id=self.decider_id,
            )
        )
        self._record(
            EscalationTaskOpenedV1(
                **self._about(at),
                task_id=self._task_id(),
                list="do",
                code="serious-to-decide",
                owner_id=self.decider_id,
                path=f"/notices/decide/{self.case_id}",
            )
        )

    def _about(self, at: datetime) -> dict[str, Any]:
        return {"case_id": self.case_id, "school_id": self.school_id, "at": at}

    def _task_id(self) -> str:
        return derived_id("task", self.id, str(self.round))
