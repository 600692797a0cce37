"""Whether the latest letter to each of the owner's contacts arrived: codes and times only."""

from datetime import datetime
from typing import Any

from pydantic import AwareDatetime, BaseModel

from shared.storage.keys import ScopeKeys
from shared.storage.projection import Projection, Row


class Channel(BaseModel):
    works: bool
    at: AwareDatetime


class Channels:
    def __init__(self, database: Any, *, keys: ScopeKeys) -> None:
        self._rows = Projection(database, "channels", Channel, keys=keys, scope_of=lambda _: "happenings")

    async def note(self, person_id: str, *, works: bool, at: datetime) -> None:
        """The latest word by its time counts, in whatever order it is heard; of the same moment the worse."""
        place = int(at.timestamp() * 1000) * 2 + (not works)
        await self._rows.put([Row(person_id, place, Channel(works=works, at=at), {})])

    async def dead_among(self, person_ids: list[str]) -> set[str]:
        found = await self._rows.get_many(person_ids)
        return {id_ for id_, one in found.items() if not one.works}
