"""Pupils who have changed school while their case is open: it stays at the old school until it is moved."""

from dataclasses import dataclass

from services.intake.domain.case import Case
from services.intake.domain.case_filter import OPEN
from services.intake.queries.whose_cases import reach_of, that_may_be_seen
from services.intake.storage.house import Intake
from shared.directory import Person

MOST_LOOKED_AT = 5000
MOST_SHOWN = 200


@dataclass(frozen=True)
class MovedPupil:
    case: Case
    pupil: Person
    schools: tuple[tuple[str, str], ...]
    """Where the pupil goes now: id and name. None where the pupil has left the municipality's schools."""


async def moved_pupils(person_id: str, *, house: Intake) -> list[MovedPupil]:
    """Those in open cases that this person may decide in; the oldest case first."""
    reach = await reach_of(person_id, house=house)
    within = [{"school_id": {"$in": list(reach.schools)}}, {"_id": {"$in": list(reach.others)}}]
    found: dict[str, dict[str, object]] = {}
    for one in within:
        query = {**one, "state": {"$in": list(OPEN)}}
        found |= dict(await house.cases.in_clear(query, sort=[("reported_at", -1)], limit=MOST_LOOKED_AT))
    pupils = sorted({str(clear["pupil_id"]) for clear in found.values() if clear["pupil_id"]})
    listed = dict(await house.listed.people.in_clear({"_id": {"$in": pupils}}))
    moved = [
        id_
        for id_, clear in found.items()
        if clear["pupil_id"]
        and clear["school_id"] not in listed.get(str(clear["pupil_id"]), {}).get("schools", ())
    ]
    deciding = await that_may_be_seen(person_id, moved[:MOST_LOOKED_AT], house=house, action="decide")
    cases = await house.cases.find(
        {"_id": {"$in": sorted(deciding)}}, sort=[("reported_at", 1)], limit=MOST_SHOWN
    )
    people = await house.listed.people_by_id(one.pupil_id for one in cases if one.pupil_id)
    shown = []
    for case in cases:
        pupil = people.get(case.pupil_id or "")
        if pupil is None:
            continue
        schools = [(id_, (await house.directory.school(id_)).name) for id_ in pupil.listed.school_ids]
        shown.append(MovedPupil(case, Person(listed=pupil.listed, words=pupil.words), tuple(schools)))
    return shown
