"""Order: say what is to be found out, by whom and when; and what came of it (row R30)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from services.intake.domain.course_parts import Method, Step, StepStatus
from services.intake.queries.name_check import hold_back_from_family
from services.intake.storage.house import Intake
from shared.errors import Hidden, Refusal
from shared.identifiers import derived_id


@dataclass(frozen=True)
class TakeStep:
    case_id: str
    by: str
    method: Method
    person_id: str
    key: str = ""
    step_id: str | None = None
    """The step that is changed; a new one, whose id follows from `key`, where none is named."""
    what: str | None = None
    due_on: date | None = None
    status: StepStatus = "planned"
    result: str | None = None
    reason: str | None = None
    shared: bool = False
    looked: Collection[str] = ()
    """Names in what the family is to read that somebody has looked at."""


async def take_step(command: TakeStep, *, house: Intake) -> str:
    """Keep it; the step's id. Raises `NamesFound` where the family is to read a linked pupil's name."""
    case = await house.cases.get(command.case_id)
    if case is None:
        raise Hidden
    if command.step_id and command.step_id not in {one.id for one in case.steps}:
        raise Hidden
    known = {one.person_id for one in case.steps}
    staff = {one.id for one in await house.directory.staff_at(case.school_id)}
    if command.person_id not in staff | known:
        raise Refusal("invalid", fields={"person_id": "not-a-choice"})
    if command.shared:
        texts = {"what": command.what, "result": command.result}
        await hold_back_from_family(case, texts, command.looked, house=house)
    step = Step(
        id=command.step_id or derived_id("step", command.case_id, command.key),
        method=command.method,
        what=command.what,
        person_id=command.person_id,
        due_on=command.due_on,
        status=command.status,
        result=command.result,
        reason=command.reason,
        shared=command.shared,
        by=command.by,
        at=house.clock.now(),
    )
    await house.cases.change(command.case_id, lambda it: it.take_step(step), by=command.by)
    return step.id
