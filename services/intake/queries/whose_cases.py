"""Which cases a member of staff comes to: those of the schools they lead, and those they are let in to."""

from collections.abc import Iterable
from dataclasses import dataclass

from services.intake.domain.access import Access
from services.intake.storage.house import Intake, access_id_of
from shared.contracts.access import ACTIONS, HAT_OF, Action
from shared.errors import Hidden

MOST_LET_IN = 2000
LEADING = ("rektor", "deputy")


@dataclass(frozen=True)
class Reach:
    """The schools whose cases this person has by duty today, and the ids of the others let in to."""

    schools: tuple[str, ...]
    others: tuple[str, ...]


async def reach_of(person_id: str, *, house: Intake) -> Reach:
    """Where to look; whether a case may be seen is asked of each that is found (`that_may_be_seen`)."""
    schools = await schools_led_by(person_id, house=house)
    others = await house.access.in_clear(
        {"staff": person_id, "school_id": {"$nin": list(schools)}}, limit=MOST_LET_IN
    )
    return Reach(schools, tuple(clear["case_id"] for _, clear in others))


async def schools_led_by(person_id: str, *, house: Intake) -> tuple[str, ...]:
    """The schools that this person leads today: by duty, as a stand-in, or on the holiday rota."""
    today = house.today()
    person = await house.directory.person(person_id)
    found = [
        duty.school_id
        for duty in person.listed.duties
        if duty.role in LEADING and duty.school_id and duty.holds_on(today)
    ]
    if person.listed.on_duty_on(today):
        found += [id_ for id_, _ in await house.directory.schools.in_clear({})]
    else:
        found += [one for one in person.listed.school_ids if await _stands_in(person_id, one, house)]
    return tuple(dict.fromkeys(found))


async def _stands_in(person_id: str, school_id: str, house: Intake) -> bool:
    try:
        return (await house.directory.leader_of(school_id, house.today())).id == person_id
    except Hidden:
        return False


async def that_may_be_seen(
    person_id: str, case_ids: Iterable[str], *, house: Intake, action: Action = "see"
) -> set[str]:
    """Those of these cases that this person may see, as staff, at this moment."""
    ids = [access_id_of(one) for one in dict.fromkeys(case_ids)]
    found = await house.access.find({"_id": {"$in": ids}}) if ids else []
    return {one.case_id for one in found if may(one, person_id, house=house, action=action)}


def may(access: Access, person_id: str, *, house: Intake, action: Action = "see") -> bool:
    now = house.clock.now()
    return any(
        grant.person_id == person_id
        and HAT_OF[grant.relation] == "staff"
        and action in ACTIONS[grant.relation]
        and grant.holds_at(now)
        for grant in access.grants
    )
