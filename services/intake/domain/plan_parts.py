"""What a plan is made of: its words on each child, its measures, its versions, its evaluations so far."""

from datetime import date
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

MeasureStatus = Literal["planned", "running", "done", "stopped"]
MEASURE_STATUSES: tuple[MeasureStatus, ...] = ("planned", "running", "done", "stopped")


class _Part(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)


class Voice(_Part):
    """What the plan says of one child alone: never shown to the family of another (rows L4, R41)."""

    pupil_words: str | None = None
    pupil_not_heard: str | None = None
    pupil_part: str | None = None
    guardians_part: str | None = None
    best_interest: str | None = None


class MeasureText(_Part):
    """A measure as it is written: what, from when, and who. Without an id it is a new one."""

    id: str | None = None
    what: str | None = None
    starts_on: date | None = None
    until: date | None = None
    person_id: str | None = None
    who: str | None = None
    """Who else does it, in words: PPT, the health nurse."""
    case_ids: tuple[str, ...] = ()
    """The children it is for; all of the plan's where none is named."""


class Measure(MeasureText):
    """A measure and how far it has come (row R32)."""

    id: str
    status: MeasureStatus = "planned"
    note: str | None = None
    changed_at: AwareDatetime | None = None

    @property
    def open(self) -> bool:
        return self.status in ("planned", "running")


class PlanText(_Part):
    """The whole of what is filled in, for one of the plan's children."""

    problem: str | None = None
    findings: str | None = None
    voice: Voice = Voice()
    measures: tuple[MeasureText, ...] = ()
    evaluate_on: tuple[date, ...] = ()


class Change(_Part):
    """One field of one version: what stood there before, and after. `of`: the measure or case it is of."""

    field: str
    of: str = ""
    before: str = ""
    after: str = ""


class Version(_Part):
    """Who changed what, and when (rows R31, L1)."""

    number: int
    by: str
    at: AwareDatetime
    changes: tuple[Change, ...] = ()


class Round(_Part):
    """One evaluation that was held, as the plan remembers it."""

    evaluation_id: str
    case_id: str
    on: date
    works: bool
    result: Literal["continue", "adjust", "stop", "new"]
