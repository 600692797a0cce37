"""What is safe to say of a meeting: when, where, who from the school; never another family."""

from dataclasses import dataclass
from datetime import datetime

from services.meetings.domain.group_plan import LOCKED_PARAGRAPH, GroupPlan
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.people import on_side
from services.meetings.storage.house import House
from shared.directory import Person
from shared.errors import Hidden
from shared.i18n import Language


@dataclass(frozen=True)
class FromSchool:
    name: str
    role: str


@dataclass(frozen=True)
class Practicalities:
    """`place` is None where nothing was said; one typed by hand is given only to those signed in."""

    school: str
    school_id: str
    starts_at: datetime
    ends_at: datetime
    mode: str
    room: str | None
    place: str | None
    contact_name: str
    contact_phone: str | None
    from_school: list[FromSchool]
    group: str | None
    plan: GroupPlan | None
    locked: str

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)

    @property
    def contact_first(self) -> str:
        return self.contact_name.split()[0]


async def practicalities(
    meeting: Meeting, *, house: House, language: Language, signed_in: bool
) -> Practicalities:
    """Everything a page, or a personal link's page, may show of the meeting itself."""
    school = await house.directory.school(meeting.school_id)
    staff = on_side(meeting.participants, "school")
    people = await house.directory.people_by_id([meeting.contact_id, *(one.person_id for one in staff)])
    contact = people.get(meeting.contact_id)
    return Practicalities(
        school=school.name,
        school_id=meeting.school_id,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        mode=meeting.mode,
        room=await room_name(meeting.room_id, house),
        place=meeting.place if signed_in else None,
        contact_name=contact.name if contact else school.name,
        contact_phone=(contact.words.phone if contact else None) or school.words.phone,
        from_school=[
            FromSchool(people[one.person_id].name, one.role) for one in staff if one.person_id in people
        ],
        group=await _group(meeting, house),
        plan=meeting.plan,
        locked=LOCKED_PARAGRAPH[language] if meeting.is_group else "",
    )


async def room_name(room_id: str | None, house: House) -> str | None:
    if room_id is None:
        return None
    try:
        return (await house.directory.room(room_id)).name
    except Hidden:
        return None


async def people_in(meeting: Meeting, house: House) -> dict[str, Person]:
    """Everyone asked to the meeting, as the directory has them; for the school's pages."""
    return await house.directory.people_by_id(one.person_id for one in meeting.participants)


async def _group(meeting: Meeting, house: House) -> str | None:
    if meeting.group_id is None:
        return None
    try:
        return (await house.directory.group(meeting.group_id)).name
    except Hidden:
        return None
