"""What the course of a case is made of: the assessment, what is examined, moves, closings, reopenings."""

from datetime import date
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

StepStatus = Literal["planned", "running", "done", "dropped"]
Method = Literal[
    "talk_pupil", "talk_staff", "talk_home", "observation", "survey", "named_survey", "document", "other"
]
METHODS: tuple[Method, ...] = (
    "talk_pupil",
    "talk_staff",
    "talk_home",
    "observation",
    "survey",
    "named_survey",
    "document",
    "other",
)
STEP_STATUSES: tuple[StepStatus, ...] = ("planned", "running", "done", "dropped")


class _Part(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)


class Assessment(_Part):
    """What leadership made of it; where there is no case, why, and the answer to who told (row P5)."""

    outcome: Literal["case", "no_case"]
    text: str | None = None
    answer: str | None = None
    by: str
    at: AwareDatetime


class HandOver(_Part):
    """Who had the case, and who has it after that."""

    from_id: str
    to_id: str
    by: str
    at: AwareDatetime


class Step(_Part):
    """Something to find out: how, who does it, by when, and what came of it (row R30)."""

    id: str
    method: Method
    what: str | None = None
    person_id: str
    due_on: date | None = None
    status: StepStatus = "planned"
    result: str | None = None
    reason: str | None = None
    """Why names are needed, where a survey is not anonymous (forskrift § 20-5)."""
    shared: bool = False
    """Whether the family may read it; the school's own working list is not theirs otherwise."""
    by: str
    at: AwareDatetime
    changed_at: AwareDatetime | None = None

    @property
    def open(self) -> bool:
        return self.status in ("planned", "running")

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is asked for and has not come, as codes."""
        found = () if self.due_on else ("step-date",)
        return (*found, "step-reason") if self.method == "named_survey" and not self.reason else found


class Move(_Part):
    """From which school to which, and why."""

    from_school_id: str
    to_school_id: str
    from_handler_id: str
    reason: str
    by: str
    at: AwareDatetime


class ClosingDraft(_Part):
    """The grounds as they are filled in; `closing_gaps` of the course says what is missing."""

    pupil_says: str | None = None
    """The pupil's own statement that it is safe."""
    not_obtainable: str | None = None
    """Why the pupil's statement could not be had."""
    guardians_told_on: date | None = None
    guardians_told_how: str | None = None
    follow_up_on: date | None = None
    summary: str | None = None


class Closing(ClosingDraft):
    """On which grounds a case was closed (row L5), and who else signed where the municipality wants it."""

    follow_up_on: date
    follow_up_by: str
    by: str
    at: AwareDatetime
    countersigned_by: str | None = None
    countersigned_at: AwareDatetime | None = None


class Reopening(_Part):
    reason: str
    after: Literal["closed", "no_case"]
    by: str
    at: AwareDatetime
