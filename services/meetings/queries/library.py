"""What is in the library, and what of it helps here."""

from dataclasses import dataclass
from datetime import datetime

from services.meetings.domain.library import SEEDS, Resource, ResourceType
from services.meetings.storage.house import House


@dataclass(frozen=True)
class Entry:
    """One entry as it is shown; without `url` the page says that the link is missing."""

    key: str
    type: ResourceType
    url: str | None
    lang: str
    checked_at: datetime | None
    broken: bool


async def library(*, house: House) -> list[Entry]:
    """All eight, in the order of the guidance."""
    told = {one.key: one for one in await house.resources.find({})}
    return [_entry(told.get(key) or Resource.seeded(key)) for key in SEEDS]


async def helpful_for(where: str, *, house: House) -> list[Entry]:
    """What helps with this kind of meeting, or `reflection`."""
    return [one for one in await library(house=house) if where in SEEDS[one.key].applies_to]


def _entry(one: Resource) -> Entry:
    return Entry(one.key, SEEDS[one.key].type, one.url, one.lang, one.checked_at, one.broken)
