"""Order: take in what somebody tells who will not say a name, and give them a way back (rows B2, B5)."""

import asyncio
from dataclasses import dataclass
from typing import Literal

from services.intake.commands.close_tasks import close_tasks
from services.intake.domain.mailbox import Mailbox, Message, mailbox_id_of
from services.intake.domain.phrase import Opening, fits, hashed, opening_of
from services.intake.domain.report import ChildsCase, Report, case_id_of, report_id_of
from services.intake.domain.task import Task, task_id_of
from services.intake.storage.handlers import handler_of, handler_of_case
from services.intake.storage.house import Intake
from shared.calendar import add_working_days
from shared.clock import OSLO
from shared.contracts.intake import Concerns
from shared.errors import Hidden, Refusal
from shared.identifiers import derived_id

TASK = "reporter-to-answer"


@dataclass(frozen=True)
class TellWithoutName:
    """`secret` is drawn from the form's own key: the same form sent twice is the same report and phrase."""

    key: str
    secret: bytes
    school_id: str
    text: str
    about: str | None = None
    concerns: Concerns = "pupils"
    flooded: bool = False
    """Too many came from the same place, or to the same school: stored, and looked at by a person first."""


async def tell_without_name(command: TellWithoutName, *, house: Intake) -> tuple[Report, Opening]:
    """Store it, always; who sent it stands nowhere. Raises `Refusal` for a school that is not there."""
    try:
        school = await house.directory.school(command.school_id)
    except Hidden:
        raise Refusal("invalid", fields={"school_id": "unknown-school"}) from None
    school_id = school.listed.school_id
    led_by: Literal["school", "owner"] = "owner" if command.concerns == "leadership" else "school"
    handler = await handler_of(house.directory, school_id, house.today(), led_by=led_by)
    now = house.clock.now()
    year = now.astimezone(OSLO).year
    await house.numbers.reserve(year, 1)
    report_id = report_id_of(derived_id("key", "nameless", command.key))
    report = Report(
        id=report_id,
        school_id=school_id,
        told_as="anonymous",
        channel="form",
        reporter_id=None,
        text=command.text,
        about=command.about,
        cases=(ChildsCase(case_id=case_id_of(report_id, None), number=house.numbers.take(year)),),
        handler_id=handler.id,
        received_at=now,
        contact_by=add_working_days(now, 1).at,
        concerns=command.concerns,
        # The owner has no list of what waits: what concerns the leadership is never held up.
        queued=command.flooded and led_by == "school",
    )
    there = await house.reports.add(report if report.queued else report.receive())
    opening = opening_of(command.secret)
    slow = await asyncio.to_thread(hashed, opening.phrase, opening.salt)
    box = Mailbox(
        id=mailbox_id_of(opening.code),
        case_id=there.cases[0].case_id,
        report_id=there.id,
        school_id=school_id,
        salt=opening.salt,
        hash=slow,
    )
    await house.mailboxes.add(box)
    return there, opening


async def come_back(code: str, phrase: str, *, house: Intake) -> str | None:
    """The mailbox that this code and phrase open, or None; a wrong code takes as long as a right one."""
    found = await house.mailboxes.get(mailbox_id_of(code))
    if found is None:
        await asyncio.to_thread(hashed, phrase, "00" * 16)
        return None
    right = await asyncio.to_thread(fits, phrase, found.salt, found.hash)
    now = house.clock.now()
    opened = await house.mailboxes.change(found.id, lambda it: it.tried(now, right=right))
    return found.id if opened else None


async def write_as_reporter(mailbox_id: str, text: str, *, key: str, house: Intake) -> None:
    """Write to the school; whoever handles the case has it on the list, to be answered in a working day."""
    now = house.clock.now()
    message = Message(id=derived_id("message", mailbox_id, key), at=now, text=text)
    await house.mailboxes.change(mailbox_id, lambda it: it.write(message))
    box = await house.mailboxes.get(mailbox_id)
    case = None if box is None else await house.cases.get(box.case_id)
    if case is None:
        return
    owner = await handler_of_case(house.directory, case, house.today())
    task = Task(
        id=task_id_of(TASK, message.id),
        case_id=case.id,
        school_id=case.school_id,
        list="write",
        code=TASK,
        owner_id=owner.id,
        due_at=add_working_days(now, 1).at,
        path=f"/cases/{case.id}#conversation",
        opened_at=now,
    )
    await house.tasks.add(task.opened())


async def answer_reporter(case_id: str, text: str, *, by: str, key: str, house: Intake) -> None:
    """Write to who told without a name; it stands there when they come back."""
    found = await house.mailboxes.ids({"case_id": case_id}, limit=1)
    if not found:
        raise Hidden
    message = Message(id=derived_id("message", found[0], key), at=house.clock.now(), by=by, text=text)
    await house.mailboxes.change(found[0], lambda it: it.write(message), by=by)
    await close_tasks(case_id, [TASK], by=by, house=house)


async def look_at_queued(report_id: str, *, keep: bool, by: str, house: Intake) -> None:
    """Somebody has looked at one of a flood: it becomes a case, or is set aside and kept."""
    now = house.clock.now()

    def decide(report: Report) -> None:
        if keep:
            report.take_from_queue()
        else:
            report.set_aside(now)

    await house.reports.change(report_id, decide, by=by)
