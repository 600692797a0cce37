"""A school where nobody can be told: one alarm a day to the owner, not one for every promise there."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pydantic import AwareDatetime, Field

from shared.contracts.escalation import SchoolUnreachableV1
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate


class SilentSchool(Aggregate):
    school_id: str
    days: list[date] = Field(default_factory=list)
    last_at: AwareDatetime | None = None

    @staticmethod
    def id_for(school_id: str) -> str:
        return derived_id("silent", school_id)

    @classmethod
    def of(cls, school_id: str) -> "SilentSchool":
        return cls(id=cls.id_for(school_id), school_id=school_id)

    def clear(self) -> Mapping[str, Any]:
        return {"school_id": self.school_id, "last_at": self.last_at}

    def alarm(self, day: date, now: datetime, *, to: str, contact_id: str) -> bool:
        """Raise the alarm for that day, once; False where it has been raised."""
        if day in self.days:
            return False
        self.days = [*self.days, day][-60:]
        self.last_at = now
        self._record(
            SchoolUnreachableV1(
                case_id=derived_id("silent", self.id, day.isoformat()),
                school_id=self.school_id,
                at=now,
                person_id=to,
                contact_id=contact_id,
            )
        )
        return True
