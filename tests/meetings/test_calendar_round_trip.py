"""What our writer writes, another library reads: invited, moved twice, one added, one taken off, called off.

Each person has a calendar that does what RFC 5546 says, built on vobject, which has nothing in common with
what we write with; it hears only what was issued to its owner.
"""

import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]

from shared import ics
from shared.contracts.meetings import InvitationIssuedV1
from tests.meetings.school import AT_TWO, School
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack

MOST_CPU_S = 0.0005


@dataclass
class OwnersCalendar:
    """Somebody's calendar: what stands in it, and how many messages made it so."""

    owner: str
    entries: dict[str, Any] = field(default_factory=dict)
    seen: dict[str, tuple[int, datetime]] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)

    def receives(self, raw: bytes) -> None:
        calendar = vobject.readOne(raw.decode())
        event, method = calendar.vevent, calendar.method.value
        version = (int(event.sequence.value), event.dtstamp.value)
        assert [one.value for one in event.attendee_list] == [f"mailto:{self.owner}"]
        assert event.organizer.value == "mailto:post@samspill.example"
        assert event.contents["class"][0].value == "PRIVATE"
        [zone] = calendar.vtimezone_list
        assert str(zone.contents["tzid"][0].value) == "Europe/Oslo"
        self.messages.append(method)
        uid = event.uid.value
        if uid in self.seen and version <= self.seen[uid]:
            return
        self.seen[uid] = version
        if method == "CANCEL":
            assert event.status.value == "CANCELLED"
            self.entries.pop(uid, None)
        else:
            assert method == "REQUEST"
            self.entries[uid] = event


def _written(event: InvitationIssuedV1, dtstamp: datetime) -> bytes:
    """The object as it goes into that person's letter."""
    told: dict[str, Any] = {
        "uid": event.calendar_uid,
        "sequence": event.sequence,
        "starts": event.starts_at,
        "ends": event.ends_at,
        "summary": "Møte på Lillevik skole",
        "location": "Rom 2.14",
        "organizer": ics.Party("post@samspill.example", "Lillevik skole"),
        "attendee": ics.Party(_address(event.person_id)),
        "dtstamp": dtstamp,
    }
    return ics.cancellation(**told) if event.method == "cancel" else ics.invitation(**told)


def _address(person_id: str) -> str:
    return f"{person_id[-8:]}@example.com"


class Post:
    """Brings what was issued since the last time to each owner's calendar, in the order it was issued."""

    def __init__(self, school: School) -> None:
        self._school = school
        self._brought = 0
        self._now = NOON
        self.calendars: dict[str, OwnersCalendar] = {}

    async def comes(self) -> dict[str, int]:
        """How many messages each has got now."""
        issued = await self._school.events(InvitationIssuedV1)
        got: dict[str, int] = defaultdict(int)
        for event in issued[self._brought :]:
            self._now += timedelta(seconds=1)
            owner = _address(event.person_id)
            calendar = self.calendars.setdefault(event.person_id, OwnersCalendar(owner))
            raw = _written(event, self._now)
            for _ in range(2):  # a letter that comes twice changes nothing
                calendar.receives(raw)
            got[event.person_id] += 1
        self._brought = len(issued)
        return dict(got)

    def starts(self, person_id: str) -> list[datetime]:
        entries = self.calendars[person_id].entries.values()
        return [one.dtstart.value.astimezone(UTC) for one in entries]


@pytest.mark.requirement("B34")
@pytest.mark.requirement("B35")
@pytest.mark.requirement("B38")
async def test_another_library_follows_a_meeting_through_its_life_and_only_those_concerned_hear(
    school: School,
) -> None:
    post, rektor = Post(school), school.as_("rektor")
    meeting = await school.calls(school=[school.rektor, school.teacher])
    everybody = {school.mother: 1, school.father: 1, school.rektor: 1, school.teacher: 1}
    assert await post.comes() == everybody
    assert post.starts(school.mother) == [AT_TWO]

    for day in ("2026-11-17", "2026-11-18"):
        await rektor.post(f"/meetings/{meeting}/time", {"day": day, "hour": "10:00", "confirmed": "yes"})
        assert await post.comes() == everybody
    last = datetime(2026, 11, 18, 9, tzinfo=UTC)
    assert all(post.starts(who) == [last] for who in everybody)

    team = [school.rektor, school.teacher, school.social]
    await rektor.post(f"/meetings/{meeting}/people", {"school": team, "confirmed": "yes"})
    assert await post.comes() == {school.social: 1}
    await rektor.post(f"/meetings/{meeting}/people", {"school": [school.rektor, school.social]})
    assert await post.comes() == {school.teacher: 1}
    assert (post.starts(school.teacher), post.starts(school.social)) == ([], [last])

    await rektor.post(f"/meetings/{meeting}/cancellation")
    gone = await post.comes()
    assert gone == {school.mother: 1, school.father: 1, school.rektor: 1, school.social: 1}
    assert all(one.entries == {} for one in post.calendars.values())
    assert len({uid for one in post.calendars.values() for uid in one.seen}) == 1
    assert post.calendars[school.mother].messages[::2] == ["REQUEST", "REQUEST", "REQUEST", "CANCEL"]


async def test_who_answers_makes_no_message_to_anybody(school: School) -> None:
    post = Post(school)
    await school.calls()
    await post.comes()
    await school.nobody().post(await school.link_for("mother"), {"answer": "coming"})
    assert await post.comes() == {}


def test_a_calendar_object_costs_at_most_half_a_millisecond_of_cpu() -> None:
    event = InvitationIssuedV1(
        case_id="case_x",
        school_id="school_x",
        at=NOON,
        meeting_id="meeting_x",
        kind="first",
        starts_at=AT_TWO,
        ends_at=AT_TWO + timedelta(hours=1),
        contact_id="person_x",
        calendar_uid="meeting_abcdefgh@samspill",
        sequence=0,
        invitation_id="invitation_x",
        person_id="person_abcdefgh",
        side="home",
        revision=1,
    )
    _written(event, NOON)
    began = time.process_time()
    for _ in range(1000):
        _written(event, NOON)
    assert (time.process_time() - began) / 1000 <= MOST_CPU_S
