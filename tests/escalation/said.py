"""What escalation has said, read from the outboxes where events lie until the relay takes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from shared.contracts import escalation, looks, tasks
from shared.contracts.envelope import Contract, Heard, read
from shared.storage.store import Store

E = TypeVar("E", bound=Contract)

_KINDS: dict[str, type[Contract]] = {
    kind.type: kind
    for module in (escalation, looks, tasks)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Contract) and "type" in vars(kind)
}


@dataclass(frozen=True)
class Said:
    heard: Sequence[Heard[Any]]

    @classmethod
    async def of(cls, stores: Iterable[Store[Any]]) -> "Said":
        found: list[Heard[Any]] = []
        for store in stores:
            rows = await store.collection.find().to_list(None)
            found += [_heard(entry) for row in rows for entry in row["ob"] if "v" in entry]
        return cls(sorted(found, key=lambda one: (one.time, one.source, one.seq)))

    def all(self, kind: type[E]) -> list[E]:
        return [one.event for one in self.heard if type(one.event) is kind]

    def only(self, kind: type[E]) -> E:
        found = self.all(kind)
        assert len(found) == 1, f"{kind.__name__}: {len(found)}"
        return found[0]

    def clocks(self, kind: type[E], code: str) -> list[E]:
        return [one for one in self.all(kind) if getattr(one, "clock", None) == code]


def _heard(entry: dict[str, Any]) -> Heard[Any]:
    headers = dict(entry["h"])
    kind = _KINDS[headers["ce_type"].decode()]
    return read(kind, entry["v"], headers)
