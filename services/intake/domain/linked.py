"""Which cases belong together: of one event, or the same matter told twice. Known to the staff only."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from services.intake.domain.case_parts import CaseLink
from services.intake.domain.course import Course
from shared.contracts.intake import CaseLinkedV1
from shared.errors import Conflict


class Linked(Course):
    """The part of a case that points at others, by id."""

    links: list[CaseLink] = Field(default_factory=list)

    def link(self, case_id: str, kind: Literal["related", "merged"], by: str, at: datetime) -> bool:
        """The two belong together; `merged`: what was told in one is followed up in the other. Said once."""
        if case_id == self.id:
            raise Conflict("same-case")
        if any((one.case_id, one.kind) == (case_id, kind) for one in self.links):
            return False
        self.links.append(CaseLink(case_id=case_id, kind=kind, by=by, at=at))
        self._record(CaseLinkedV1(**self._place(at, by), other_case_id=case_id, kind=kind))
        return True

    def is_linked(self, case_id: str) -> bool:
        return any(one.case_id == case_id for one in self.links)
