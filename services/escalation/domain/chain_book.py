"""Which chain a notice goes down: the municipality's own, a school's where it differs, in editions.

Where nobody has edited one, it is the directory's: the school owner's contacts in their order.
"""

from collections.abc import Mapping, Sequence

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.escalation.domain.chain import Chain, Link
from shared.errors import Refusal
from shared.storage.aggregate import Aggregate

BOOK_ID = "chains"
MOST_STEPS = 6
LONGEST_WAIT = 10


class ChainEdition(BaseModel):
    """The steps of one place from one moment on; none goes by the place above again."""

    model_config = ConfigDict(frozen=True)

    version: int
    school_id: str | None = None
    links: tuple[Link, ...] | None
    by: str
    at: AwareDatetime


class ChainBook(Aggregate):
    editions: list[ChainEdition] = Field(default_factory=list)

    @classmethod
    def empty(cls) -> "ChainBook":
        return cls(id=BOOK_ID)

    def own(self, school_id: str | None) -> ChainEdition | None:
        """What this place goes by itself now; none where it goes by the place above."""
        latest = next((one for one in reversed(self.editions) if one.school_id == school_id), None)
        return latest if latest is not None and latest.links is not None else None

    def chain(self, school_id: str, contacts: Sequence[str]) -> Chain:
        """The chain of a school now; `contacts` are the owner's, in the directory's order."""
        edition = self.own(school_id) or self.own(None)
        if edition is None or edition.links is None:
            return Chain.of(contacts)
        return Chain(links=edition.links, version=edition.version)

    def change(
        self,
        school_id: str | None,
        links: Sequence[Link] | None,
        *,
        by: str,
        at: AwareDatetime,
        stand_ins: Mapping[str, str],
    ) -> None:
        """Go by these steps from now on. Notices on their way keep the chain they began with."""
        if links is not None:
            refuse_unworkable(links, stand_ins)
        kept = None if links is None else tuple(links)
        before = self.own(school_id)
        if kept == (before.links if before else None):
            return
        version = (self.editions[-1].version if self.editions else 0) + 1
        self.editions.append(ChainEdition(version=version, school_id=school_id, links=kept, by=by, at=at))


def refuse_unworkable(links: Sequence[Link], stand_ins: Mapping[str, str]) -> None:
    """Raise a refusal that names the step where a chain could end in nobody, or never end."""
    if not links:
        raise _refused("steps", "no-steps")
    people = [link.person_id for link in links]
    for number, link in enumerate(links):
        if link.person_id in people[:number]:
            raise _refused(f"steps.{number}.person_id", "twice-in-chain")
        if link.deputy_id == link.person_id:
            raise _refused(f"steps.{number}.deputy_id", "own-deputy")
    instead = {**stand_ins, **{link.person_id: link.deputy_id for link in links if link.deputy_id}}
    for number, link in enumerate(links):
        if _goes_round(link.person_id, instead):
            raise _refused(f"steps.{number}.deputy_id", "circular-deputies")


def _goes_round(person_id: str, instead: Mapping[str, str]) -> bool:
    seen = {person_id}
    one = instead.get(person_id)
    while one is not None:
        if one in seen:
            return True
        seen.add(one)
        one = instead.get(one)
    return False


def _refused(field: str, code: str) -> Refusal:
    return Refusal(code, fields={field: code})
