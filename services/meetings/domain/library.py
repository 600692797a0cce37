"""The resource library: four films, one resource and three provisions, and where each of them helps (R57).

The guidance names the films without saying where they are: the municipality fills that in, and until then the
page says that the link is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Self

from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

ResourceType = Literal["film", "resource", "provision"]
Language = Literal["nb", "nn", "en"]

_LAW = "https://lovdata.no/dokument/NL/lov/2023-06-09-30"
_WITH_HOME = frozenset(
    {"first", "follow_up", "evaluation", "parent_initiated", "school_initiated", "guardians_offending"}
)


@dataclass(frozen=True)
class Seed:
    """One entry as it stands from the first day. `applies_to`: kinds of meeting, and `reflection`."""

    key: str
    type: ResourceType
    applies_to: frozenset[str]
    url: str | None = None


SEEDS: Mapping[str, Seed] = {
    one.key: one
    for one in (
        Seed("film-dialogue", "film", _WITH_HOME | {"reflection"}),
        Seed("film-parents", "film", frozenset({"group", "reflection"})),
        Seed(
            "film-challenges",
            "film",
            frozenset({"first", "parent_initiated", "guardians_offending", "reflection"}),
        ),
        Seed("film-parents-meeting", "film", frozenset({"group"})),
        Seed("cooperation", "resource", _WITH_HOME | {"group", "reflection"}),
        Seed("provision-10-3", "provision", _WITH_HOME | {"group"}, _LAW),
        Seed("provision-10-8", "provision", _WITH_HOME | {"group"}, _LAW),
        Seed("provision-12-4", "provision", _WITH_HOME | {"group"}, _LAW),
    )
}


class Resource(Aggregate):
    """What the municipality has said of one entry: where it is, and whether it was there last time."""

    key: str
    url: str | None = None
    lang: Language = "nb"
    checked_at: datetime | None = None
    broken: bool = False

    @classmethod
    def id_for(cls, key: str) -> str:
        return derived_id("resource", key)

    @classmethod
    def seeded(cls, key: str) -> Self:
        return cls(id=cls.id_for(key), key=key, url=SEEDS[key].url)

    def scope(self) -> str:
        return "library"

    def link(self, url: str | None, lang: Language) -> None:
        """Where it is from now on; nobody has looked yet whether it is there."""
        if (url, lang) != (self.url, self.lang):
            self.url, self.lang, self.checked_at, self.broken = url, lang, None, False

    def checked(self, *, broken: bool, at: datetime) -> None:
        self.checked_at, self.broken = at, broken
