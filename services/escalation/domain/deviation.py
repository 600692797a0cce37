"""A deviation: something about a family reached somebody it was not for (P12).

The law gives 72 hours from when it was known to tell Datatilsynet (GDPR art. 33). A person assesses it.
"""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import AwareDatetime

from shared.contracts.escalation import DeviationAssessedV1, DeviationRecordedV1
from shared.errors import Refusal
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

Outcome = Literal["reported", "not_reported"]


class Deviation(Aggregate):
    case_id: str
    school_id: str
    letter_id: str
    person_id: str
    """Whose letter it was; the one who got it is nobody we know."""
    known_at: AwareDatetime
    outcome: Outcome | None = None
    reason: str = ""
    assessed_by: str | None = None
    assessed_at: AwareDatetime | None = None

    @staticmethod
    def id_for(letter_id: str) -> str:
        return derived_id("deviation", letter_id)

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id, "school_id": self.school_id, "known_at": self.known_at}

    def scope(self) -> str:
        return self.case_id

    def record(self) -> "Deviation":
        self._record(DeviationRecordedV1(**self._about(self.known_at), deviation_id=self.id))
        return self

    def assess(self, outcome: Outcome, reason: str, *, by: str, at: AwareDatetime) -> None:
        """Told to Datatilsynet, or not, and why; the same form sent twice is one."""
        if not reason:
            raise Refusal("deviation-reason-needed", fields={"reason": "deviation-reason-needed"})
        if self.outcome == outcome and self.reason == reason:
            return
        self.outcome, self.reason, self.assessed_by, self.assessed_at = outcome, reason, by, at
        self._record(
            DeviationAssessedV1(
                **self._about(at), by=by, deviation_id=self.id, reported=outcome == "reported"
            )
        )

    def _about(self, at: AwareDatetime) -> dict[str, Any]:
        return {"case_id": self.case_id, "school_id": self.school_id, "at": at}
