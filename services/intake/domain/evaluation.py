"""How a plan works for one child: what the pupil, the guardians and the school see, and what comes of it.

Sealed under the child's own case, also where a plan covers several: each family is heard on its own child.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.intake import EvaluationRecordedV1
from shared.errors import Conflict, Refusal
from shared.storage.aggregate import Aggregate

Effect = Literal["good", "some", "none", "worse"]
EFFECTS: tuple[Effect, ...] = ("good", "some", "none", "worse")
Result = Literal["continue", "adjust", "stop", "new"]
RESULTS: tuple[Result, ...] = ("continue", "adjust", "stop", "new")
Better = Literal["yes", "some", "no"]
BETTER: tuple[Better, ...] = ("yes", "some", "no")


class _Part(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)


class Effects(_Part):
    """How one measure works, seen by each of the three (row R26); nobody's view outranks another's."""

    measure_id: str
    pupil: Effect | None = None
    guardian: Effect | None = None
    school: Effect | None = None


class Heard(_Part):
    """What a guardian says, or that this guardian was asked and when."""

    person_id: str
    says: str | None = None
    invited_on: date | None = None


class EvaluationText(_Part):
    """The whole of what is filled in; a draft saves whatever is there."""

    effects: tuple[Effects, ...] = ()
    pupil_says: str | None = None
    pupil_not_heard: str | None = None
    guardians: tuple[Heard, ...] = ()
    best_interest: str | None = None
    better: Better | None = None
    result: Result | None = None
    note: str | None = None
    next_on: date | None = None


class Evaluation(Aggregate):
    plan_id: str
    case_id: str
    school_id: str
    due_on: date
    text: EvaluationText = Field(default_factory=EvaluationText)
    started_at: AwareDatetime
    recorded_at: AwareDatetime | None = None
    recorded_by: str | None = None
    help_suggested: bool = False

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id, "plan_id": self.plan_id, "recorded": self.recorded_at is not None}

    def scope(self) -> str:
        return self.case_id

    def write(self, text: EvaluationText) -> None:
        """Keep what has come so far; what is recorded is corrected by the next evaluation, not here."""
        if self.recorded_at is not None:
            raise Conflict("evaluation-recorded")
        self.text = text

    def gaps(self, guardian_ids: Collection[str], invited: Collection[str]) -> dict[str, str]:
        """What it still takes to record it, by field (rows L4, R26).

        `invited`: who has been called in to a meeting about this; a guardian who was asked and did not
        answer holds nothing up.
        """
        text = self.text
        found: dict[str, str] = {}
        if not text.pupil_says and not text.pupil_not_heard:
            found["pupil_says"] = "plan-pupil-heard"
        heard = {one.person_id for one in text.guardians if one.says or one.invited_on}
        for place, person_id in enumerate(guardian_ids):
            if person_id not in heard and person_id not in invited:
                found[f"guardians.{place}.says"] = "heard-or-invited"
        if not text.best_interest:
            found["best_interest"] = "plan-best-interest"
        if text.better is None:
            found["better"] = "required"
        if text.result is None:
            found["result"] = "required"
        return found

    def record(
        self,
        *,
        guardian_ids: Collection[str],
        invited: Collection[str],
        before: int,
        help_after: int,
        by: str,
        at: datetime,
    ) -> bool:
        """Record it, refused with what is missing; False when it was recorded before.

        `before`: how many evaluations in a row, before this one, did not help.
        """
        if self.recorded_at is not None:
            return False
        if gaps := self.gaps(guardian_ids, invited):
            raise Refusal("evaluation-incomplete", fields=gaps)
        assert self.text.result is not None
        self.recorded_at, self.recorded_by = at, by
        count = 0 if self.works else before + 1
        self.help_suggested = count >= help_after
        self._record(
            EvaluationRecordedV1(
                case_id=self.case_id,
                school_id=self.school_id,
                at=at,
                by=by,
                plan_id=self.plan_id,
                evaluation_id=self.id,
                result=self.text.result,
                works=self.works,
                without_effect=count,
                criteria=("long_lasting",) if self.help_suggested else (),
            )
        )
        return True

    @property
    def works(self) -> bool:
        """Whether it has become better; what is only partly so counts as better, and the plan goes on."""
        return self.text.better in ("yes", "some")
