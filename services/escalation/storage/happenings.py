"""What has happened, kept until a clock asks for it: ids, codes and times only, no words.

The newest word of a source counts: a repeat or a late copy of an older event changes nothing.
"""

from typing import Any

from services.escalation.domain.happened import Happened, Kind
from shared.storage.keys import ScopeKeys
from shared.storage.projection import Projection, Row


class Happenings:
    def __init__(self, database: Any, *, keys: ScopeKeys) -> None:
        self._rows = Projection(database, "happenings", Happened, keys=keys, scope_of=lambda _: "happenings")

    async def prepare(self) -> None:
        await self._rows.index("case_id", "kind")

    async def note(self, happened: Happened, seq: int) -> Happened:
        """Keep it, and return what counts now: this, or something newer that came before it."""
        clear = {"case_id": happened.case_id, "kind": happened.kind}
        await self._rows.put([Row(happened.id, seq, happened, clear)])
        return await self._rows.get(happened.id) or happened

    async def in_case(self, case_id: str, *kinds: Kind) -> list[Happened]:
        """What is known to have happened in the case, of these kinds."""
        query = {"case_id": case_id, "kind": {"$in": list(kinds)}}
        return list((await self._rows.find(query)).values())

    async def of_kinds(self, *kinds: Kind) -> list[Happened]:
        """What has happened in any case, of these kinds; for figures that are asked for seldom."""
        return list((await self._rows.find({"kind": {"$in": list(kinds)}})).values())
