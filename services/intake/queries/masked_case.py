"""The case as one party may have it in hand: nobody else's name, id, account or letter (rows R12, L1, R41).

What is not known to be fit for a party is left out: kinds of aggregates are let in by name, histories never.
"""

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

from services.intake.domain.case import Case
from services.intake.domain.dossier import Dossier
from services.intake.queries.around import around, is_staff
from services.intake.storage.house import Intake
from shared.directory import Person
from shared.identifiers import derived_id
from shared.masking import Mask, mask_of

FIT = frozenset(
    {
        *("cases", "reports", "plans", "evaluations", "interventions"),
        *("meetings", "minutes", "invitations"),
        *("letters", "clocks"),
    }
)
_OWN_ONLY = {"letters": "person_id", "invitations": "person_id", "reports": "reporter_id"}
_NEVER = frozenset({"heard", "implicated", "child_welfare", "assessments", "token", "salt", "hash"})
_OF_SOMEBODY = ("party_id", "person_id", "case_id", "pupil_id")
_ID = re.compile(r"\b[a-z][a-z-]*_[a-z2-7]{26}\b")
_CASE = re.compile(r"case_[a-z2-7]{26}")
_PERSON = re.compile(r"\bperson_[a-z2-7]{26}\b")

Entry = dict[str, Any]


@dataclass(frozen=True)
class Masking:
    """One party's view: `shown` may be named, everybody else is `other`."""

    party: frozenset[str]
    shown: Mapping[str, Person]
    stays: frozenset[str]
    salt: str
    other: str
    mask: Mask

    def entry(self, entry: Entry) -> Entry | None:
        """The aggregate for this party, or None where it is not theirs."""
        if entry["kind"] not in FIT or "state" not in entry:
            return None
        state = entry["state"]
        if (owner := _OWN_ONLY.get(entry["kind"])) and state.get(owner) not in self.party:
            return None
        return {"kind": entry["kind"], "id": self.text(entry["id"]), "state": self.value(state)}

    def value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(one) for one in value if not self._of_another(one)]
        if isinstance(value, dict):
            return {
                self.text(key): self.value(one)
                for key, one in value.items()
                if key not in _NEVER and not self._another(key) and not self._of_another(one)
            }
        return value

    def text(self, text: str) -> str:
        return self.mask(_ID.sub(self._id, text))

    def _id(self, found: "re.Match[str]") -> str:
        id_ = found[0]
        if id_ in self.stays or id_ in self.shown:
            return id_
        if _PERSON.match(id_):
            return self.other
        return derived_id(id_.rpartition("_")[0], self.salt, id_)

    def _another(self, text: str) -> bool:
        """Whether it is the id of somebody from a home who is not this party, or of another case."""
        if _CASE.fullmatch(text):
            return text not in self.stays
        return bool(_PERSON.fullmatch(text)) and text not in self.shown

    def _of_another(self, value: Any) -> bool:
        return isinstance(value, dict) and any(
            isinstance(value.get(name), str) and self._another(value[name]) for name in _OF_SOMEBODY
        )


async def masking_for(
    dossier: Dossier, case: Case, lines: AsyncIterator[Entry], *, house: Intake, other: str
) -> Masking:
    """Who may be named in it, and whose names are to go from every text."""
    party = {one for one in (dossier.party_id, case.pupil_id) if one}
    mentioned: set[str] = set()
    async for entry in lines:
        if entry["kind"] in FIT and "state" in entry:
            mentioned |= set(_PERSON.findall(str(entry["state"])))
    near = await around(case, house=house)
    people = await house.directory.people_by_id(sorted(mentioned | party))
    shown = {
        id_: one for id_, one in people.items() if id_ in party or (is_staff(one) and id_ not in near.at_home)
    }
    others = {id_: one for id_, one in {**near.people, **people}.items() if id_ not in shown}
    return Masking(
        party=frozenset(party),
        shown=shown,
        stays=frozenset({case.id, dossier.id, case.school_id}),
        salt=dossier.id,
        other=other,
        mask=mask_of(others.values(), shown.values(), other),
    )
