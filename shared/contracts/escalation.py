"""What escalation says about clocks, serious cases and notices to the school owner."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.envelope import CaseEvent, Contract
from shared.contracts.topics import ESCALATION_CLOCK, ESCALATION_NOTICE, Topic


class ClockEvent(CaseEvent):
    """Something that happened to one clock. `clock` is its code: C1 … C11, or `tomorrow`."""

    clock_id: str
    clock: str
    subject_id: str = Field(description="what the clock is about: a case, a card, a notice, a meeting")
    due_at: AwareDatetime
    statutory: bool = Field(default=False, description="law; false for a municipal target")


class ClockStartedV1(ClockEvent):
    type: ClassVar[str] = "samspill.escalation.clock-started.v1"
    topic: ClassVar[Topic] = ESCALATION_CLOCK

    owner_id: str | None = None


class ClockMetV1(ClockEvent):
    """What was promised has been done; the clock stands."""

    type: ClassVar[str] = "samspill.escalation.clock-met.v1"
    topic: ClassVar[Topic] = ESCALATION_CLOCK


class ClockWarnedV1(ClockEvent):
    """The due time is near, and the one who promised is reminded."""

    type: ClassVar[str] = "samspill.escalation.clock-warned.v1"
    topic: ClassVar[Topic] = ESCALATION_CLOCK

    tell: tuple[str, ...]


class ClockOverdueV1(ClockEvent):
    """The due time has passed. Fires once per clock and step; late rather than never."""

    type: ClassVar[str] = "samspill.escalation.clock-overdue.v1"
    topic: ClassVar[Topic] = ESCALATION_CLOCK

    tell: tuple[str, ...]
    step: int = 1
    digested: tuple[str, ...] = Field(
        default=(), description="of those told: who reads it in a digest, and gets no letter of its own"
    )
    silenced: tuple[str, ...] = Field(default=(), description="of those: who had it silenced, with a reason")
    nobody_there: bool = Field(default=False, description="the school had nobody who could be told")


class ClockWithdrawnV1(ClockEvent):
    """Nothing is waited for any more: the case has ended, or another time has taken its place."""

    type: ClassVar[str] = "samspill.escalation.clock-withdrawn.v1"
    topic: ClassVar[Topic] = ESCALATION_CLOCK


class TomorrowMissedV1(CaseEvent):
    """The tick "met at the gate" did not come: a colleague is alerted (P1)."""

    type: ClassVar[str] = "samspill.escalation.tomorrow-missed.v1"
    topic: ClassVar[Topic] = ESCALATION_CLOCK

    card_id: str
    adult_id: str
    colleague_id: str


class SeriousSuggestedV1(CaseEvent):
    """A recorded fact meets a criterion: the rektor is asked to decide (R36). Never sent by itself."""

    type: ClassVar[str] = "samspill.escalation.serious-suggested.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    suggestion_id: str
    criteria: tuple[str, ...]
    decider_id: str


class SeriousDecidedV1(CaseEvent):
    """The rektor has decided, with a reason that lies sealed with escalation."""

    type: ClassVar[str] = "samspill.escalation.serious-decided.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    suggestion_id: str | None = None
    decision: Literal["notify", "not_serious"]
    notice_id: str | None = None


class Skipped(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    person_id: str
    reason: Literal["absent", "vacant", "implicated", "not_acknowledged", "unreachable"]


class NoticeStepV1(CaseEvent):
    """The notice has gone to the next in the chain, who is to acknowledge it in time (C9)."""

    type: ClassVar[str] = "samspill.escalation.notice-step.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    notice_id: str
    step: int
    person_id: str
    acknowledge_by: AwareDatetime
    skipped: tuple[Skipped, ...] = ()


class NoticeAcknowledgedV1(CaseEvent):
    """A contact of the school owner has taken the notice: who, and when the next action is (R37)."""

    type: ClassVar[str] = "samspill.escalation.notice-acknowledged.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    notice_id: str
    person_id: str
    next_action_on: date


class NoticeActionKeptV1(CaseEvent):
    """What was promised when the notice was acknowledged has been done; nothing further is promised."""

    type: ClassVar[str] = "samspill.escalation.notice-action-kept.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    notice_id: str
    person_id: str


class NoticeUnansweredV1(CaseEvent):
    """The chain has come to its end and nobody has acknowledged: the loudest alarm there is."""

    type: ClassVar[str] = "samspill.escalation.notice-unanswered.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    notice_id: str
    skipped: tuple[Skipped, ...] = ()


class AssistanceEvent(CaseEvent):
    """Something that happened to a school's wish for the owner's help in one case (R38)."""

    assistance_id: str


class AssistanceRequestedV1(AssistanceEvent):
    """The school has asked the owner to help more directly; what it wants lies sealed with escalation."""

    type: ClassVar[str] = "samspill.escalation.assistance-requested.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    person_id: str = Field(description="who is to answer")
    answer_by: AwareDatetime


class AssistanceGivenV1(AssistanceEvent):
    """A contact of the owner helps, and may see the case from now until it is said to have ended."""

    type: ClassVar[str] = "samspill.escalation.assistance-given.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    person_id: str


class AssistanceDeclinedV1(AssistanceEvent):
    """The owner does not help, with a reason that the school can read behind the login."""

    type: ClassVar[str] = "samspill.escalation.assistance-declined.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE


class AssistanceEndedV1(AssistanceEvent):
    """The help is over, and with it the access: the case was closed, or one of the two said so."""

    type: ClassVar[str] = "samspill.escalation.assistance-ended.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    person_id: str | None = None
    why: Literal["case-ended", "done"]


class OwnerDigestDueV1(CaseEvent):
    """A contact of the owner is to read what has gathered; `case_id` is the digest's own."""

    type: ClassVar[str] = "samspill.escalation.owner-digest-due.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    person_id: str
    contact_id: str = Field(description="a colleague to ring about it; the same person where there is none")
    lines: int


class SchoolUnreachableV1(CaseEvent):
    """A school has nobody who can be told of anything: one alarm a day. `case_id` is the alarm's own."""

    type: ClassVar[str] = "samspill.escalation.school-unreachable.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    person_id: str = Field(description="who at the school owner is told")
    contact_id: str = Field(description="a colleague to ring about it; the same person where there is none")


class EscalationBeatV1(Contract):
    """Escalation is alive, and what it says gets through; it hears this itself, and notify answers it."""

    type: ClassVar[str] = "samspill.escalation.escalation-beat.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    number: int
    sent_at: AwareDatetime = Field(description="machine time")

    def key(self) -> str:
        return "beat"


class DeviationRecordedV1(CaseEvent):
    """Something of a case reached somebody it was not for (P12): 72 hours run from now."""

    type: ClassVar[str] = "samspill.escalation.deviation-recorded.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    deviation_id: str


class DeviationAssessedV1(CaseEvent):
    """A person has assessed a deviation; why lies sealed with escalation."""

    type: ClassVar[str] = "samspill.escalation.deviation-assessed.v1"
    topic: ClassVar[Topic] = ESCALATION_NOTICE

    deviation_id: str
    reported: bool
