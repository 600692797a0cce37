"""What escalation knows of a case itself: its number, its school and the moments that clocks go by."""

from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel

from shared.storage.keys import ScopeKeys
from shared.storage.projection import Projection, Row


class CaseFact(BaseModel):
    case_id: str
    school_id: str
    number: str
    kind: str = "individual"
    pupil_id: str | None = None
    handler_id: str
    reported_at: AwareDatetime
    raised_with_rektor_at: AwareDatetime
    led_by: Literal["school", "owner"] = "school"
    """`owner`: nothing of it goes to the school's leadership (§ 12-5)."""
    implicated_ids: tuple[str, ...] = ()


class CaseFacts:
    def __init__(self, database: Any, *, keys: ScopeKeys) -> None:
        self._rows = Projection(database, "cases", CaseFact, keys=keys)

    async def prepare(self) -> None:
        await self._rows.index("school_id")

    async def note(self, case: CaseFact, seq: int) -> None:
        await self._rows.put([Row(case.case_id, seq, case, {"school_id": case.school_id})])

    async def get(self, case_id: str) -> CaseFact | None:
        return await self._rows.get(case_id)

    async def all(self) -> list[CaseFact]:
        """Every case known; for figures that are asked for seldom."""
        return list((await self._rows.find({})).values())

    async def get_many(self, case_ids: list[str]) -> dict[str, CaseFact]:
        return await self._rows.get_many(case_ids)
