"""What the population register says of foreldreansvar, beside what the roster says (row L8).

Neither takes the other's place by itself: letting a parent in, or shutting one out, because a file says so is
what must not happen. Where they differ the school is asked, and what is settled stands at every import.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.directory import GuardianLink
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

Source = Literal["register", "roster"]
Difference = Literal["only_register", "only_roster", "more_in_register", "less_in_register"]


class Custody(BaseModel):
    """One guardian of a pupil as the register has it."""

    model_config = ConfigDict(frozen=True)

    person_id: str
    responsibility: bool


class Settled(BaseModel):
    """The school has looked at one guardian: which of the two counts, why, and what both said then."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    person_id: str
    counts: Source
    reason: str
    register_says: bool | None
    roster_says: bool | None
    by: str
    at: AwareDatetime


class RegisteredCustody(Aggregate):
    """The register's facts of one pupil, and what the school has settled where the roster says otherwise."""

    pupil_id: str
    schools: tuple[str, ...] = ()
    facts: tuple[Custody, ...] = ()
    told_at: AwareDatetime
    settled: dict[str, Settled] = Field(default_factory=dict)
    differs: bool = False

    def clear(self) -> Mapping[str, Any]:
        return {"pupil_id": self.pupil_id, "schools": list(self.schools), "differs": self.differs}

    def scope(self) -> str:
        return self.pupil_id

    def hear(self, facts: Sequence[Custody], schools: Sequence[str], at: AwareDatetime) -> None:
        """The register says this now."""
        self.facts, self.schools, self.told_at = tuple(facts), tuple(schools), at

    def settle(self, settled: Settled) -> None:
        self.settled = {**self.settled, settled.person_id: settled}

    def open_against(self, told: Sequence[GuardianLink]) -> dict[str, Difference]:
        """Where the two differ and the school has not looked, or either has changed since it did."""
        found = {}
        for person_id, difference in differences(self.facts, told).items():
            settled = self.settled.get(person_id)
            said = (_of(self.facts, person_id), _of(told, person_id))
            if settled is None or (settled.register_says, settled.roster_says) != said:
                found[person_id] = difference
        return found

    def laid_over(self, told: Sequence[GuardianLink]) -> tuple[GuardianLink, ...]:
        """The roster's guardians, with the register's word where the school has settled for it.

        What was settled counts as long as the register says what it said then.
        """
        for_register = {
            id_: one
            for id_, one in self.settled.items()
            if one.counts == "register" and one.register_says == _of(self.facts, id_)
        }
        links = []
        for link in told:
            settled = for_register.pop(link.person_id, None)
            if settled is not None:
                said = bool(settled.register_says)
                link = link.model_copy(update={"responsibility": said})  # noqa: PLW2901 - the same link
            links.append(link)
        links += [
            GuardianLink(person_id=id_, relation="parent", responsibility=True)
            for id_, one in for_register.items()
            if one.register_says
        ]
        return tuple(links)


def differences(facts: Sequence[Custody], told: Sequence[GuardianLink]) -> dict[str, Difference]:
    """Guardian by guardian, where register and roster do not say the same of foreldreansvar."""
    found: dict[str, Difference] = {}
    for person_id in dict.fromkeys([*(one.person_id for one in facts), *(one.person_id for one in told)]):
        register, roster = _of(facts, person_id), _of(told, person_id)
        if roster is None and register:
            found[person_id] = "only_register"
        elif register is None and roster:
            found[person_id] = "only_roster"
        elif register is not None and roster is not None and register != roster:
            found[person_id] = "more_in_register" if register else "less_in_register"
    return found


def custody_id(pupil_id: str) -> str:
    return derived_id("custody", pupil_id)


def _of(links: Sequence[Custody] | Sequence[GuardianLink], person_id: str) -> bool | None:
    found = [one.responsibility for one in links if one.person_id == person_id]
    return any(found) if found else None
