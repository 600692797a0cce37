"""What people fill in about the course of a case. A draft takes whatever is there."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from services.intake.domain.course_parts import Method, StepStatus
from services.intake.domain.evaluation import Better, Effect, Result
from services.intake.domain.plan_parts import MeasureStatus
from services.intake.web.case_forms import Line, Text
from services.intake.web.names_clicked import Looked
from services.intake.web.report_forms import Id

_PARTS_OF_A_DATE = 3


def _as_people_write_it(told: object) -> object:
    """`16.11.2026` as well as what a browser's date field sends."""
    parts = told.split(".") if isinstance(told, str) else []
    if len(parts) != _PARTS_OF_A_DATE:
        return told
    return "-".join(part.strip().zfill(2) for part in reversed(parts))


Day = Annotated[date, BeforeValidator(_as_people_write_it)]


class _Form(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True, extra="ignore")


class AssessForm(_Form):
    """What leadership makes of it; words may wait."""

    text: Text | None = None


class NoCaseForm(Looked, _Form):
    """Why there is no case, for the school; and the answer, for whoever told."""

    text: Text
    answer: Text


class MoveForm(_Form):
    school_id: Id
    reason: Text


class StepForm(Looked, _Form):
    """What is to be found out, and what came of it."""

    method: Method
    person_id: Id
    what: Text | None = None
    due_on: Day | None = None
    status: StepStatus = "planned"
    result: Text | None = None
    reason: Text | None = None
    shared: str | None = None


class MeasureRow(_Form):
    id: Id | None = None
    what: Text | None = None
    starts_on: Day | None = None
    until: Day | None = None
    person_id: Id | None = None
    who: Line | None = None
    mine: str | None = None
    """Ticked where a measure of a plan for several is for this child alone."""


class PlanForm(Looked, _Form):
    """The plan, as it was when `base` was its version."""

    base: Annotated[int, Field(ge=0, le=100_000)]
    do: Literal["save", "activate"] = "save"
    problem: Text | None = None
    findings: Text | None = None
    pupil_words: Text | None = None
    pupil_not_heard: Text | None = None
    pupil_part: Text | None = None
    guardians_part: Text | None = None
    best_interest: Text | None = None
    measures: Annotated[list[MeasureRow], Field(max_length=60)] = []
    evaluate_on: Annotated[list[Day], Field(max_length=20)] = []


class MeasureStatusForm(_Form):
    status: MeasureStatus
    note: Line | None = None


class JoinForm(_Form):
    case_id: Id


class EffectRow(_Form):
    measure_id: Id
    pupil: Effect | None = None
    guardian: Effect | None = None
    school: Effect | None = None


class GuardianRow(_Form):
    person_id: Id
    says: Text | None = None
    invited_on: Day | None = None


class EvaluationForm(_Form):
    """How it works, as far as it has been told."""

    do: Literal["save", "record"] = "save"
    effects: Annotated[list[EffectRow], Field(max_length=60)] = []
    guardians: Annotated[list[GuardianRow], Field(max_length=10)] = []
    pupil_says: Text | None = None
    pupil_not_heard: Text | None = None
    best_interest: Text | None = None
    better: Better | None = None
    result: Result | None = None
    note: Text | None = None
    next_on: Day | None = None


class CloseForm(_Form):
    """The grounds of L5."""

    pupil_says: Text | None = None
    not_obtainable: Text | None = None
    guardians_told_on: Day | None = None
    guardians_told_how: Line | None = None
    follow_up_on: Day | None = None
    summary: Text | None = None


class ReopenForm(_Form):
    reason: Text


class SignForm(_Form):
    do: Literal["sign", "back"]
