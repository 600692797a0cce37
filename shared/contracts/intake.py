"""What intake says about reports and cases."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.envelope import CaseEvent, Words, WordsModel
from shared.contracts.topics import INTAKE_CASE, Topic

ToldAs = Literal["guardian", "pupil", "staff", "other", "anonymous"]
Channel = Literal["form", "oral", "phone", "email", "observation"]
Criterion = Literal[
    "staff_offends",
    "violent",
    "several_against_one",
    "long_lasting",
    "digital_across_schools",
    "outsiders",
    "high_conflict",
    "school_change",
]
"""What may make a case serious (§ 12-5 and our own list), as a fact is marked with it."""
FactSource = Literal["pupil", "guardian", "staff", "observation", "survey", "document", "other", "unknown"]

Concerns = Literal["pupils", "staff", "leadership"]
Sign = Literal["several", "violent", "digital", "outsiders", "long", "staff", "physical_intervention"]
"""What somebody who tells may tick: the codes of "will you tell more"."""


class OpenedCase(BaseModel):
    """One child of a report, and the case it gets."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    case_id: str
    number: str = Field(description="case number as shown, e.g. 2026-000123")
    pupil_id: str


class ReportReceivedV1(CaseEvent):
    """Someone told the school about one or more pupils; nobody has assessed it yet."""

    type: ClassVar[str] = "samspill.intake.report-received.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    report_id: str
    told_as: ToldAs
    channel: Channel
    reporter_id: str | None = Field(default=None, description="nobody when told without a name")
    cases: tuple[OpenedCase, ...]
    handler_id: str = Field(description="who handles it: the rektor, or who stands in")
    raised_with_rektor_at: AwareDatetime
    contact_by: AwareDatetime = Field(description="when the handler has promised to be in touch (C1)")
    home_held: bool = Field(default=False, description="not to be told at home for now (P4)")
    concerns: Concerns = Field(default="pupils", description="whether an employee has done it (§ 12-5)")


class ReportAddedToV1(CaseEvent):
    """Who told has told more; the first words stand as they were."""

    type: ClassVar[str] = "samspill.intake.report-added-to.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    report_id: str
    addition_id: str
    case_ids: tuple[str, ...] = Field(description="all cases of the report")
    signs: tuple[Sign, ...] = ()


class CaseOpenedV1(CaseEvent):
    """A case exists for one pupil or one group."""

    type: ClassVar[str] = "samspill.intake.case-opened.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    number: str
    kind: Literal["individual", "group"] = "individual"
    pupil_id: str | None = None
    group_id: str | None = None
    report_id: str | None = None
    told_as: ToldAs
    reporter_id: str | None = None
    handler_id: str
    reported_at: AwareDatetime
    raised_with_rektor_at: AwareDatetime
    contact_by: AwareDatetime
    concerns: Concerns = Field(default="pupils", description="whether an employee has done it (§ 12-5)")
    led_by: Literal["school", "owner"] = Field(
        default="school", description="owner: the school's leadership takes no part in it (§ 12-5)"
    )
    implicated_ids: tuple[str, ...] = Field(default=(), description="staff it concerns: never told, never in")


class CaseReceivedV1(CaseEvent):
    """Leadership has opened the case and taken it on."""

    type: ClassVar[str] = "samspill.intake.case-received.v1"
    topic: ClassVar[Topic] = INTAKE_CASE


class CaseAssessedV1(CaseEvent):
    """Leadership has assessed what came in: a case, or none; the reason and the answer lie sealed (P5)."""

    type: ClassVar[str] = "samspill.intake.case-assessed.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    outcome: Literal["case", "no_case"]
    reporter_id: str | None = Field(default=None, description="who is answered where there is no case")


class CaseMovedV1(CaseEvent):
    """The case has gone to the right school (P5), with number and history; `school_id` is the new school."""

    type: ClassVar[str] = "samspill.intake.case-moved.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    number: str
    from_school_id: str
    from_handler_id: str
    handler_id: str


class CaseHandedOverV1(CaseEvent):
    """Another member of staff is responsible for the case from now on, at the same school (rows P9, B7)."""

    type: ClassVar[str] = "samspill.intake.case-handed-over.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    number: str
    from_handler_id: str
    handler_id: str


