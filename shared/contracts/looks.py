"""Who has been into a case, so that the family can see it: said once for each person, case and day."""

from datetime import date
from typing import ClassVar

from pydantic import AwareDatetime, Field

from shared.contracts.access import Relation
from shared.contracts.envelope import Contract
from shared.contracts.topics import (
    ESCALATION_CLOCK,
    INTAKE_CASE,
    MEETINGS_MEETING,
    NOTIFY_LETTER,
    Topic,
)


class CaseSeen(Contract):
    """A member of staff was let in to a case that day. The log of every look stays where it was made."""

    case_id: str
    person_id: str
    relation: Relation = Field(description="the relation that opened the door the first time that day")
    day: date = Field(description="in Norway")
    first_at: AwareDatetime

    def key(self) -> str:
        return self.case_id


class IntakeCaseSeenV1(CaseSeen):
    type: ClassVar[str] = "samspill.intake.case-seen.v1"
    topic: ClassVar[Topic] = INTAKE_CASE


class MeetingsCaseSeenV1(CaseSeen):
    type: ClassVar[str] = "samspill.meetings.case-seen.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING


class NotifyCaseSeenV1(CaseSeen):
    type: ClassVar[str] = "samspill.notify.case-seen.v1"
    topic: ClassVar[Topic] = NOTIFY_LETTER


class EscalationCaseSeenV1(CaseSeen):
    type: ClassVar[str] = "samspill.escalation.case-seen.v1"
    topic: ClassVar[Topic] = ESCALATION_CLOCK
