"""Who takes part in a meeting, and on which side of the table."""

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel

from shared.contracts.meetings import Side

Role = Literal[
    "guardian",
    "pupil",
    "rektor",
    "deputy",
    "case_owner",
    "contact_teacher",
    "social_teacher",
    "helper",
    "staff",
]

MANY_FROM_SCHOOL = 3


class Participant(BaseModel):
    """One person who is asked to come. `role` is a code that the pages have words for."""

    person_id: str
    side: Side
    role: Role


def on_side(participants: Sequence[Participant], side: Side) -> list[Participant]:
    return [one for one in participants if one.side == side]


def many_from_school(participants: Sequence[Participant]) -> bool:
    """Whether the school would overwhelm the family: more than three, or than the family and one (R15)."""
    school, home = len(on_side(participants, "school")), len(on_side(participants, "home"))
    return school > MANY_FROM_SCHOOL or (home > 0 and school > home + 1)
