"""The cases a member of staff may see."""

from dataclasses import dataclass
from datetime import datetime

from services.intake.domain.case import Case
from services.intake.storage.house import Intake
from shared.contracts.access import ACTIONS, HAT_OF
from shared.directory import Person


@dataclass(frozen=True)
class Listed:
    case: Case
    pupil: Person | None
    group_name: str | None
    school_name: str
    next_due: datetime | None


async def case_list(person_id: str, *, house: Intake) -> list[Listed]:
    """What is due first comes first, then the newest."""
    now = house.clock.now()
    seen = [
        one.case_id
        for one in await house.access.find({"staff": person_id})
        if any(
            grant.person_id == person_id
            and HAT_OF[grant.relation] == "staff"
            and "see" in ACTIONS[grant.relation]
            and grant.holds_at(now)
            for grant in one.grants
        )
    ]
    cases = await house.cases.find({"_id": {"$in": seen}}, sort=[("reported_at", -1)])
    due = await _next_due(seen, house)
    pupils = await house.directory.people_by_id(one.pupil_id for one in cases if one.pupil_id)
    found = [
        Listed(
            case=one,
            pupil=pupils.get(one.pupil_id or ""),
            group_name=(await house.directory.group(one.group_id)).name if one.group_id else None,
            school_name=(await house.directory.school(one.school_id)).name,
            next_due=due.get(one.id),
        )
        for one in cases
    ]
    return sorted(found, key=lambda one: (one.next_due is None, one.next_due))


async def _next_due(case_ids: list[str], house: Intake) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    own = await house.tasks.find({"case_id": {"$in": case_ids}, "open": True})
    others = await house.seen.tasks.find({"case_id": {"$in": case_ids}, "open": True})
    open_: list[tuple[str, datetime | None]] = [(one.case_id, one.due_at) for one in own]
    open_ += [(one.case_id, one.due_at) for one in others.values()]
    for case_id, due_at in open_:
        if due_at is not None and (case_id not in found or due_at < found[case_id]):
            found[case_id] = due_at
    return found
