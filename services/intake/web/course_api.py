"""The course of a case as JSON: the same orders as on the pages, for programs."""

from datetime import date
from typing import Annotated, Literal

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from services.intake.commands.assess_case import assess_case, find_no_case, move_case
from services.intake.commands.close_case import close_case, reopen_case
from services.intake.commands.evaluate_plan import record_evaluation, save_evaluation
from services.intake.commands.take_step import TakeStep, take_step
from services.intake.commands.write_plan import activate_plan, save_plan, set_measure
from services.intake.domain.course import State
from services.intake.domain.course_parts import ClosingDraft, Method, StepStatus
from services.intake.domain.evaluation import Better, Effects, EvaluationText, Heard, Result
from services.intake.domain.plan import Plan
from services.intake.domain.plan_parts import MeasureStatus, MeasureText, PlanText, Voice
from services.intake.queries.plans import plan_of
from services.intake.storage.house import Intake
from services.intake.web.case_forms import Line, Text
from services.intake.web.course_forms import EffectRow, GuardianRow, MoveForm, ReopenForm
from services.intake.web.report_forms import Id
from shared.errors import Hidden
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import IdempotencyKey


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class AssessmentBody(_Body):
    """A case, or none; where there is none, why, and the answer to who told."""

    outcome: Literal["case", "no_case"]
    text: Text | None = None
    answer: Text | None = None


class StepBody(_Body):
    method: Method
    person_id: Id
    what: Text | None = None
    due_on: date | None = None
    status: StepStatus = "planned"
    result: Text | None = None
    reason: Text | None = None
    shared: bool = False


class MeasureBody(_Body):
    id: Id | None = None
    what: Text | None = None
    starts_on: date | None = None
    until: date | None = None
    person_id: Id | None = None
    who: Line | None = None
    case_ids: Annotated[list[Id], Field(max_length=30)] = []


class PlanBody(_Body):
    """The plan as it is to stand, written on version `base`."""

    base: Annotated[int, Field(ge=0, le=100_000)]
    problem: Text | None = None
    findings: Text | None = None
    pupil_words: Text | None = None
    pupil_not_heard: Text | None = None
    pupil_part: Text | None = None
    guardians_part: Text | None = None
    best_interest: Text | None = None
    measures: Annotated[list[MeasureBody], Field(max_length=60)] = []
    evaluate_on: Annotated[list[date], Field(max_length=20)] = []


class MeasureStatusBody(_Body):
    status: MeasureStatus
    note: Line | None = None


class EvaluationBody(_Body):
    """How it works, as far as it has been told."""

    effects: Annotated[list[EffectRow], Field(max_length=60)] = []
    guardians: Annotated[list[GuardianRow], Field(max_length=10)] = []
    pupil_says: Text | None = None
    pupil_not_heard: Text | None = None
    best_interest: Text | None = None
    better: Better | None = None
    result: Result | None = None
    note: Text | None = None
    next_on: date | None = None


class ClosingBody(_Body):
    """The grounds of L5."""

    pupil_says: Text | None = None
    not_obtainable: Text | None = None
    guardians_told_on: date | None = None
    guardians_told_how: Line | None = None
    follow_up_on: date | None = None
    summary: Text | None = None


class Kept(BaseModel):
    id: str


class EvaluationDay(BaseModel):
    evaluation_id: str
    on: date


class PlanView(BaseModel):
    """How a plan stands. Codes, ids and days: the words are on the page."""

    plan_id: str
    status: Literal["draft", "active", "ended"]
    version: int
    measures: list[str] = Field(description="the ids of its measures")
    evaluations: list[EvaluationDay] = Field(description="still to come, the first one first")
    missing: dict[str, str] = Field(description="by field, the code of what is still asked for")


class StateView(BaseModel):
    state: State