class HomeDecidedV1(CaseEvent):
    """A leader has decided whether somebody at home follows the case (L8); why lies sealed in the case."""

    type: ClassVar[str] = "samspill.intake.home-decided.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    person_id: str
    effect: Literal["in", "out", "rule"] = Field(description="let in, left out, or as the rule says again")
    since: date
    until: date | None = None


class GlassBrokenV1(CaseEvent):
    """Somebody without part in the case opened it in an emergency (L9); why lies sealed in the case."""

    type: ClassVar[str] = "samspill.intake.glass-broken.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    glass_id: str
    person_id: str
    until: AwareDatetime = Field(description="when the access ends by itself")


class GlassReviewedV1(CaseEvent):
    """Leadership has looked at why somebody opened the case in an emergency (L9)."""

    type: ClassVar[str] = "samspill.intake.glass-reviewed.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    glass_id: str
    person_id: str
    verdict: Literal["right", "not_right"]


class DemandReceivedV1(CaseEvent):
    """Statsforvalteren asks or orders something in the case (L2); what, lies sealed in it."""

    type: ClassVar[str] = "samspill.intake.demand-received.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    demand_id: str
    kind: Literal["information", "order"]
    received_on: date
    due_on: date = Field(description="the deadline that stands in the letter")


class DemandAnsweredV1(CaseEvent):
    """Statsforvalteren has been answered (L2)."""

    type: ClassVar[str] = "samspill.intake.demand-answered.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    demand_id: str
    answered_on: date


class InvestigationStepChangedV1(CaseEvent):
    """Something is to be found out, or has been (R30); what came of it lies sealed in the case."""

    type: ClassVar[str] = "samspill.intake.investigation-step-changed.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    step_id: str
    method: str = Field(description="how: a code such as talk_pupil, observation, survey")
    status: Literal["planned", "running", "done", "dropped"]
    person_id: str = Field(description="who does it")
    due_on: date | None = None


