"""What a family sees: their own cases, and of each what happens next."""

from dataclasses import dataclass

from services.intake.domain.case import Case
from services.intake.storage.house import Intake
from shared.contracts.access import HAT_OF, Hat
from shared.directory import Person


@dataclass(frozen=True)
class MyCase:
    case: Case
    pupil: Person | None
    group_name: str | None


async def my_cases(person_id: str, hat: Hat, *, house: Intake) -> list[MyCase]:
    """The cases this person follows today, the newest first."""
    now = house.clock.now()
    followed = [
        one.case_id
        for one in await house.access.find({"home": person_id})
        if any(
            grant.person_id == person_id
            and HAT_OF[grant.relation] == hat
            and grant.relation != "parent_contact"
            and grant.holds_at(now)
            for grant in one.grants
        )
    ]
    cases = await house.cases.find({"_id": {"$in": followed}}, sort=[("reported_at", -1)])
    pupils = await house.directory.people_by_id(one.pupil_id for one in cases if one.pupil_id)
    found = []
    for case in cases:
        group = (await house.directory.group(case.group_id)).name if case.group_id else None
        found.append(MyCase(case, pupils.get(case.pupil_id or ""), group))
    return found
