"""The kinds of meeting, and what each brings with it: how long, air afterwards, who took the initiative.

What a kind brings is proposed, never demanded. Nothing here is about a person or a mood (R21).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from shared.contracts.meetings import MeetingKind

Initiative = Literal["home", "school"]

AIR_MINUTES = 30


@dataclass(frozen=True)
class Kind:
    """`hard`: give it time, a calm room, a colleague. `initiative`: whose contact it answers, if either's."""

    code: MeetingKind
    minutes: int
    hard: bool = False
    initiative: Initiative | None = None
    with_home: bool = True

    @property
    def air_minutes(self) -> int:
        """How long the room is kept after the time that was told, so that nobody is cut short."""
        return AIR_MINUTES if self.hard else 0


KINDS: Mapping[MeetingKind, Kind] = {
    one.code: one
    for one in (
        Kind("first", 60, hard=True),
        Kind("follow_up", 45),
        Kind("evaluation", 45),
        Kind("parent_initiated", 60, hard=True, initiative="home"),
        Kind("school_initiated", 45, hard=True, initiative="school"),
        Kind("guardians_offending", 60, hard=True, initiative="school"),
        Kind("group", 90),
        Kind("staff", 45, with_home=False),
    )
}

IN_A_CASE: tuple[MeetingKind, ...] = tuple(one for one in KINDS if one != "group")
"""What can be called in one pupil's case; a whole group's meeting has a page of its own."""
