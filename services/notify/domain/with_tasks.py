"""What opens and closes tasks for somebody at the school: letters, and what comes back."""

from datetime import datetime, timedelta
from typing import Literal

from pydantic import Field

from shared.contracts.tasks import NotifyTaskClosedV1, NotifyTaskOpenedV1, TaskList
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

DONE_WITHIN = timedelta(days=1)


class WithTasks(Aggregate):
    """Of one case and one person; each code of a task is open once at a time."""

    person_id: str
    case_id: str
    school_id: str
    open_tasks: dict[str, str] = Field(default_factory=dict)
    """Tasks that we have opened and not closed: code and id."""

    def scope(self) -> str:
        return self.case_id

    def _open_task(
        self,
        code: str,
        *,
        at: datetime,
        owner_id: str,
        path: str,
        round_: int = 0,
        on: TaskList = "ring",
    ) -> None:
        """`round_` tells the second task of one code from the first."""
        task_id = derived_id("task", self.id, code, str(round_))
        self.open_tasks[code] = task_id
        self._record(
            NotifyTaskOpenedV1(
                case_id=self.case_id,
                school_id=self.school_id,
                at=at,
                task_id=task_id,
                list=on,
                code=code,
                owner_id=owner_id,
                about_person_id=self.person_id,
                due_at=at + DONE_WITHIN,
                path=path,
            )
        )

    def _close_tasks(
        self,
        *codes: str,
        at: datetime,
        by: str | None,
        outcome: Literal["done", "withdrawn"] = "done",
    ) -> None:
        for code in codes:
            task_id = self.open_tasks.pop(code, None)
            if task_id is not None:
                told = {"case_id": self.case_id, "school_id": self.school_id, "at": at, "by": by}
                self._record(NotifyTaskClosedV1(**told, task_id=task_id, outcome=outcome))
