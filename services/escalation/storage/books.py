"""What the municipality has decided for itself: clock values now, kept in editions.

Read at nearly every event, so an answer may be two seconds old; a change is seen at once in the process
that made it.
"""

import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from services.escalation.domain.clock_values import ClockValues
from services.escalation.domain.value_book import BOOK_ID, ValueBook
from shared.storage.store import Store

T = TypeVar("T")

FRESH_S = 2.0


class Books:
    def __init__(self, values: Store[ValueBook]) -> None:
        self.value_book = values
        self._kept: dict[str, tuple[float, Any]] = {}

    async def values(self, school_id: str | None = None) -> ClockValues:
        """The values a school goes by now."""
        return (await self.values_by_place()).values(school_id)

    async def values_by_place(self) -> ValueBook:
        return await self._fresh("values", self._read_values)

    async def change_values(self, decide: Callable[[ValueBook], T], *, by: str) -> T:
        self.forget()
        done = await self.value_book.change(BOOK_ID, decide, new=ValueBook.empty, by=by)
        self.forget()
        return done

    def forget(self) -> None:
        """The next question is answered from what is stored."""
        self._kept.clear()

    async def _read_values(self) -> ValueBook:
        return await self.value_book.get(BOOK_ID) or ValueBook.empty()

    async def _fresh(self, name: str, read: Callable[[], Awaitable[T]]) -> T:
        until, kept = self._kept.get(name, (0.0, None))
        if until > time.monotonic():
            found: T = kept
            return found
        read_now = await read()
        self._kept[name] = (time.monotonic() + FRESH_S, read_now)
        return read_now
