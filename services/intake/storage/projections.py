"""What intake keeps of the other services' events, to show tasks, a timeline and what happens next."""

from datetime import date
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict

from shared.contracts.access import Relation
from shared.contracts.tasks import TaskList
from shared.kernel import Kernel
from shared.storage.client import mongodb_failures


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


class SeenRow(_Row):
    """One member of staff was in one case on one day, as one of the services says."""

    case_id: str
    person_id: str
    relation: Relation
    day: date
    first_at: AwareDatetime


class PartRow(_Row):
    """A piece of another service's part of a whole case, until the package is made."""

    content: str


class Projections:
    """All of them, each sealed under its case's key."""

    def __init__(self, kernel: Kernel) -> None:
        self.tasks = kernel.projection("tasks_seen", TaskRow)
        self.timeline = kernel.projection("timeline", TimelineRow)
        self.looks = kernel.projection("looks_seen", SeenRow)
        self.parts = kernel.projection("dossier_parts", PartRow)

    async def prepare(self) -> None:
        for whose in ("owner_id", "school_id"):
            await self.tasks.index(whose, "open", "due_at", "opened_at")
        await self.tasks.index("case_id")
        await self.timeline.index("case_id", "type")
        await self.timeline.index("case_id", "at")
        await self.looks.index("case_id")
        await self.parts.index("dossier_id")

    async def drop_parts(self, dossier_id: str) -> None:
        """The package is made: its pieces are needed no more."""
        with mongodb_failures():
            await self.parts.collection.delete_many({"c.dossier_id": dossier_id})
