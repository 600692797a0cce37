"""Another way than a meeting for all the parents: small groups, a round of calls, a letter (R45, P20).

Planned with somebody responsible and a date, and followed until each part of it is done: a trace like a
meeting's.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Self

from pydantic import BaseModel, Field

from services.meetings.domain.group_decision import Way
from services.meetings.domain.in_a_case import InACase
from shared.contracts.meetings import OtherWayDoneV1, OtherWayPlannedV1
from shared.contracts.tasks import TaskList
from shared.errors import Refusal
from shared.identifiers import derived_id

TO_DO = "way"
_LISTS: Mapping[Way, TaskList] = {"calls": "ring", "small_groups": "meet", "letter": "write"}


class Part(BaseModel):
    """One call, one small group, or the letter: for whom, and what came of it."""

    part_id: str
    person_ids: list[str] = Field(default_factory=list)
    what: str | None = None
    done_at: datetime | None = None
    done_by: str | None = None
    note: str | None = None


class OtherWay(InACase):
    """One way that was chosen for a group's case."""

    way: Way
    text: str
    responsible_id: str
    due_at: datetime
    planned_by: str
    planned_at: datetime
    group_id: str | None = None
    parts: list[Part] = Field(default_factory=list)
    done_at: datetime | None = None

    @classmethod
    def id_for(cls, key: str) -> str:
        return derived_id("way", key)

    @classmethod
    def of(
        cls,
        key: str,
        *,
        way: Way,
        parts: Sequence[tuple[str | None, Sequence[str]]],
        **told: Any,
    ) -> Self:
        """`parts` are (what, whom): one for each call and each group, and one for a letter."""
        id_ = cls.id_for(key)
        if not parts:
            raise Refusal("other-way", fields={"parts": "required"})
        made = [
            Part(part_id=derived_id("part", id_, str(number)), what=what, person_ids=[*whom])
            for number, (what, whom) in enumerate(parts)
        ]
        return cls(id=id_, way=way, parts=made, **told)

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id, "done": self.done_at is not None}

    @property
    def home(self) -> tuple[str, ...]:
        """Everybody whom it is for, once."""
        return tuple(dict.fromkeys(who for part in self.parts for who in part.person_ids))

    def plan(self) -> None:
        """Put it on the list of whoever is responsible; a second time changes nothing."""
        if self.tasks_opened:
            return
        told = self._of_way(self.planned_at, self.planned_by)
        self._record(OtherWayPlannedV1(**told, responsible_id=self.responsible_id, due_at=self.due_at))
        self._open_task(
            TO_DO,
            f"other-way-{self.way.replace('_', '-')}",
            list=_LISTS[self.way],
            owner_id=self.responsible_id,
            at=self.planned_at,
            due_at=self.due_at,
            path=f"/meetings/other-ways/{self.id}",
        )

    def do(self, part_id: str, note: str | None, *, by: str, at: datetime) -> None:
        """One part is done; when the last one is, so is the whole. Again changes nothing."""
        part = next((one for one in self.parts if one.part_id == part_id), None)
        if part is None:
            raise Refusal("other-way", fields={"part": "not-a-choice"})
        if part.done_at is not None:
            return
        part.done_at, part.done_by, part.note = at, by, note
        if any(one.done_at is None for one in self.parts):
            return
        self.done_at = at
        self._close_task(TO_DO, at=at, by=by)
        to_read = self.home if self.way == "letter" else ()
        self._record(
            OtherWayDoneV1(**self._of_way(at, by), contact_id=self.responsible_id, person_ids=to_read)
        )

    def _of_way(self, at: datetime, by: str) -> dict[str, Any]:
        return {**self._common(at, by), "way_id": self.id, "way": self.way, "group_id": self.group_id}
