"""What intake keeps of the other services' events, to show tasks, a timeline and what happens next."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from shared.contracts.tasks import TaskList
from shared.kernel import Kernel


class _Row(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


class TaskRow(_Row):
    """A task of another service, or of our own, as it was last said."""

    task_id: str
    case_id: str
    school_id: str
    list: TaskList | None = None
    code: str = ""
    owner_id: str = ""
    about_person_id: str | None = None
    due_at: AwareDatetime | None = None
    path: str | None = None
    opened_at: AwareDatetime | None = None
    is_open: bool = False


class TimelineRow(_Row):
    """One event of a case: codes and ids; the words come from catalogue and directory when it is shown."""

    id: str
    case_id: str
    type: str
    at: AwareDatetime
    by: str | None = None
    facts: dict[str, Any] = {}


class MeetingRow(_Row):
    """One meeting as far as the case page and the family's page tell of it."""

    meeting_id: str
    case_id: str
    kind: str
    starts_at: AwareDatetime | None = None
    room_id: str | None = None
    status: Literal["called", "cancelled", "held"] = "called"
    minutes_at: AwareDatetime | None = None
    next_meeting_on: date | None = None


class ClockRow(_Row):
    """One deadline and how it stands."""

    clock_id: str
    case_id: str
    clock: str
    due_at: AwareDatetime
    statutory: bool = False
    status: Literal["running", "met", "overdue"] = "running"
    settled_at: datetime | None = None


class Projections:
    """All of them, each sealed under its case's key."""

    def __init__(self, kernel: Kernel) -> None:
        self.tasks = kernel.projection("tasks_seen", TaskRow)
        self.timeline = kernel.projection("timeline", TimelineRow)
        self.meetings = kernel.projection("meetings_seen", MeetingRow)
        self.clocks = kernel.projection("clocks_seen", ClockRow)

    async def prepare(self) -> None:
        await self.tasks.index("owner_id", "open")
        await self.tasks.index("school_id", "open")
        for one in (self.tasks, self.timeline, self.meetings, self.clocks):
            await one.index("case_id")
