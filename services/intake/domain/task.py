"""One thing that somebody at the school has to do; all services' tasks stand on one screen (row P8)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from pydantic import AwareDatetime

from shared.contracts.tasks import IntakeTaskClosedV1, IntakeTaskOpenedV1, TaskList
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

Outcome = Literal["done", "withdrawn", "moved"]


class Task(Aggregate):
    """Open until it is done or no longer needed; its owner is always somebody at the school (row R1)."""

    case_id: str
    school_id: str
    list: TaskList
    code: str
    owner_id: str
    about_person_id: str | None = None
    due_at: AwareDatetime | None = None
    path: str | None = None
    opened_at: AwareDatetime
    closed_at: AwareDatetime | None = None
    outcome: Outcome | None = None

    def clear(self) -> Mapping[str, Any]:
        return {
            "case_id": self.case_id,
            "school_id": self.school_id,
            "owner_id": self.owner_id,
            "code": self.code,
            "about": self.about_person_id,
            "open": self.closed_at is None,
            "due_at": self.due_at,
            "opened_at": self.opened_at,
        }

    def scope(self) -> str:
        return self.case_id

    def opened(self) -> "Task":
        """Say that it is there; called once, on a new one."""
        self._say_open(self.opened_at, None)
        return self

    def _say_open(self, at: datetime, by: str | None) -> None:
        self._record(
            IntakeTaskOpenedV1(
                case_id=self.case_id,
                school_id=self.school_id,
                at=at,
                by=by,
                task_id=self.id,
                list=self.list,
                code=self.code,
                owner_id=self.owner_id,
                about_person_id=self.about_person_id,
                due_at=self.due_at,
                path=self.path,
            )
        )

    def hand_over(self, school_id: str, owner_id: str, at: datetime, *, by: str | None = None) -> bool:
        """Somebody else has it from now on, with the same time; said as the same task, open. Once."""
        if self.closed_at is not None or (self.school_id, self.owner_id) == (school_id, owner_id):
            return False
        self.school_id, self.owner_id = school_id, owner_id
        self._say_open(at, by)
        return True

    def close(self, at: datetime, *, by: str | None = None, outcome: Outcome = "done") -> bool:
        """Done; False when it was closed before."""
        if self.closed_at is not None:
            return False
        self.closed_at, self.outcome = at, outcome
        self._record(
            IntakeTaskClosedV1(
                case_id=self.case_id,
                school_id=self.school_id,
                at=at,
                by=by,
                task_id=self.id,
                outcome=outcome,
            )
        )
        return True


def task_id_of(code: str, *parts: str) -> str:
    """The same task for the same cause: opening it twice is opening it once."""
    return derived_id("task", code, *parts)
