"""The chain of a notice: who is asked, in which order, frozen as it was when the notice was made.

Whether somebody can be reached is asked on the day their turn comes; who they are, never again.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

SkipReason = Literal["absent", "vacant", "implicated", "not_acknowledged", "unreachable"]


class Link(BaseModel):
    """One place in the chain."""

    model_config = ConfigDict(frozen=True)

    step: int
    person_id: str


class Turn(NamedTuple):
    """Whose turn it is, if anybody's, and who was passed over on the way."""

    link: Link | None
    passed: tuple[tuple[str, SkipReason], ...]


class Chain(BaseModel):
    model_config = ConfigDict(frozen=True)

    links: tuple[Link, ...]

    @classmethod
    def of(cls, people: Sequence[str]) -> "Chain":
        """Each person once, in the order given."""
        once = list(dict.fromkeys(people))
        return cls(links=tuple(Link(step=step, person_id=one) for step, one in enumerate(once, 1)))

    def after(self, step: int, cannot: Mapping[str, SkipReason]) -> Turn:
        """The next in the chain who can be asked; `cannot` says who cannot today, and why."""
        passed: list[tuple[str, SkipReason]] = []
        for link in self.links[step:]:
            reason = cannot.get(link.person_id)
            if reason is None:
                return Turn(link, tuple(passed))
            passed.append((link.person_id, reason))
        return Turn(None, tuple(passed))