class PlannedEvaluation(BaseModel):
    """A day on which the plan is looked at, and the id of that evaluation."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    evaluation_id: str
    on: date


class PlanEvent(CaseEvent):
    """Something that happened to the plan of a case; said once for each case that the plan covers."""

    plan_id: str
    version: int = Field(description="grows with every change of the plan's text")
    owner_id: str = Field(description="who sees to it that the plan is followed and evaluated")
    evaluations: tuple[PlannedEvaluation, ...] = Field(
        default=(), description="all that are still to come, the first one first; replaces what was said"
    )
    held: tuple[str, ...] = Field(default=(), description="the ids of those that were held")


class PlanActivatedV1(PlanEvent):
    """The plan has its five parts (section 12-4) and is in force (R31)."""

    type: ClassVar[str] = "samspill.intake.plan-activated.v1"
    topic: ClassVar[Topic] = INTAKE_CASE


class PlanChangedV1(PlanEvent):
    """A plan in force says something else than before; which parts, as codes."""

    type: ClassVar[str] = "samspill.intake.plan-changed.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    parts: tuple[str, ...] = ()


class MeasureChangedV1(CaseEvent):
    """A measure of the plan has begun, is done, or was stopped (R32)."""

    type: ClassVar[str] = "samspill.intake.measure-changed.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    plan_id: str
    measure_id: str
    status: Literal["planned", "running", "done", "stopped"]
    person_id: str | None = Field(default=None, description="who is responsible for it")


class EvaluationRecordedV1(CaseEvent):
    """How the measures work has been looked at together (R26, R32). `criteria` are codes for R36."""

    type: ClassVar[str] = "samspill.intake.evaluation-recorded.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    plan_id: str
    evaluation_id: str
    result: Literal["continue", "adjust", "stop", "new"]
    works: bool = Field(description="whether it has become better, as those see it whom it is about")
    without_effect: int = Field(description="how many evaluations in a row, this one included, did not help")
    criteria: tuple[str, ...] = ()


class CaseClosedV1(CaseEvent):
    """The case is closed under the rule (L5): the grounds lie sealed, their kinds are here."""

    type: ClassVar[str] = "samspill.intake.case-closed.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    pupil_heard: bool = Field(description="the pupil says that it is safe; false: this was not obtainable")
    guardians_told_on: date | None = None
    follow_up_on: date
    countersigned_by: str | None = None


class CaseReopenedV1(CaseEvent):
    """The case goes on, with its whole history; the plan is due anew from now."""

    type: ClassVar[str] = "samspill.intake.case-reopened.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    handler_id: str
    after: Literal["closed", "no_case"]


class TomorrowPlannedV1(CaseEvent):
    """An adult looks after the child at a time and a place (the "tomorrow" card, R29, P1)."""

    type: ClassVar[str] = "samspill.intake.tomorrow-planned.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    card_id: str
    pupil_id: str
    adult_id: str
    colleague_id: str = Field(description="who is alerted if the tick does not come")
    starts_at: AwareDatetime
    alert_at: AwareDatetime


class TomorrowTickedV1(CaseEvent):
    """The adult has met the child."""

    type: ClassVar[str] = "samspill.intake.tomorrow-ticked.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    card_id: str
    pupil_id: str
    ticked_at: AwareDatetime


class TomorrowWithdrawnV1(CaseEvent):
    """A planned card no longer counts (replaced, or no need)."""

    type: ClassVar[str] = "samspill.intake.tomorrow-withdrawn.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    card_id: str


class FactWords(Words):
    text: str
    where: str | None = None
    source_words: str | None = None


class FactRecordedV1(CaseEvent):
    """A fact with its source stands in the case (R7). `criteria` are codes of what it may meet (R36)."""

    type: ClassVar[str] = "samspill.intake.fact-recorded.v1"
    topic: ClassVar[Topic] = INTAKE_CASE
    words: ClassVar[WordsModel | None] = FactWords

    fact_id: str
    source: FactSource
    occurred_on: date | None = None
    criteria: tuple[str, ...] = ()


class ContactLoggedV1(CaseEvent):
    """Somebody at the school was in touch with the home, or tried (R25)."""

    type: ClassVar[str] = "samspill.intake.contact-logged.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    person_id: str
    means: Literal["phone", "message", "meeting"]
    reached: bool


class ContactAskedForV1(CaseEvent):
    """The family asks to be rung, written to or met (P2); answered within `answer_by`."""

    type: ClassVar[str] = "samspill.intake.contact-asked-for.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    request_id: str
    person_id: str
    wish: Literal["write", "ring", "meet"]
    owner_id: str
    answer_by: AwareDatetime


class CaseLinkedV1(CaseEvent):
    """Two cases belong together; said of each. Known to the staff only, and by id (R41)."""

    type: ClassVar[str] = "samspill.intake.case-linked.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    other_case_id: str
    kind: Literal["related", "merged"] = Field(description="merged: followed up as one")


class AccountGivenV1(CaseEvent):
    """A pupil's or a guardian's account is written down, or they confirm it as their own words (R16)."""

    type: ClassVar[str] = "samspill.intake.account-given.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    account_id: str
    person_id: str = Field(description="whose account it is")
    status: Literal["written", "confirmed"] = Field(description="confirmed: nobody may change it any more")


class InterventionReportedV1(CaseEvent):
    """An employee has held or moved a pupil by force (§ 13-5); the parents are to be told."""

    type: ClassVar[str] = "samspill.intake.intervention-reported.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    intervention_id: str
    pupil_id: str
    repeated: bool = Field(description="there was one before with the same pupil")


class ReporterWroteV1(CaseEvent):
    """Somebody who told without a name has written again."""

    type: ClassVar[str] = "samspill.intake.reporter-wrote.v1"
    topic: ClassVar[Topic] = INTAKE_CASE


class ReporterAnsweredV1(CaseEvent):
    """The school has written to somebody who told without a name; they read it when they come back."""

    type: ClassVar[str] = "samspill.intake.reporter-answered.v1"
    topic: ClassVar[Topic] = INTAKE_CASE


class AttachmentAddedV1(CaseEvent):
    """A file was put with what was told; its content never leaves intake."""

    type: ClassVar[str] = "samspill.intake.attachment-added.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    attachment_id: str
    case_ids: tuple[str, ...] = Field(description="all cases it belongs to")
    kind: str = Field(description="media type, as its content was read")
    size: int = Field(description="bytes")
