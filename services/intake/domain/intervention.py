"""A physical intervention against one pupil (§ 13-5): what happened, what was done, how the pupil sees it."""

from collections.abc import Mapping
from typing import Any

from pydantic import AwareDatetime

from shared.contracts.intake import InterventionReportedV1
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate


class Intervention(Aggregate):
    """One event with one pupil; told of by whoever saw it, completed by the school."""

    case_id: str
    school_id: str
    pupil_id: str
    told_at: AwareDatetime
    told_by: str | None = None
    repeated: bool = False
    happened: str | None = None
    measure: str | None = None
    pupils_view: str | None = None

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id, "pupil_id": self.pupil_id, "told_at": self.told_at}

    def scope(self) -> str:
        return self.case_id

    def reported(self) -> "Intervention":
        """Say that it has been told; called once, on a new one."""
        self._record(
            InterventionReportedV1(
                case_id=self.case_id,
                school_id=self.school_id,
                at=self.told_at,
                by=self.told_by,
                intervention_id=self.id,
                pupil_id=self.pupil_id,
                repeated=self.repeated,
            )
        )
        return self

    @property
    def gaps(self) -> tuple[str, ...]:
        """What the law asks to be written down and is not there yet, as codes."""
        asked = {"happened": self.happened, "measure": self.measure, "pupils-view": self.pupils_view}
        return tuple(code for code, told in asked.items() if not told)


def intervention_id_of(case_id: str, key: str) -> str:
    return derived_id("intervention", case_id, key)
