"""What an aggregate is: one document, changed by one command at a time, that records what happened.

The whole state is sealed under its scope's key; `clear()` names the few ids, codes, times and counters
that may be searched. The events a change causes travel in the same document (the outbox).
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from shared.contracts.envelope import Contract, Heard, Words


class Recorded(NamedTuple):
    """One event that a change caused, with the words to seal into it, if any."""

    event: Contract
    words: Words | None


class Aggregate(BaseModel):
    """State and rules of one thing. Subclasses change only through methods that record the past tense."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True, validate_assignment=False)

    id: str
    heard: dict[str, int] = Field(default_factory=dict)
    _events: list[Recorded] = PrivateAttr(default_factory=list)

    def clear(self) -> Mapping[str, Any]:
        """What may be searched and lies in clear: ids, codes, times, counters. No words, ever."""
        return {}

    def scope(self) -> str:
        """The key scope this is sealed under; its own unless it belongs to a case or a person."""
        return self.id

    def hears(self, heard: Heard[Any]) -> bool:
        """Take note of another's event; False when it, or a later one of the same source, was heard."""
        if heard.seq <= self.heard.get(heard.source, 0):
            return False
        self.heard[heard.source] = heard.seq
        return True

    def recorded(self) -> list[Recorded]:
        """The events of the change under way."""
        return self._events

    def _record(self, event: Contract, words: Words | None = None) -> None:
        self._events.append(Recorded(event, words))
