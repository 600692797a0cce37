"""What belongs to a case: sealed under its key, and able to put a task on somebody's list."""

from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from shared.contracts.tasks import MeetingsTaskClosedV1, MeetingsTaskOpenedV1, TaskList
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

Outcome = Literal["done", "withdrawn", "moved"]


class InACase(Aggregate):
    """An aggregate of one case. `open_tasks` holds the tasks it has put on lists and not taken off again."""

    case_id: str
    school_id: str
    open_tasks: dict[str, str] = Field(default_factory=dict)
    tasks_opened: int = 0

    def scope(self) -> str:
        return self.case_id

    def _common(self, at: datetime, by: str | None) -> dict[str, Any]:
        return {"case_id": self.case_id, "school_id": self.school_id, "at": at, "by": by}

    def _open_task(
        self,
        key: str,
        code: str,
        *,
        list: TaskList,
        owner_id: str,
        at: datetime,
        path: str,
        due_at: datetime | None = None,
        about_person_id: str | None = None,
    ) -> None:
        """Put a task on the owner's list, once as long as it is open."""
        if key in self.open_tasks:
            return
        self.tasks_opened += 1
        task_id = derived_id("task", self.id, key, str(self.tasks_opened))
        self.open_tasks[key] = task_id
        self._record(
            MeetingsTaskOpenedV1(
                **self._common(at, None),
                task_id=task_id,
                list=list,
                code=code,
                owner_id=owner_id,
                about_person_id=about_person_id,
                due_at=due_at,
                path=path,
            )
        )

    def _close_task(
        self, key: str, *, at: datetime, by: str | None = None, outcome: Outcome = "done"
    ) -> None:
        task_id = self.open_tasks.pop(key, None)
        if task_id is not None:
            self._record(MeetingsTaskClosedV1(**self._common(at, by), task_id=task_id, outcome=outcome))
