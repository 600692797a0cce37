"""The meetings somebody may see: the school's by case, a family's own by invitation."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.meetings.domain.invitation import Invitation
from services.meetings.domain.meeting import Meeting
from services.meetings.storage.house import House
from shared.access import STALE_AFTER_S, relation_for
from shared.contracts.access import Action, Hat
from shared.errors import Forbidden, Hidden, Unavailable

_BACK = timedelta(days=60)
_MOST = 200


@dataclass(frozen=True)
class Listed:
    """One line of a list of meetings; `invitation` is the reader's own."""

    meeting: Meeting
    invitation: Invitation | None = None


async def meetings_for_staff(person_id: str, *, house: House) -> list[Listed]:
    """All meetings of the last two months and to come in the cases this person may see."""
    case_ids = await cases_for(person_id, "staff", "see", house=house)
    since = house.clock.now() - _BACK
    found = await house.meetings.find(
        {"case_id": {"$in": case_ids}, "starts_at": {"$gte": since}}, sort=[("starts_at", 1)], limit=_MOST
    )
    return [Listed(meeting) for meeting in found]


async def meetings_for_family(person_id: str, hat: Hat, *, house: House) -> list[Listed]:
    """The meetings this person was invited to, in the cases they still have a part in."""
    case_ids = set(await cases_for(person_id, hat, "practical", house=house))
    invitations = await house.invitations.find(
        {"person_id": person_id, "starts_at": {"$gte": _long_ago(house)}},
        sort=[("starts_at", 1)],
        limit=_MOST,
    )
    own = {one.meeting_id: one for one in invitations if one.case_id in case_ids and one.revision}
    found = await house.meetings.find({"_id": {"$in": [*own]}}, sort=[("starts_at", 1)])
    return [Listed(meeting, own[meeting.id]) for meeting in found]


async def cases_for(person_id: str, hat: Hat, action: Action, *, house: House) -> list[str]:
    """The cases in which this person may do this now. Raises `Unavailable` when access is stale."""
    if await house.access.age_s() > STALE_AFTER_S:
        raise Unavailable("access")
    now = house.clock.now()
    found = []
    for snapshot in await house.access.cases_of(person_id):
        try:
            relation_for(snapshot, person_id=person_id, hat=hat, action=action, now=now)
        except (Hidden, Forbidden):
            continue
        found.append(snapshot.case_id)
    return found


def _long_ago(house: House) -> datetime:
    return house.clock.now() - timedelta(days=400)
