"""The municipality's own criteria for serious cases, in editions; version 1 is the product's own list."""

from collections.abc import Mapping
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.escalation.domain.criteria import CRITERIA, DEFAULT_CRITERIA, Criteria
from shared.errors import Refusal
from shared.storage.aggregate import Aggregate

BOOK_ID = "criteria"
Weight = Literal["alone", "together", "off"]
"""Enough alone; enough with another of its kind, or recorded twice; or not used."""
ALWAYS = ("staff_offends",)
"""§ 12-5 has no lower limit: whatever the municipality chooses, the rektor is asked at once."""


class CriteriaEdition(BaseModel):
    model_config = ConfigDict(frozen=True)

    criteria: Criteria
    by: str
    at: AwareDatetime


class CriteriaBook(Aggregate):
    editions: list[CriteriaEdition] = Field(default_factory=list)

    @classmethod
    def empty(cls) -> "CriteriaBook":
        return cls(id=BOOK_ID)

    @property
    def criteria(self) -> Criteria:
        """What counts now."""
        return self.editions[-1].criteria if self.editions else DEFAULT_CRITERIA

    def change(self, weights: Mapping[str, Weight], *, by: str, at: AwareDatetime) -> int:
        """Weigh the criteria otherwise from now on; the version that counts now."""
        for code in ALWAYS:
            if weights.get(code) != "alone":
                raise Refusal("offends-always", fields={code: "offends-always"})
        there = self.criteria
        if dict(weights) == weights_of(there):
            return there.version
        made = criteria_of(weights, version=there.version + 1)
        self.editions.append(CriteriaEdition(criteria=made, by=by, at=at))
        return made.version


def criteria_of(weights: Mapping[str, Weight], *, version: int) -> Criteria:
    """The criteria with these weights; what is not named is not used."""
    with_others = [code for code in CRITERIA if weights.get(code) == "together"]
    pairs = tuple(frozenset({one, other}) for one in with_others for other in with_others if one < other)
    return Criteria(
        version=version,
        alone=frozenset(code for code in CRITERIA if weights.get(code) == "alone"),
        together=pairs,
        repeated=dict.fromkeys(with_others, 2),
    )


def weights_of(criteria: Criteria) -> dict[str, Weight]:
    """How much each criterion counts."""

    def weight(code: str) -> Weight:
        if code in criteria.alone:
            return "alone"
        return "together" if code in criteria.repeated else "off"

    return {code: weight(code) for code in CRITERIA}
