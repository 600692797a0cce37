"""Whom a person can point to when telling something: their own, themselves, or their school's pupils."""

from dataclasses import dataclass, field
from datetime import date

from services.intake.storage.house import Intake
from shared.directory import Person, School
from shared.web.sessions import Hat


@dataclass
class Choices:
    """Pupils with the name of their class, and the schools at which it may be somebody else."""

    pupils: list[tuple[Person, str]] = field(default_factory=list)
    schools: list[School] = field(default_factory=list)
    staff: list[Person] = field(default_factory=list)
    """Who works at these schools: somebody may have to say that it is one of them (row L3)."""


async def choices_for(person_id: str, hat: Hat, *, house: Intake) -> Choices:
    """Sorted by class and name; a guardian's own children first of all."""
    person = await house.directory.person(person_id)
    if hat == "guardian":
        today = house.today()
        linked = await house.directory.pupils_of(person_id)
        children = [one for one in linked if _is_guardian(one, person_id, today)]
        school_ids = {one for child in children for one in child.listed.school_ids}
        pupils = sorted(children, key=lambda one: one.name)
    elif hat == "pupil":
        school_ids, pupils = set(person.listed.school_ids), [person]
    else:
        school_ids = set(person.listed.school_ids)
        found = await house.directory.people.find({"schools": {"$in": sorted(school_ids)}, "kinds": "pupil"})
        pupils = list(found.values())
    schools = [await house.directory.school(one) for one in sorted(school_ids)]
    names = await _class_names(house, school_ids)
    placed = [(one, _class_of(one, names)) for one in pupils]
    if hat == "staff":
        placed.sort(key=lambda pair: (pair[1].zfill(4), pair[0].name))
    staff = {one.id: one for school_id in school_ids for one in await house.directory.staff_at(school_id)}
    staff.pop(person_id, None)
    return Choices(placed, schools, sorted(staff.values(), key=lambda one: one.name))


async def pupils_at(school_id: str, *, house: Intake) -> Choices:
    """The pupils of one school, for who has to say which of them a case concerns."""
    found = await house.directory.people.find({"schools": school_id, "kinds": "pupil"})
    names = await _class_names(house, {school_id})
    placed = [(one, _class_of(one, names)) for one in found.values()]
    placed.sort(key=lambda pair: (pair[1].zfill(4), pair[0].name))
    return Choices(placed, [await house.directory.school(school_id)])


def _is_guardian(pupil: Person, person_id: str, day: date) -> bool:
    """With or without foreldreansvar: everyone who looks after a child may tell how it is doing."""
    return any(
        link.person_id == person_id and (link.since or day) <= day <= (link.until or day)
        for link in pupil.listed.guardians
    )


async def _class_names(house: Intake, school_ids: set[str]) -> dict[str, str]:
    groups = [one for school in sorted(school_ids) for one in await house.directory.groups_at(school)]
    return {one.listed.group_id: one.name for one in groups}


def _class_of(pupil: Person, names: dict[str, str]) -> str:
    return next((names[one] for one in pupil.listed.group_ids if one in names), "")
