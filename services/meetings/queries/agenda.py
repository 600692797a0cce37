"""What a meeting takes up by itself: what the school has looked into, and still does (R30)."""

from dataclasses import dataclass
from datetime import date

from services.meetings.domain.meeting import Meeting
from services.meetings.storage.house import House


@dataclass(frozen=True)
class Examination:
    """One thing the school finds out. `method` is a code; `who` does it, by `due_on`."""

    step_id: str
    method: str
    done: bool
    who: str
    due_on: date | None


async def agenda(meeting: Meeting, *, house: House) -> list[Examination]:
    """Finished examinations first, for they are what is talked about; then those under way by date.

    What was dropped is left out. A whole group's meeting takes up none: they are about one pupil.
    """
    if meeting.is_group:
        return []
    found = await house.examinations.find({"case_id": meeting.case_id})
    people = await house.directory.people_by_id(one.person_id for one in found.values())
    steps = [
        Examination(
            step_id=step_id,
            method=one.method,
            done=one.status == "done",
            who=people[one.person_id].name if one.person_id in people else "",
            due_on=one.due_on,
        )
        for step_id, one in found.items()
        if one.status != "dropped"
    ]
    return sorted(steps, key=lambda one: (not one.done, one.due_on or date.max, one.step_id))
