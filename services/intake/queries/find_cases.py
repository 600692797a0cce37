"""Finding cases by what people remember: a pupil's name or a case's number.

Names lie sealed and no index knows them: those of the schools one may see are opened and compared here, in
memory, and what goes on to the list is ids.
"""

import re

from services.intake.domain.case_filter import MOST_PUPILS, OPEN, CaseFilter
from services.intake.queries.whose_cases import MOST_LET_IN, reach_of
from services.intake.storage.house import Intake
from shared.directory import Person

_NUMBER = re.compile(r"\d{4}-\d{1,6}")
_DIGITS = 6
MOST_SCHOOLS = 5


async def find_cases(person_id: str, words: str, *, house: Intake) -> CaseFilter | None:
    """What the list is to show; None where no pupil within reach is called that."""
    told = words.strip()
    if _NUMBER.fullmatch(told):
        year, _, number = told.partition("-")
        return CaseFilter(state="all", number=f"{year}-{number.zfill(_DIGITS)}")
    found = [one.id for one in await _pupils(person_id, house) if _fits(one, told)]
    return CaseFilter(state="all", pupil=tuple(sorted(found)[:MOST_PUPILS])) if found else None


async def _pupils(person_id: str, house: Intake) -> list[Person]:
    """Pupils of the schools one leads or works at, and those of the cases one is let in to.

    Whoever leads many schools, on the holiday rota, finds the pupils of their newest open cases.
    """
    reach = await reach_of(person_id, house=house)
    person = await house.directory.person(person_id)
    schools = list(dict.fromkeys([*reach.schools, *person.listed.school_ids]))
    found: dict[str, Person] = {}
    cases = await house.cases.in_clear({"_id": {"$in": list(reach.others)}}, limit=MOST_LET_IN)
    if len(schools) <= MOST_SCHOOLS:
        query = {"schools": {"$in": schools}, "kinds": "pupil"}
        found |= await house.directory.people.find(query)
    else:
        open_ = {"school_id": {"$in": schools}, "state": {"$in": list(OPEN)}}
        cases += await house.cases.in_clear(open_, sort=[("reported_at", -1)], limit=MOST_LET_IN)
    ids = {clear["pupil_id"] for _, clear in cases if clear["pupil_id"]} - found.keys()
    found |= await house.directory.people_by_id(sorted(ids))
    return list(found.values())


def _fits(person: Person, told: str) -> bool:
    """Every word that was typed begins one of the names."""
    names = person.name.casefold().replace("-", " ").split()
    parts = told.casefold().replace("-", " ").split()
    return bool(parts) and all(any(name.startswith(part) for name in names) for part in parts)
