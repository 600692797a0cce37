"""Pupils who have changed school while their case is open: it stays at the old school until it is moved."""

from dataclasses import dataclass

from services.intake.domain.case import Case
from services.intake.storage.house import Intake
from shared.contracts.access import ACTIONS, HAT_OF
from shared.directory import Person


@dataclass(frozen=True)
class MovedPupil:
    case: Case
    pupil: Person
    schools: tuple[tuple[str, str], ...]
    """Where the pupil goes now: id and name. None where the pupil has left the municipality's schools."""


async def moved_pupils(person_id: str, *, house: Intake) -> list[MovedPupil]:
    """Those in cases that this person may decide in; the oldest case first."""
    now = house.clock.now()
    deciding = [
        one.case_id
        for one in await house.access.find({"staff": person_id})
        if any(
            grant.person_id == person_id
            and HAT_OF[grant.relation] == "staff"
            and "decide" in ACTIONS[grant.relation]
            and grant.holds_at(now)
            for grant in one.grants
        )
    ]
    cases = await house.cases.find({"_id": {"$in": deciding}}, sort=[("reported_at", 1)])
    running = [one for one in cases if one.pupil_id and not one.ended]
    pupils = await house.listed.people_by_id(one.pupil_id for one in running if one.pupil_id)
    found = []
    for case in running:
        pupil = pupils.get(case.pupil_id or "")
        if pupil is None or case.school_id in pupil.listed.school_ids:
            continue
        schools = [(id_, (await house.directory.school(id_)).name) for id_ in pupil.listed.school_ids]
        found.append(MovedPupil(case, Person(listed=pupil.listed, words=pupil.words), tuple(schools)))
    return found
