"""What has happened in a case that may keep a promise, as this service knows it from the others.

Events of different aggregates come in any order: a meeting may be called before the case is known here.
So each is noted on its own first, and looked at from both sides: when it comes, and when a clock starts.
"""

from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

Kind = Literal[
    "contact",
    "meeting",
    "talk",
    "minutes",
    "letter",
    "acknowledgement",
    "decision",
    "task",
    "action",
    "plan",
    "evaluation",
    "end",
    "assessment",
]


class Happened(BaseModel):
    """One thing that happened. Withdrawn when it no longer counts (a meeting that was cancelled)."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    kind: Kind
    case_id: str
    at: AwareDatetime
    about_id: str | None = None
    """The person, meeting, notice or task it is about."""
    cause: str | None = None
    starts_at: datetime | None = None
    with_home: bool = True
    withdrawn: bool = False
