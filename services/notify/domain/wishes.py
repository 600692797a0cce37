"""Which letters a person does without: only those that nobody must send can be done without (B60)."""

from collections.abc import Mapping
from typing import Any

from pydantic import AwareDatetime, Field

from services.notify.domain.kinds import KINDS
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate


def wishes_id(person_id: str) -> str:
    return derived_id("wishes", person_id)


class Wishes(Aggregate):
    person_id: str
    without: dict[str, AwareDatetime] = Field(default_factory=dict)

    def clear(self) -> Mapping[str, Any]:
        return {"person_id": self.person_id}

    def scope(self) -> str:
        return self.person_id

    def do_without(self, name: str, at: AwareDatetime) -> None:
        if KINDS[name].optional:
            self.without.setdefault(name, at)

    def want_again(self, name: str) -> None:
        self.without.pop(name, None)

    def refuses(self, name: str) -> bool:
        return KINDS[name].optional and name in self.without
