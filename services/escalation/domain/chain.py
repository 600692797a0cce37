"""The chain of a notice: who is asked, in which order, frozen as it was when the notice was made.

Whether somebody can be reached is asked on the day their turn comes; who they are, never again.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from shared.calendar import add_working_days

SkipReason = Literal["absent", "vacant", "implicated", "not_acknowledged", "unreachable"]
Channel = Literal["mail", "mail_and_ring"]


class Link(BaseModel):
    """One place in the chain: who, who instead where that person cannot, how long, and by which way.

    Without `wait_working_days` the municipality's own value counts (C9).
    """

    model_config = ConfigDict(frozen=True)

    step: int
    person_id: str
    deputy_id: str | None = None
    wait_working_days: int | None = None
    wait_hours: int | None = None
    channel: Channel = "mail"

    def acknowledge_by(self, now: datetime, usual: datetime) -> datetime:
        """When somebody who is asked now must have acknowledged."""
        if self.wait_hours is not None:
            return now + timedelta(hours=self.wait_hours)
        return add_working_days(now, self.wait_working_days).at if self.wait_working_days else usual


class Turn(NamedTuple):
    """Whose turn it is, if anybody's, and who was passed over on the way."""

    link: Link | None
    person_id: str | None
    passed: tuple[tuple[str, SkipReason], ...]


class Chain(BaseModel):
    model_config = ConfigDict(frozen=True)

    links: tuple[Link, ...]
    version: int | None = None
    """Which version of the municipality's chain this is; none where the directory's own order was used."""

    @classmethod
    def of(cls, people: Sequence[str]) -> "Chain":
        """Each person once, in the order given."""
        once = list(dict.fromkeys(people))
        return cls(links=tuple(Link(step=step, person_id=one) for step, one in enumerate(once, 1)))

    def people(self) -> list[str]:
        """Everybody who may be asked, those who stand in included."""
        told = [one for link in self.links for one in (link.person_id, link.deputy_id) if one]
        return list(dict.fromkeys(told))

    def after(self, step: int, cannot: Mapping[str, SkipReason]) -> Turn:
        """The next in the chain who can be asked; `cannot` says who cannot today, and why."""
        passed: list[tuple[str, SkipReason]] = []
        for link in self.links[step:]:
            for person_id in (link.person_id, link.deputy_id):
                if person_id is None:
                    continue
                reason = cannot.get(person_id)
                if reason is None:
                    return Turn(link, person_id, tuple(passed))
                passed.append((person_id, reason))
        return Turn(None, None, tuple(passed))
