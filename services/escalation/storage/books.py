"""What the municipality has decided for itself: clock values, criteria and chains, each kept in editions.

Read at nearly every event, so an answer may be two seconds old; a change is seen at once in the process
that made it.
"""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from services.escalation.domain import chain_book, criteria_book, value_book
from services.escalation.domain.chain_book import ChainBook
from services.escalation.domain.clock_values import ClockValues
from services.escalation.domain.criteria import Criteria
from services.escalation.domain.criteria_book import CriteriaBook
from services.escalation.domain.value_book import ValueBook
from shared.storage.aggregate import Aggregate
from shared.storage.store import Store

A = TypeVar("A", bound=Aggregate)
T = TypeVar("T")

FRESH_S = 2.0


class Books:
    def __init__(
        self, *, values: Store[ValueBook], criteria: Store[CriteriaBook], chains: Store[ChainBook]
    ) -> None:
        self._values = values
        self._criteria = criteria
        self._chains = chains
        self._kept: dict[str, tuple[float, Any]] = {}

    async def values(self, school_id: str | None = None) -> ClockValues:
        """The values a school goes by now."""
        return (await self.value_book()).values(school_id)

    async def criteria(self) -> Criteria:
        return (await self.criteria_book()).criteria

    async def value_book(self) -> ValueBook:
        return await self._fresh(self._values, value_book.BOOK_ID, ValueBook.empty)

    async def criteria_book(self) -> CriteriaBook:
        return await self._fresh(self._criteria, criteria_book.BOOK_ID, CriteriaBook.empty)

    async def chain_book(self) -> ChainBook:
        return await self._fresh(self._chains, chain_book.BOOK_ID, ChainBook.empty)

    async def change_values(self, decide: Callable[[ValueBook], T], *, by: str) -> T:
        return await self._change(self._values, value_book.BOOK_ID, decide, ValueBook.empty, by)

    async def change_criteria(self, decide: Callable[[CriteriaBook], T], *, by: str) -> T:
        return await self._change(self._criteria, criteria_book.BOOK_ID, decide, CriteriaBook.empty, by)

    async def change_chains(self, decide: Callable[[ChainBook], T], *, by: str) -> T:
        return await self._change(self._chains, chain_book.BOOK_ID, decide, ChainBook.empty, by)

    def forget(self) -> None:
        """The next question is answered from what is stored."""
        self._kept.clear()

    async def _change(
        self, store: Store[A], id_: str, decide: Callable[[A], T], empty: Callable[[], A], by: str
    ) -> T:
        done = await store.change(id_, decide, new=empty, by=by)
        self.forget()
        return done

    async def _fresh(self, store: Store[A], id_: str, empty: Callable[[], A]) -> A:
        until, kept = self._kept.get(id_, (0.0, None))
        if until > time.monotonic():
            found: A = kept
            return found
        read_now = await store.get(id_) or empty()
        self._kept[id_] = (time.monotonic() + FRESH_S, read_now)
        return read_now
