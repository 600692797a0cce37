"""What the other services say of a case: onto its timeline and the task lists, in bulk."""

from collections.abc import Sequence

from services.intake.storage.house import Intake
from services.intake.storage.projections import TaskRow, TimelineRow
from shared.contracts.envelope import CaseEvent, Heard
from shared.contracts.tasks import TaskClosed, TaskOpened
from shared.storage.projection import Row

_COMMON = {"case_id", "school_id", "at", "by"}


async def when_case_events(heard: Sequence[Heard[CaseEvent]], *, house: Intake) -> None:
    """Each becomes one line of its case's timeline."""
    await house.seen.timeline.put(
        [
            Row(
                h.id,
                h.seq,
                TimelineRow(
                    id=h.id,
                    case_id=h.event.case_id,
                    type=timeline_code(h.event.type),
                    at=h.event.at,
                    by=h.event.by,
                    facts=h.event.model_dump(mode="json", exclude=_COMMON, exclude_none=True),
                ),
                {"case_id": h.event.case_id, "type": timeline_code(h.event.type), "at": h.event.at},
                h.event.case_id,
            )
            for h in heard
        ]
    )


async def when_tasks_open(heard: Sequence[Heard[TaskOpened]], *, house: Intake) -> None:
    """They stand on their owners' lists."""
    rows = []
    for h in heard:
        row = TaskRow(**h.event.model_dump(exclude={"at", "by"}), opened_at=h.event.at, is_open=True)
        clear = {
            "case_id": row.case_id,
            "school_id": row.school_id,
            "owner_id": row.owner_id,
            "open": True,
            "due_at": row.due_at,
            "opened_at": row.opened_at,
        }
        rows.append(Row(row.task_id, h.seq, row, clear, row.case_id))
    await house.seen.tasks.put(rows)


async def when_tasks_close(heard: Sequence[Heard[TaskClosed]], *, house: Intake) -> None:
    """They leave the lists, also when closing is heard before opening."""
    rows = []
    for h in heard:
        row = TaskRow(task_id=h.event.task_id, case_id=h.event.case_id, school_id=h.event.school_id)
        clear = {"case_id": row.case_id, "school_id": row.school_id, "owner_id": "", "open": False}
        rows.append(Row(row.task_id, h.seq, row, clear, row.case_id))
    await house.seen.tasks.put(rows)


def timeline_code(type_: str) -> str:
    """`samspill.meetings.meeting-called.v1` → `meeting-called`."""
    return type_.rsplit(".", 2)[1]
