"""A person's mail address that somebody else turned out to read: nothing more is sent there."""

from collections.abc import Mapping
from typing import Any

from pydantic import AwareDatetime, Field

from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate


def address_id(person_id: str) -> str:
    return derived_id("address", person_id)


class Address(Aggregate):
    """The addresses of one person that were said to be wrong. A new one in the contacts is not frozen."""

    person_id: str
    frozen: dict[str, AwareDatetime] = Field(default_factory=dict)

    def clear(self) -> Mapping[str, Any]:
        return {"person_id": self.person_id}

    def scope(self) -> str:
        return self.person_id

    def freeze(self, address: str, at: AwareDatetime) -> None:
        """Take note that this address reaches a stranger."""
        self.frozen.setdefault(address.casefold(), at)

    def is_frozen(self, address: str) -> bool:
        return address.casefold() in self.frozen
