"""How often one family is kept posted, where it has been agreed with them; else the usual rhythm (C7)."""

from collections.abc import Mapping
from typing import Any

from pydantic import AwareDatetime

from shared.errors import Refusal
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

LONGEST = 20


class Rhythm(Aggregate):
    """The rhythm agreed in one case: so many school days between two contacts."""

    case_id: str
    school_days: int | None = None
    agreed_by: str | None = None
    agreed_at: AwareDatetime | None = None

    @staticmethod
    def id_for(case_id: str) -> str:
        return derived_id("rhythm", case_id)

    @classmethod
    def of(cls, case_id: str) -> "Rhythm":
        return cls(id=cls.id_for(case_id), case_id=case_id)

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id}

    def scope(self) -> str:
        return self.case_id

    def agree(self, school_days: int | None, *, by: str, at: AwareDatetime) -> None:
        """Set the rhythm, or (None) go by the usual one again."""
        if school_days is not None and not 1 <= school_days <= LONGEST:
            raise Refusal("rhythm-out-of-range", fields={"school_days": "rhythm-out-of-range"})
        self.school_days, self.agreed_by, self.agreed_at = school_days, by, at
