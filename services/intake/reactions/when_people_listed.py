"""People, duties or foreldreansvar have changed: who may see a case is decided anew."""

import asyncio
from collections.abc import Mapping, Sequence

from services.intake.commands.settle_access import settle_access
from services.intake.storage.house import Intake
from shared.contracts.directory import PersonListedV1, PersonRemovedV1
from shared.contracts.envelope import Heard

AT_ONCE = 16
_SEEN_BY_DUTY = frozenset({"rektor", "deputy", "contact_teacher", "parent_contact"})


async def when_people_listed(heard: Sequence[Heard[PersonListedV1]], *, house: Intake) -> None:
    """The cases of the pupils named, and of the schools whose leadership is; each decided once."""
    ids = sorted({h.event.person_id for h in heard})
    schools = {
        duty.school_id
        for h in heard
        for duty in h.event.duties
        if duty.role in _SEEN_BY_DUTY and duty.school_id
    }
    groups = {one for h in heard for one in h.event.group_ids}
    rota = [{"closed": {"$ne": True}}] if any(h.event.shifts for h in heard) else []
    await _settle(
        [
            *rota,
            {"pupil_id": {"$in": ids}},
            {"group_id": {"$in": sorted(groups)}},
            {"school_id": {"$in": sorted(schools)}},
            # Whoever had a duty, or was in a class, and is no more is named by nothing but the grants.
            {"staff": {"$in": ids}},
            {"home": {"$in": ids}},
            {"through": {"$in": ids}},
        ],
        house,
    )


async def when_person_removed(heard: Heard[PersonRemovedV1], *, house: Intake) -> None:
    """Whoever has left sees nothing more."""
    gone = heard.event.person_id
    await _settle([{"staff": gone}, {"home": gone}, {"through": gone}], house)


async def _settle(touched: Sequence[Mapping[str, object]], house: Intake) -> None:
    found = await house.access.in_clear({"$or": touched})
    case_ids = [clear["case_id"] for _, clear in found]
    for start in range(0, len(case_ids), AT_ONCE):
        some = case_ids[start : start + AT_ONCE]
        await asyncio.gather(*(settle_access(one, house=house) for one in some))
