"""What came out of a meeting and is being seen to, as the school and as each party reads it."""

from dataclasses import dataclass
from datetime import date, datetime

from services.meetings.domain.follow_up import FollowUp, FollowUpKind
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.storage.house import House
from shared.clock import OSLO
from shared.masking import Mask


@dataclass(frozen=True)
class FollowedUp:
    """One of them. `href` only for those who can do something about it."""

    kind: FollowUpKind
    text: str
    owner: str
    due_on: date
    answer: str | None
    done_at: datetime | None
    overdue: bool
    href: str = ""


async def follow_ups_for(
    reader_id: str, meeting: Meeting, minutes: Minutes, *, house: House, as_school: bool, mask: Mask
) -> list[FollowedUp]:
    """The school sees all; a party what is unclear, and the criticism that is theirs or everybody's.

    What staff took upon themselves after the meeting is theirs alone (R34).
    """
    found = [
        one
        for one in await house.follow_ups_of(meeting.id)
        if as_school or (minutes.is_approved and _for_home(one, reader_id))
    ]
    people = await house.directory.people_by_id(one.owner_id for one in found)
    now = house.clock.now()
    return [
        FollowedUp(
            kind=one.kind,
            text=mask(one.text),
            owner=people[one.owner_id].name if one.owner_id in people else "",
            due_on=one.due_at.astimezone(OSLO).date(),
            answer=mask(one.answer) if one.answer else None,
            done_at=one.done_at,
            overdue=one.done_at is None and now > one.due_at,
            href=f"/meetings/follow-ups/{one.id}" if as_school and one.concerns != "rektor" else "",
        )
        for one in found
    ]


def _for_home(one: FollowUp, reader_id: str) -> bool:
    if one.kind == "criticism":
        return one.party_id in (None, reader_id)
    return one.kind == "unclear"