def course_api(house: Intake, router: GuardedRouter) -> None:
    write, decide = case_access("write"), case_access("decide")

    @router.post("/api/intake/cases/{case_id}/assessment", allow=decide, status_code=204)
    async def assess(case_id: str, body: AssessmentBody, who: SignedIn) -> Response:
        """Assess what was reported: a case, or none with a reason and an answer."""
        if body.outcome == "case":
            await assess_case(case_id, body.text, by=who.person_id, house=house)
        else:
            await find_no_case(case_id, body.text, body.answer, by=who.person_id, house=house)
        return Response(status_code=204)

    @router.post("/api/intake/cases/{case_id}/move", allow=decide, status_code=204)
    async def move(case_id: str, body: MoveForm, who: SignedIn) -> Response:
        """Hand the case over to the right school, with everything in it."""
        await move_case(case_id, body.school_id, body.reason, by=who.person_id, house=house)
        return Response(status_code=204)

    @router.post("/api/intake/cases/{case_id}/steps", allow=write, status_code=201)
    async def step(case_id: str, body: StepBody, who: SignedIn, key: IdempotencyKey) -> Kept:
        """Say what is to be found out; the step's id. The same Idempotency-Key again is the same step."""
        command = TakeStep(case_id=case_id, by=who.person_id, key=key, **body.model_dump())
        return Kept(id=await take_step(command, house=house))

    @router.put("/api/intake/cases/{case_id}/steps/{step_id}", allow=write, status_code=204)
    async def change_step(case_id: str, step_id: str, body: StepBody, who: SignedIn) -> Response:
        """Say how far it has come, and what came of it."""
        command = TakeStep(case_id=case_id, by=who.person_id, step_id=step_id, **body.model_dump())
        await take_step(command, house=house)
        return Response(status_code=204)

    @router.get("/api/intake/cases/{case_id}/plan", allow=case_access("see"))
    async def show(case_id: str) -> PlanView:
        """How the plan of the case stands."""
        plan = await plan_of(case_id, house=house)
        if plan is None:
            raise Hidden
        return _view(plan, case_id)

    @router.put("/api/intake/cases/{case_id}/plan", allow=write)
    async def save(case_id: str, body: PlanBody, who: SignedIn) -> PlanView:
        """Save the plan as a whole; 409 `plan-changed` when somebody has saved since version `base`."""
        text = PlanText(
            problem=body.problem,
            findings=body.findings,
            voice=Voice.model_validate(body.model_dump(include=set(Voice.model_fields))),
            measures=tuple(MeasureText.model_validate(one.model_dump()) for one in body.measures),
            evaluate_on=tuple(body.evaluate_on),
        )
        return _view(await save_plan(case_id, text, base=body.base, by=who.person_id, house=house), case_id)

    @router.post("/api/intake/cases/{case_id}/plan/activation", allow=write)
    async def activate(case_id: str, who: SignedIn) -> PlanView:
        """Put the plan in force; 422 names each part that is missing."""
        return _view(await activate_plan(case_id, by=who.person_id, house=house), case_id)

    @router.post("/api/intake/cases/{case_id}/plan/measures/{measure_id}", allow=write, status_code=204)
    async def measure(case_id: str, measure_id: str, body: MeasureStatusBody, who: SignedIn) -> Response:
        """Say that a measure has begun, is done, or was stopped."""
        by = who.person_id
        await set_measure(case_id, measure_id, body.status, note=body.note, by=by, house=house)
        return Response(status_code=204)

    @router.put("/api/intake/cases/{case_id}/evaluations/{evaluation_id}", allow=write, status_code=204)
    async def evaluate(case_id: str, evaluation_id: str, body: EvaluationBody, who: SignedIn) -> Response:
        """Keep what has been told so far of how the plan works."""
        text = EvaluationText(
            effects=tuple(Effects(**one.model_dump()) for one in body.effects),
            guardians=tuple(Heard(**one.model_dump()) for one in body.guardians),
            **body.model_dump(exclude={"effects", "guardians"}),
        )
        await save_evaluation(case_id, evaluation_id, text, by=who.person_id, house=house)
        return Response(status_code=204)

    @router.post(
        "/api/intake/cases/{case_id}/evaluations/{evaluation_id}/record", allow=write, status_code=204
    )
    async def record(case_id: str, evaluation_id: str, who: SignedIn) -> Response:
        """Record the evaluation; 422 names what is missing."""
        await record_evaluation(case_id, evaluation_id, by=who.person_id, house=house)
        return Response(status_code=204)

    @router.post("/api/intake/cases/{case_id}/closing", allow=decide)
    async def close(case_id: str, body: ClosingBody, who: SignedIn) -> StateView:
        """Close the case under L5; 422 names what is missing. Where the owner signs too it stays open."""
        draft = ClosingDraft.model_validate(body.model_dump())
        case = await close_case(case_id, draft, by=who.person_id, house=house)
        return StateView(state=case.state)

    @router.post("/api/intake/cases/{case_id}/reopening", allow=decide, status_code=204)
    async def reopen(case_id: str, body: ReopenForm, who: SignedIn) -> Response:
        """Open the case again, with its history."""
        await reopen_case(case_id, body.reason, by=who.person_id, house=house)
        return Response(status_code=204)


def _view(plan: Plan, case_id: str) -> PlanView:
    return PlanView(
        plan_id=plan.id,
        status=plan.status,
        version=plan.version,
        measures=[one.id for one in plan.measures],
        evaluations=[EvaluationDay(**one.model_dump()) for one in plan.planned(case_id)],
        missing=plan.gaps(),
    )
