"""Orders: who leads a school from a day on, that nobody does, and who has the telephone in the holidays.

Each changes one person, and what follows from it is the directory's to say: access, lists and chains go by
the dates, so at midnight nothing needs to run.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from services.intake.domain.directory_entry import ListedPerson
from services.intake.domain.given_duty import Relief
from services.intake.storage.house import Intake
from shared.contracts.directory import Duty, Shift
from shared.errors import Hidden, Refusal

Leading = Literal["rektor", "deputy"]
LONGEST_SHIFT = timedelta(days=120)


@dataclass(frozen=True)
class AppointLeader:
    """Somebody leads a school from a day on. `instead`: whoever has the same duty then does not, so long."""

    school_id: str
    person_id: str
    role: Leading
    since: date
    until: date | None
    instead: bool
    by: str


async def appoint_leader(command: AppointLeader, *, house: Intake) -> None:
    """Give the duty, then end the former one's; sent twice it is done once."""
    await _staff(command.person_id, "person_id", house)
    if command.since < house.today():
        raise Refusal("invalid", fields={"since": "not-past-day"})
    if command.until is not None and command.until < command.since:
        raise Refusal("invalid", fields={"until": "before-start"})
    duty = Duty(role=command.role, school_id=command.school_id, since=command.since, until=command.until)
    await house.listed.people.change(command.person_id, lambda it: it.give(duty), by=command.by)
    if not command.instead:
        return
    relief = Relief(role=command.role, school_id=command.school_id, since=command.since, until=command.until)
    for one in await house.listed.leadership_of(command.school_id):
        if one.id != command.person_id and _has(one, relief):
            await house.listed.people.change(one.id, lambda it: it.relieve(relief), by=command.by)


async def end_duty(
    school_id: str, person_id: str, role: Leading, last: date, *, by: str, house: Intake
) -> None:
    """Say which day is the last that somebody leads the school; who comes after may not be known yet."""
    await _staff(person_id, "person_id", house)
    if last < house.today() - timedelta(days=1):
        raise Refusal("invalid", fields={"last": "not-past-day"})
    relief = Relief(role=role, school_id=school_id, since=last + timedelta(days=1))
    await house.listed.people.change(person_id, lambda it: it.relieve(relief), by=by)


async def take_telephone(person_id: str, since: date, until: date, *, by: str, house: Intake) -> None:
    """Somebody has the municipality's telephone in the holidays (row P10); it must be one that rings."""
    person = await _staff(person_id, "person_id", house)
    wrong = {}
    if person.words.phone is None:
        wrong["person_id"] = "no-phone"
    if until < max(since, house.today()):
        wrong["until"] = "before-start"
    elif until - since > LONGEST_SHIFT:
        wrong["until"] = "too-long-shift"
    if wrong:
        raise Refusal("invalid", fields=wrong)
    shift = Shift(since=since, until=until)
    await house.listed.people.change(person_id, lambda it: it.take_shift(shift), by=by)


async def give_back_telephone(person_id: str, since: date, *, by: str, house: Intake) -> None:
    """The shift that begins that day is somebody else's; twice is once."""
    await _staff(person_id, "person_id", house)
    await house.listed.people.change(person_id, lambda it: it.drop_shift(since), by=by)


def _has(person: ListedPerson, relief: Relief) -> bool:
    return any(relief.cut(duty) != [duty] for duty in person.listed.duties)


async def _staff(person_id: str, field: str, house: Intake) -> ListedPerson:
    person = await house.listed.person(person_id)
    if person is None:
        raise Hidden
    if "staff" not in person.listed.kinds:
        raise Refusal("invalid", fields={field: "not-a-choice"})
    return person
