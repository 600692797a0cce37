"""Orders: Statsforvalteren has asked something in a case, what follows from it, and the answer (row L2)."""

from dataclasses import dataclass
from datetime import date

from services.intake.commands.follow_course import open_task
from services.intake.domain.case import Case
from services.intake.domain.oversight import FollowUp, Kind, OversightDemand
from services.intake.domain.task import Task, task_id_of
from services.intake.queries.told import staff_for
from services.intake.storage.handlers import handler_of_case
from services.intake.storage.house import Intake
from shared.calendar import end_of_day
from shared.errors import Hidden, Refusal
from shared.identifiers import derived_id

TASK, FOLLOW_UP = "oversight-due", "oversight-follow-up"


@dataclass(frozen=True)
class ReceiveDemand:
    case_id: str
    key: str
    kind: Kind
    received_on: date
    deadline: date
    what: str
    by: str


async def receive_demand(command: ReceiveDemand, *, house: Intake) -> str:
    """Keep it with the deadline of the letter, as a task of whoever handles the case; its id."""
    case = await _case(command.case_id, house)
    if command.received_on > house.today():
        raise Refusal("invalid", fields={"received_on": "not-past"})
    if command.deadline < command.received_on:
        raise Refusal("invalid", fields={"deadline": "before-received"})
    now = house.clock.now()
    demand = OversightDemand(
        id=derived_id("demand", command.case_id, command.key),
        kind=command.kind,
        received_on=command.received_on,
        deadline=command.deadline,
        what=command.what,
        by=command.by,
        at=now,
    )

    def decide(it: Case) -> None:
        it.receive_demand(demand)

    await house.cases.change(case.id, decide, by=command.by)
    handler = await handler_of_case(house.directory, case, house.today())
    task = Task(
        id=task_id_of(TASK, demand.id),
        case_id=case.id,
        school_id=case.school_id,
        list="write",
        code=TASK,
        owner_id=handler.id,
        due_at=end_of_day(command.deadline),
        path=f"/cases/{case.id}/oversight",
        opened_at=now,
    )
    await open_task(task, house=house)
    return demand.id


async def add_follow_up(
    case_id: str, demand_id: str, what: str, person_id: str, due_on: date, *, key: str, by: str, house: Intake
) -> None:
    """Somebody does something because of it, by a day; it stands on their list."""
    case = await _case(case_id, house)
    if person_id not in {one.id for one in await staff_for(case, house=house)}:
        raise Refusal("invalid", fields={"person_id": "not-a-choice"})
    follow_up = FollowUp(
        id=derived_id("follow", demand_id, key), what=what, person_id=person_id, due_on=due_on
    )

    def decide(it: Case) -> None:
        it.follow_demand(demand_id, follow_up)

    await house.cases.change(case_id, decide, by=by)
    task = Task(
        id=task_id_of(FOLLOW_UP, follow_up.id),
        case_id=case_id,
        school_id=case.school_id,
        list="do",
        code=FOLLOW_UP,
        owner_id=person_id,
        due_at=end_of_day(due_on),
        path=f"/cases/{case_id}/oversight",
        opened_at=house.clock.now(),
    )
    await open_task(task, house=house)


async def finish_follow_up(
    case_id: str, demand_id: str, follow_up_id: str, *, by: str, house: Intake
) -> None:
    """It has been done; twice is once."""
    now = house.clock.now()

    def decide(it: Case) -> None:
        it.finish_follow_up(demand_id, follow_up_id, by, now)

    await house.cases.change(case_id, decide, by=by)
    await _close(task_id_of(FOLLOW_UP, follow_up_id), by, house)


async def answer_demand(
    case_id: str, demand_id: str, answered_on: date, answer: str, *, by: str, house: Intake
) -> None:
    """Statsforvalteren has been answered, when and with what."""
    if answered_on > house.today():
        raise Refusal("invalid", fields={"answered_on": "not-past"})
    now = house.clock.now()

    def decide(it: Case) -> None:
        it.answer_demand(demand_id, answered_on, answer, by, now)

    await house.cases.change(case_id, decide, by=by)
    await _close(task_id_of(TASK, demand_id), by, house)


async def _close(task_id: str, by: str, house: Intake) -> None:
    now = house.clock.now()
    if await house.tasks.get(task_id) is not None:
        await house.tasks.change(task_id, lambda it: it.close(now, by=by), by=by)


async def _case(case_id: str, house: Intake) -> Case:
    case = await house.cases.get(case_id)
    if case is None:
        raise Hidden
    return case
