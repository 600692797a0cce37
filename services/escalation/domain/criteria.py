"""Which recorded facts make a case one that the rektor must consider notifying the owner of (R36).

"Serious" has no legal definition: the list is the municipality's. It is built to fire seldom and rightly:
some criteria are enough alone, others only together or when they come back.
"""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict, model_validator

CRITERIA = (
    "staff_offends",
    "violent",
    "several_against_one",
    "long_lasting",
    "digital_across_schools",
    "outsiders",
    "high_conflict",
    "school_change",
    "repeated_intervention",
)


class Criteria(BaseModel):
    """One version of a municipality's criteria."""

    model_config = ConfigDict(frozen=True)

    version: int = 1
    alone: frozenset[str]
    """Each of these is enough, recorded once."""
    together: tuple[frozenset[str], ...] = ()
    """All of one of these sets, in any facts of the case."""
    repeated: dict[str, int] = {}
    """Enough when recorded in that many facts."""

    @model_validator(mode="after")
    def _only_known_codes(self) -> "Criteria":
        used = set(self.alone).union(*self.together, self.repeated)
        if used - set(CRITERIA):
            raise ValueError("unknown-criterion")
        if any(len(one) < 2 for one in self.together) or any(times < 2 for times in self.repeated.values()):  # noqa: PLR2004
            raise ValueError("not-a-combination")
        return self

    def met_by(self, facts: Iterable[Sequence[str]]) -> tuple[str, ...]:
        """The criteria that these facts meet, in the list's order; empty when they meet none."""
        told = [set(codes) & set(CRITERIA) for codes in facts]
        seen = set().union(*told) if told else set()
        met = seen & self.alone
        met = met.union(*(one for one in self.together if one <= seen))
        met |= {
            code for code, times in self.repeated.items() if sum(code in codes for codes in told) >= times
        }
        return tuple(code for code in CRITERIA if code in met)


_WITH_OTHERS = ("several_against_one", "long_lasting", "high_conflict")

DEFAULT_CRITERIA = Criteria(
    version=1,
    alone=frozenset(
        {"staff_offends", "violent", "digital_across_schools", "outsiders", "school_change"}
        | {"repeated_intervention"}
    ),
    together=tuple(frozenset({one, other}) for one in _WITH_OTHERS for other in _WITH_OTHERS if one < other),
    repeated=dict.fromkeys(_WITH_OTHERS, 2),
)
