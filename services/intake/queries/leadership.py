"""Who leads a school and from when, who could, and who has the telephone in the holidays."""

from dataclasses import dataclass
from datetime import date

from services.intake.storage.house import Intake
from shared.contracts.directory import Duty, Shift
from shared.directory import LEADERS, Person

MOST_OFFERED = 600


@dataclass(frozen=True)
class Held:
    """One duty of leadership: who, as what, between which days, and whether that is today."""

    person: Person
    duty: Duty
    now: bool
    coming: bool


@dataclass(frozen=True)
class OnDuty:
    person: Person
    shift: Shift
    now: bool


async def leadership_at(school_id: str, *, house: Intake) -> list[Held]:
    """Those who lead it now or will, as the directory has them at this moment; the earliest first."""
    today = house.today()
    found = [
        Held(
            person=Person(listed=one.listed, words=one.words),
            duty=duty,
            now=duty.holds_on(today),
            coming=duty.since is not None and duty.since > today,
        )
        for one in await house.listed.leadership_of(school_id)
        for duty in one.listed.duties
        if duty.role in LEADERS
        and duty.school_id == school_id
        and (duty.until is None or duty.until >= today)
    ]
    return sorted(found, key=lambda one: (one.duty.role, one.duty.since or date.min, one.person.id))


async def who_can_lead(school_id: str, *, house: Intake) -> list[tuple[str, str]]:
    """The school's own staff, and those who lead other schools: id and name."""
    staff = {one.id: one.name for one in await house.directory.staff_at(school_id)}
    leaders = await house.directory.people.find(
        {"kinds": "staff", "duties": {"$regex": "^(rektor|deputy):"}}, limit=MOST_OFFERED
    )
    staff |= {one.id: one.name for one in leaders.values()}
    return sorted(staff.items(), key=lambda one: one[1])


async def rota(*, house: Intake) -> list[OnDuty]:
    """The shifts that are or come, the next first."""
    today = house.today()
    found = [
        OnDuty(Person(listed=one.listed, words=one.words), shift, shift.holds_on(today))
        for one in await house.listed.on_the_rota()
        for shift in one.listed.shifts
        if shift.until >= today
    ]
    return sorted(found, key=lambda one: (one.shift.since, one.person.id))


async def who_can_take_it(*, house: Intake) -> list[tuple[str, str]]:
    """Leaders of schools and contacts of the owner: id and name with telephone."""
    roles = "^(rektor|deputy|school_owner|owner_deputy|administrator):"
    found = await house.directory.people.find(
        {"kinds": "staff", "duties": {"$regex": roles}}, limit=MOST_OFFERED
    )
    people = sorted(found.values(), key=lambda one: one.name)
    return [(one.id, f"{one.name}, {one.words.phone}" if one.words.phone else one.name) for one in people]
