"""The minutes as the pupil reads them: in a child's words, the plainer the younger the child (P21)."""

from dataclasses import dataclass
from typing import Literal

from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.domain.people import on_side
from services.meetings.storage.house import House
from shared.directory import Person
from shared.errors import Hidden
from shared.masking import mask_of, masked

Age = Literal["young", "older"]

YOUNG_UP_TO_GRADE = 4
READS_ALL_FROM_GRADE = 8


@dataclass(frozen=True)
class ChildVersion:
    """`age` chooses the words of the page; what others told of the child is not part of it."""

    age: Age
    reads_all: bool
    words: str | None
    told: str | None
    adults_do: list[str]
    adult: str


async def child_version(
    pupil_id: str, meeting: Meeting, minutes: Minutes, *, house: House, other: str
) -> ChildVersion:
    """What the school wrote for the child; else what the child told, and what the adults promised to do."""
    people = await house.directory.people_by_id(
        [pupil_id, meeting.contact_id, *(one.person_id for one in meeting.participants)]
    )
    grade = await _grade(people.get(pupil_id), house)
    school = {one.person_id for one in on_side(meeting.participants, "school")}
    named = [people[who] for who in (*school, pupil_id) if who in people]
    hidden = [person for who, person in people.items() if who not in school and who != pupil_id]
    mask = mask_of(hidden, named, other)
    content = minutes.content
    promised = [one.what for one in content.measures]
    promised += [one.what for one in content.agreements if one.who_id in school or one.who_id is None]
    told = masked({"words": content.child_words, "told": content.pupil_account, "do": promised}, mask)
    contact = people.get(meeting.contact_id)
    return ChildVersion(
        age="young" if grade is not None and grade <= YOUNG_UP_TO_GRADE else "older",
        reads_all=grade is None or grade >= READS_ALL_FROM_GRADE,
        words=told["words"],
        told=told["told"],
        adults_do=told["do"],
        adult=contact.name if contact else "",
    )


async def _grade(pupil: Person | None, house: House) -> int | None:
    """The pupil's grade by the groups they belong to; None where no group says."""
    grades = []
    for group_id in pupil.listed.group_ids if pupil else ():
        try:
            group = await house.directory.group(group_id)
        except Hidden:
            continue
        if group.listed.grade is not None:
            grades.append(group.listed.grade)
    return max(grades, default=None)
