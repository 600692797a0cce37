"""That a case is to be erased, and that each service has done it: ids and times, which outlive the case."""

from typing import ClassVar

from pydantic import AwareDatetime, Field

from shared.contracts.envelope import Contract
from shared.contracts.topics import (
    ESCALATION_CLOCK,
    INTAKE_CASE,
    INTAKE_ERASURES,
    MEETINGS_MEETING,
    NOTIFY_LETTER,
    Topic,
)


class CaseErasureOrderedV1(Contract):
    """A person has decided that a case is to be gone. Kept for good: no restored backup forgets it."""

    type: ClassVar[str] = "samspill.intake.case-erasure-ordered.v1"
    topic: ClassVar[Topic] = INTAKE_ERASURES
    outlives_case: ClassVar[bool] = True

    case_id: str
    order_id: str
    ordered_at: AwareDatetime

    def key(self) -> str:
        return self.case_id


class CaseErased(Contract):
    """One service has destroyed its key of the case and removed what lay under it."""

    outlives_case: ClassVar[bool] = True

    case_id: str
    order_id: str
    at: AwareDatetime = Field(description="machine time: a certificate does not go by a clock that is moved")
    removed: int = Field(description="documents that were removed")

    def key(self) -> str:
        return self.case_id


class IntakeCaseErasedV1(CaseErased):
    type: ClassVar[str] = "samspill.intake.case-erased.v1"
    topic: ClassVar[Topic] = INTAKE_CASE


class MeetingsCaseErasedV1(CaseErased):
    type: ClassVar[str] = "samspill.meetings.case-erased.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING


class NotifyCaseErasedV1(CaseErased):
    type: ClassVar[str] = "samspill.notify.case-erased.v1"
    topic: ClassVar[Topic] = NOTIFY_LETTER


class EscalationCaseErasedV1(CaseErased):
    type: ClassVar[str] = "samspill.escalation.case-erased.v1"
    topic: ClassVar[Topic] = ESCALATION_CLOCK
