"""Order: the family wants to be rung, written to or met; and the school's answer (row P2)."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from services.intake.commands.close_tasks import close_tasks
from services.intake.domain.case import Case
from services.intake.domain.case_parts import Contact, Request, Wish
from services.intake.domain.task import Task, task_id_of
from services.intake.queries.name_check import hold_back_from_family
from services.intake.storage.handlers import handler_of_case
from services.intake.storage.house import Intake
from shared.calendar import add_working_days
from shared.errors import Hidden
from shared.identifiers import derived_id
from shared.web.idempotency import scoped_key

TASK_OF: dict[Wish, tuple[str, str]] = {
    "ring": ("ring", "ring-asked"),
    "write": ("write", "answer-asked"),
    "meet": ("meet", "meet-asked"),
}


@dataclass(frozen=True)
class AskForContact:
    case_id: str
    by: str
    wish: Wish
    key: str
    text: str | None = None
    about: Literal["measure"] | None = None
    """`measure`: the family proposes one for the plan, and is answered like anything it writes (row R26)."""


async def ask_for_contact(command: AskForContact, *, house: Intake) -> str:
    """Keep it and put it on the handler's list, to be answered by the end of the next working day."""
    case = await house.cases.get(command.case_id)
    if case is None:
        raise Hidden
    owner = await handler_of_case(house.directory, case, house.today())
    now = house.clock.now()
    request = Request(
        id=derived_id("request", command.case_id, scoped_key(command.by, command.key)),
        person_id=command.by,
        wish=command.wish,
        about=command.about,
        text=command.text,
        owner_id=owner.id,
        at=now,
        answer_by=add_working_days(now, 1).at,
    )
    await house.cases.change(command.case_id, lambda it: it.ask_for_contact(request), by=command.by)
    # At once, so that it stands on the list; should it stop here, `when_contact_asked_for` does the same.
    await put_on_list(case, request, house=house)
    return request.id


async def put_on_list(case: Case, request: Request, *, house: Intake) -> None:
    """The request is a task of the one who answers it. Repeatable, also when it has been answered."""
    list_, code = TASK_OF[request.wish]
    task = Task.model_validate(
        {
            "id": task_id_of(code, request.id),
            "case_id": case.id,
            "school_id": case.school_id,
            "list": list_,
            "code": code,
            "owner_id": request.owner_id,
            "about_person_id": request.person_id,
            "due_at": request.answer_by,
            "path": f"/cases/{case.id}#request-{request.id}",
            "opened_at": request.at,
        }
    )
    await house.tasks.add(task.opened(), by=request.person_id)


async def answer_request(
    case_id: str, request_id: str, text: str, *, by: str, house: Intake, looked: Collection[str] = ()
) -> None:
    """Write back; the family reads it on its page. That is also being in touch.

    Raises `NamesFound` for a linked pupil's name that is not among what was `looked` at.
    """
    there = await house.cases.get(case_id)
    if there is None:
        raise Hidden
    await hold_back_from_family(there, {"text": text}, looked, house=house)
    now = house.clock.now()

    def decide(case: Case) -> Request:
        request = case.answer(request_id, by, now, text)
        case.log_contact(Contact(person_id=request.person_id, means="message", reached=True, by=by, at=now))
        return request

    request = await house.cases.change(case_id, decide, by=by)
    _, code = TASK_OF[request.wish]
    await close_tasks(case_id, [code], about=request.person_id, by=by, house=house)
