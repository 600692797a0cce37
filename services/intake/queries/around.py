"""Who is around a case: whom its family knows of, and must not read of (rows R12, R41)."""

from dataclasses import dataclass

from services.intake.domain.case import Case
from services.intake.queries.plans import plan_of
from services.intake.storage.house import Intake
from shared.directory import Person
from shared.masking import Mask, mask_of
from shared.naming import names_in, replaced


@dataclass(frozen=True)
class Around:
    """The pupils of the same event, plan or class and their homes, without the staff in its own work."""

    people: dict[str, Person]
    linked: frozenset[str]
    """The pupils who have a file of their own from the same event."""
    at_home: frozenset[str]
    """Who is here from home. A teacher whose own child is in it is no name to show, whatever else they do."""
    own: tuple[Person, ...]
    """The child of the case and its home, who may be named to themselves."""

    def mask(self, other: str) -> Mask:
        """What a text is read through by the family of the case."""
        own = {one.id for one in self.own}
        return mask_of([one for id_, one in self.people.items() if id_ not in own], self.own, other)

    def own_version(self, text: str, other: str) -> str:
        """A text about several pupils as the home of this one reads it: the linked others by a neutral word.

        A name that is a word too stays: whoever put the text in force has looked at it (row R41).
        """
        others = [self.people[one] for one in sorted(self.linked) if one in self.people]
        for found in reversed(names_in(text, others, linked=self.linked, shown=self.own)):
            if not found.also_word:
                text = replaced(text, found, other)
        return text


async def around(case: Case, *, house: Intake) -> Around:
    reports = await house.reports.find({"cases": case.id})
    linked = {one.pupil_id for report in reports for one in report.cases if one.pupil_id}
    linked |= await _in_cases_beside(case, house=house)
    own = await house.directory.people_by_id([case.pupil_id] if case.pupil_id else [])
    groups = {group for one in own.values() for group in one.listed.group_ids} | {case.group_id or ""}
    classmates = {one.id for id_ in sorted(groups - {""}) for one in await house.directory.pupils_in(id_)}
    pupils = await house.directory.people_by_id(sorted(linked | classmates | set(own)))
    at_home = {
        link.person_id for id_ in linked | set(own) if id_ in pupils for link in pupils[id_].listed.guardians
    }
    at_home |= {
        report.reporter_id for report in reports if report.reporter_id and report.told_as == "guardian"
    }
    kin = {link.person_id for one in pupils.values() for link in one.listed.guardians}
    found = {**pupils, **await house.directory.people_by_id(sorted(kin | at_home))}
    # The staff of the school is named in its own work; parents of classmates are not part of the case.
    named = {id_ for id_, one in found.items() if is_staff(one) and id_ not in at_home}
    own_home = {link.person_id for one in own.values() for link in one.listed.guardians} | set(own)
    return Around(
        people={id_: one for id_, one in found.items() if id_ not in named},
        linked=frozenset(linked - set(own)),
        at_home=frozenset(at_home),
        own=tuple(found[id_] for id_ in sorted(own_home) if id_ in found),
    )


async def _in_cases_beside(case: Case, *, house: Intake) -> set[str]:
    plan = await plan_of(case.id, house=house)
    ids = sorted({*(plan.case_ids if plan else ()), *(one.case_id for one in case.links)} - {case.id})
    cases = await house.cases.find({"_id": {"$in": ids}}) if ids else []
    return {one.pupil_id for one in cases if one.pupil_id}


def is_staff(person: Person) -> bool:
    return "staff" in person.listed.kinds
