"""Orders: open a case in an emergency, with a reason that leadership reads; and what leadership says (L9)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from services.intake.commands.follow_course import open_task
from services.intake.commands.hand_over_case import who_can_have
from services.intake.commands.settle_access import settle_access
from services.intake.domain.case import Case
from services.intake.domain.case_parts import Glass
from services.intake.domain.grants import Emergency
from services.intake.domain.task import Task, task_id_of
from services.intake.queries.whose_cases import that_may_be_seen
from services.intake.storage.handlers import handler_of_case
from services.intake.storage.house import Intake
from shared.calendar import add_working_days
from shared.errors import Hidden
from shared.identifiers import derived_id
from shared.web.idempotency import scoped_key

LASTS = timedelta(hours=12)
OWNERS = ("school_owner", "owner_deputy")


@dataclass(frozen=True)
class BreakGlass:
    """By a case's number, which somebody must have been told: nobody looks for cases here."""

    number: str
    reason: str
    by: str
    key: str


async def break_glass(command: BreakGlass, *, house: Intake) -> str:
    """Open it for twelve hours and tell leadership; the case's id.

    Raises `Hidden` for a number that is none, and for a case that this person can never have, alike.
    """
    found = await house.cases.find({"number": command.number}, limit=1)
    if not found:
        raise Hidden
    case = found[0]
    if case.id in await that_may_be_seen(command.by, [case.id], house=house):
        return case.id
    if command.by not in await _who_might(case, house):
        raise Hidden
    now = house.clock.now()
    glass = Glass(
        id=derived_id("glass", case.id, scoped_key(command.by, command.key)),
        person_id=command.by,
        reason=command.reason,
        at=now,
        until=now + LASTS,
    )

    def decide(it: Case) -> None:
        it.break_glass(glass)

    await house.cases.change(case.id, decide, by=command.by)
    leader = await handler_of_case(house.directory, case, house.today())
    await open_task(
        Task(
            id=task_id_of("glass-to-review", glass.id),
            case_id=case.id,
            school_id=case.school_id,
            list="do",
            code="glass-to-review",
            owner_id=leader.id,
            about_person_id=command.by,
            due_at=add_working_days(now, 1).at,
            path=f"/cases/{case.id}#glass-{glass.id}",
            opened_at=now,
        ),
        house=house,
    )
    emergency = Emergency(person_id=command.by, since=glass.at, until=glass.until)
    await settle_access(case.id, lambda it: it.open_in_emergency(emergency), house=house)
    return case.id


async def review_glass(
    case_id: str,
    glass_id: str,
    verdict: Literal["right", "not_right"],
    review: str | None,
    *,
    by: str,
    house: Intake,
) -> None:
    """Leadership says what it thinks of it; where it was not right, the access ends at once."""
    now = house.clock.now()

    def decide(it: Case) -> Glass:
        return it.review_glass(glass_id, verdict, review, by, now)

    glass = await house.cases.change(case_id, decide, by=by)
    task_id = task_id_of("glass-to-review", glass.id)
    if await house.tasks.get(task_id) is not None:
        await house.tasks.change(task_id, lambda it: it.close(now, by=by), by=by)
    if verdict == "not_right" and glass.until > now:
        ended = Emergency(person_id=glass.person_id, since=glass.at, until=now)
        await settle_access(case_id, lambda it: it.open_in_emergency(ended), house=house)


async def _who_might(case: Case, house: Intake) -> set[str]:
    """Staff of the school whom it does not concern, and the school owner's contacts; no kin of the pupil."""
    able = await who_can_have(case, house=house)
    contacts = {one.id for one in await house.directory.owner_contacts(house.today())}
    if case.pupil_id is not None:
        pupil = await house.directory.person(case.pupil_id)
        contacts -= {link.person_id for link in pupil.listed.guardians}
    return able | (contacts - set(case.implicated))
