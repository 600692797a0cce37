"""What somebody has to do, as each service says it in codes; intake shows them all on one screen (P8)."""

from typing import ClassVar, Literal

from pydantic import AwareDatetime, Field

from shared.contracts.envelope import CaseEvent
from shared.contracts.topics import TASKS, Topic

TaskList = Literal["ring", "meet", "write", "do"]


class TaskOpened(CaseEvent):
    """A task stands on somebody's list. `code` is a catalogue id (`task-…`) in intake."""

    task_id: str
    list: TaskList
    code: str
    owner_id: str
    about_person_id: str | None = None
    due_at: AwareDatetime | None = None
    path: str | None = Field(default=None, description="where it is done: a path behind the one gateway")


class TaskClosed(CaseEvent):
    """A task is done, or no longer needed."""

    task_id: str
    outcome: Literal["done", "withdrawn", "moved"] = "done"


class IntakeTaskOpenedV1(TaskOpened):
    type: ClassVar[str] = "samspill.intake.task-opened.v1"
    topic: ClassVar[Topic] = TASKS["intake"]


class IntakeTaskClosedV1(TaskClosed):
    type: ClassVar[str] = "samspill.intake.task-closed.v1"
    topic: ClassVar[Topic] = TASKS["intake"]


class MeetingsTaskOpenedV1(TaskOpened):
    type: ClassVar[str] = "samspill.meetings.task-opened.v1"
    topic: ClassVar[Topic] = TASKS["meetings"]


class MeetingsTaskClosedV1(TaskClosed):
    type: ClassVar[str] = "samspill.meetings.task-closed.v1"
    topic: ClassVar[Topic] = TASKS["meetings"]


class NotifyTaskOpenedV1(TaskOpened):
    type: ClassVar[str] = "samspill.notify.task-opened.v1"
    topic: ClassVar[Topic] = TASKS["notify"]


class NotifyTaskClosedV1(TaskClosed):
    type: ClassVar[str] = "samspill.notify.task-closed.v1"
    topic: ClassVar[Topic] = TASKS["notify"]


class EscalationTaskOpenedV1(TaskOpened):
    type: ClassVar[str] = "samspill.escalation.task-opened.v1"
    topic: ClassVar[Topic] = TASKS["escalation"]


class EscalationTaskClosedV1(TaskClosed):
    type: ClassVar[str] = "samspill.escalation.task-closed.v1"
    topic: ClassVar[Topic] = TASKS["escalation"]
