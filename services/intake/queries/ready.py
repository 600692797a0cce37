"""Whether a school is ready to use this, point by point (row P13): asked of the directory as it is now."""

from dataclasses import dataclass
from datetime import date

from services.intake.storage.house import Intake
from shared.directory import School

NEW_YEAR_IN_AUGUST = 8


@dataclass(frozen=True)
class Point:
    """One thing a school needs. `done` is None where this service cannot tell yet."""

    code: str
    done: bool | None
    missing: int = 0
    """How many are missing, where they can be counted."""
    href: str = ""
    """Where it is mended; empty: in the roster that the municipality sends."""


@dataclass(frozen=True)
class Ready:
    """The whole list of one school."""

    school: School
    points: tuple[Point, ...]

    @property
    def is_ready(self) -> bool:
        return all(one.done is not False for one in self.points)


async def ready(school_id: str, *, house: Intake) -> Ready:
    """The school's list; raises `Hidden` for a school that is not there."""
    school = await house.directory.school(school_id)
    today = house.today()
    leaders = await house.directory.with_duty("rektor", school_id, today)
    deputies = await house.directory.with_duty("deputy", school_id, today)
    chain = [one for one in await house.directory.owner_contacts(today) if not one.away_on(today)]
    staff = await house.listed.people.find({"schools": school_id, "kinds": "staff"})
    untrained = sum(1 for one in staff if not any(way.holds_on(today) for way in one.training))
    pupils = await house.listed.people.find({"schools": school_id, "kinds": "pupil"})
    alone = sum(1 for one in pupils if not any(link.entitled_on(today) for link in one.listed.guardians))
    classes = {group for pupil in pupils for group in pupil.listed.group_ids[:1]}
    taught = {
        duty.group_id
        for one in staff
        for duty in one.listed.duties
        if duty.role == "contact_teacher" and duty.holds_on(today)
    }
    without_teacher = len(classes - taught)
    first, last = _school_year(today)
    return Ready(
        school,
        (
            Point("rektor", bool(leaders)),
            Point("deputy", bool(deputies)),
            Point("chain", bool(chain)),
            Point("pupils", bool(pupils)),
            Point("teachers", bool(classes) and not without_teacher, without_teacher),
            Point("guardians", not alone, alone),
            Point("rooms", bool(await house.directory.rooms_at(school_id))),
            Point("calendar", any(first <= day <= last for day in school.listed.closed_days)),
            Point("phone", bool(school.words.phone)),
            Point("trained", bool(staff) and not untrained, untrained, "/staff"),
            Point("letter", None),
        ),
    )


def _school_year(today: date) -> tuple[date, date]:
    year = today.year if today.month >= NEW_YEAR_IN_AUGUST else today.year - 1
    return date(year, NEW_YEAR_IN_AUGUST, 1), date(year + 1, NEW_YEAR_IN_AUGUST - 1, 31)
