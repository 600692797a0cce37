"""The course of a case: assessed, examined, with a plan, looked at, closed; and what each step needs.

A step that is refused says why in a code that has words. Nothing is taken away: assessments, moves,
closings and reopenings are added to what there was (row L1).
"""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from services.intake.domain.course_parts import (
    Assessment,
    Closing,
    ClosingDraft,
    HandOver,
    Move,
    Reopening,
    Step,
)
from shared.contracts.intake import (
    CaseAssessedV1,
    CaseClosedV1,
    CaseHandedOverV1,
    CaseMovedV1,
    CaseReopenedV1,
    InvestigationStepChangedV1,
)
from shared.errors import Conflict, Refusal
from shared.storage.aggregate import Aggregate

State = Literal[
    "reported", "received", "assessed", "investigating", "plan_active", "evaluating", "closed", "no_case"
]
ENDED: frozenset[State] = frozenset({"closed", "no_case"})
_BEFORE_A_PLAN: frozenset[State] = frozenset({"reported", "received", "assessed", "investigating"})


class Course(Aggregate):
    """The part of a case that says how far it has come. `Case` adds what is known and done in it."""

    number: str
    school_id: str
    pupil_id: str | None = None
    handler_id: str
    owner_id: str | None = None
    """The member of staff whom leadership has made responsible; None while it is leadership itself."""
    handovers: list[HandOver] = Field(default_factory=list)
    reporter_id: str | None = None
    state: State = "reported"
    assessments: list[Assessment] = Field(default_factory=list)
    steps: list[Step] = Field(default_factory=list)
    moves: list[Move] = Field(default_factory=list)
    closings: list[Closing] = Field(default_factory=list)
    waits_for_owner: Closing | None = None
    """A closing that the school owner is to countersign before it counts (row B12)."""
    reopenings: list[Reopening] = Field(default_factory=list)

    @property
    def ended(self) -> bool:
        return self.state in ENDED

    @property
    def ended_at(self) -> datetime | None:
        """When it was closed, or assessed to be no case; None while it is open."""
        if self.state == "closed" and self.closings:
            return self.closings[-1].at
        if self.state == "no_case" and self.assessments:
            return self.assessments[-1].at
        return None

    # --- assessed ----------------------------------------------------------------------------------

    def assess(self, assessment: Assessment) -> None:
        """Leadership has looked at it: a case, or none. There is no way to refuse a report (row R2)."""
        if self.state not in ("reported", "received", "assessed"):
            if assessment.outcome == "no_case":
                raise Conflict("case-ended" if self.ended else "no-case-too-late")
            raise Conflict("case-ended" if self.ended else "already-assessed")
        if assessment.outcome == "no_case":
            gaps = {"text": assessment.text, "answer": assessment.answer}
            if fields := {name: "required" for name, told in gaps.items() if not told}:
                raise Refusal("invalid", fields=fields)
        self.assessments.append(assessment)
        if assessment.outcome == "no_case":
            self.state = "no_case"
        else:
            self.state = "investigating" if self.steps else "assessed"
        self._record(
            CaseAssessedV1(
                **self._place(assessment.at, assessment.by),
                outcome=assessment.outcome,
                reporter_id=self.reporter_id,
            )
        )

    def move(self, move: Move, handler_id: str) -> None:
        """The right school takes over, with everything that is there (row P5)."""
        if self.ended:
            raise Conflict("case-ended")
        if move.to_school_id == self.school_id:
            raise Refusal("invalid", fields={"school_id": "same-school"})
        self.moves.append(move)
        self.school_id, self.handler_id, self.owner_id = move.to_school_id, handler_id, None
        self._record(
            CaseMovedV1(
                **self._place(move.at, move.by),
                number=self.number,
                from_school_id=move.from_school_id,
                from_handler_id=move.from_handler_id,
                handler_id=handler_id,
            )
        )

    def hand_over(self, to_id: str, by: str, at: datetime) -> bool:
        """Somebody else is responsible from now on; False when they are that already."""
        if self.ended:
            raise Conflict("case-ended")
        if (self.handler_id, self.owner_id) == (to_id, to_id):
            return False
        before, self.handler_id, self.owner_id = self.handler_id, to_id, to_id
        self.handovers.append(HandOver(from_id=before, to_id=to_id, by=by, at=at))
        self._record(
            CaseHandedOverV1(
                **self._place(at, by), number=self.number, from_handler_id=before, handler_id=to_id
            )
        )
        return True

    # --- examined ----------------------------------------------------------------------------------

    def take_step(self, step: Step) -> None:
        """Something is to be found out, or what is to be found out has changed; the same again is nothing."""
        known = next((one for one in self.steps if one.id == step.id), None)
        if self.ended and known is None:
            raise Conflict("case-ended")
        if known is None:
            self.steps.append(step)
        else:
            kept = {"by": known.by, "at": known.at, "changed_at": known.changed_at}
            if known == step.model_copy(update=kept):
                return
            self.steps = [
                step.model_copy(update={**kept, "changed_at": step.at}) if one.id == step.id else one
                for one in self.steps
            ]
        if self.state == "assessed":
            self.state = "investigating"
        self._record(
            InvestigationStepChangedV1(
                **self._place(step.at, step.by),
                step_id=step.id,
                method=step.method,
                status=step.status,
                person_id=step.person_id,
                due_on=step.due_on,
            )
        )

    # --- with a plan -------------------------------------------------------------------------------

    def follow_plan(self) -> bool:
        """A plan is in force; False when it was known, or when the case has gone on since."""
        if self.state not in _BEFORE_A_PLAN:
            return False
        self.state = "plan_active"
        return True

    def evaluate(self, *, under_way: bool) -> bool:
        """The measures are being looked at, or have been; False when that changes nothing."""
        before, after = ("plan_active", "evaluating") if under_way else ("evaluating", "plan_active")
        if self.state != before:
            return False
        self.state = "evaluating" if after == "evaluating" else "plan_active"
        return True

    # --- closed ------------------------------------------------------------------------------------

    def close(self, closing: Closing, *, countersign: bool = False) -> None:
        """Close, or ask the owner to countersign first. `closing_gaps` has said that nothing is missing."""
        if self.ended:
            raise Conflict("case-ended")
        if self.waits_for_owner is not None:
            raise Conflict("waits-for-owner")
        if countersign:
            self.waits_for_owner = closing
            return
        self._end(closing, closing.at, closing.by)

    def countersign(self, by: str, at: datetime) -> None:
        """The school owner has looked at the grounds and signs too."""
        if self.waits_for_owner is None:
            raise Conflict("nothing-to-sign")
        signed = self.waits_for_owner.model_copy(update={"countersigned_by": by, "countersigned_at": at})
        self._end(signed, at, by)

    def send_back(self) -> Closing:
        """The owner asks the school to go on; what was written is kept for the next time."""
        if self.waits_for_owner is None:
            raise Conflict("nothing-to-sign")
        sent_back, self.waits_for_owner = self.waits_for_owner, None
        return sent_back

    def reopen(self, reason: str, by: str, at: datetime) -> None:
        """Go on where it ended, history and all."""
        if self.state not in ("closed", "no_case"):
            raise Conflict("case-not-ended")
        after: Literal["closed", "no_case"] = "closed" if self.state == "closed" else "no_case"
        self.reopenings.append(Reopening(reason=reason, after=after, by=by, at=at))
        self.state = "investigating" if after == "closed" else "received"
        self._record(CaseReopenedV1(**self._place(at, by), handler_id=self.handler_id, after=after))

    def _end(self, closing: Closing, at: datetime, by: str) -> None:
        self.waits_for_owner = None
        self.closings.append(closing)
        self.state = "closed"
        self._record(
            CaseClosedV1(
                **self._place(at, by),
                pupil_heard=closing.pupil_says is not None,
                guardians_told_on=closing.guardians_told_on,
                follow_up_on=closing.follow_up_on,
                countersigned_by=closing.countersigned_by,
            )
        )

    def _place(self, at: datetime, by: str | None) -> dict[str, Any]:
        return {"case_id": self.id, "school_id": self.school_id, "at": at, "by": by}


def closing_gaps(
    closing: ClosingDraft, *, today: date, has_guardians: bool, evaluated: bool, evaluating: bool
) -> dict[str, str]:
    """What rule L5 still asks for, by field; empty when the case may be closed.

    `evaluated`: no plan was in force, or one has been looked at together (row B10).
    """
    gaps: dict[str, str] = {}
    if not closing.pupil_says and not closing.not_obtainable:
        gaps["pupil_says"] = "safe-or-reason"
    if has_guardians and closing.guardians_told_on is None:
        gaps["guardians_told_on"] = "guardians-told"
    elif closing.guardians_told_on is not None and closing.guardians_told_on > today:
        gaps["guardians_told_on"] = "not-past"
    if closing.follow_up_on is None:
        gaps["follow_up_on"] = "follow-up"
    elif closing.follow_up_on <= today:
        gaps["follow_up_on"] = "not-ahead"
    if evaluating:
        gaps["evaluation"] = "evaluation-open"
    elif not evaluated:
        gaps["evaluation"] = "evaluation-first"
    return gaps
