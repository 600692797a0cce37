"""A person's mail address that does not reach them: another reads it, or there is no such mailbox."""

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
    dead: dict[str, AwareDatetime] = Field(default_factory=dict)

    def clear(self) -> Mapping[str, Any]:
        return {"person_id": self.person_id}

    def scope(self) -> str:
        return self.person_id

    def freeze(self, address: str, at: AwareDatetime) -> None:
        """Take note that this address reaches a stranger."""
        self.frozen.setdefault(address.casefold(), at)

    def bounced(self, address: str, at: AwareDatetime) -> None:
        """Take note that there is no such mailbox: letters go by hand until somebody wants it tried again."""
        self.dead.setdefault(address.casefold(), at)

    def try_again(self, address: str) -> bool:
        """Forget that it was dead; whether it was. What another reads stays frozen."""
        return self.dead.pop(address.casefold(), None) is not None

    def is_dead(self, address: str) -> bool:
        return address.casefold() in self.dead

    def is_frozen(self, address: str) -> bool:
        return address.casefold() in self.frozen
