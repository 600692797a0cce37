"""Consuming: batches of raw records, routed by their type header, each error handled as its family says.

Unknown type: skipped and counted. Unreadable: dead letter with the reason. Not yet there: parked under the
id it waits for, later ones of its aggregate behind it. Neighbour down: the batch waits and tries again.
Refused by the business: noted and done. Anything else: tried a few times, then a dead letter.
The offsets are committed when the whole batch has had its effect (`AckPolicy.NACK_ON_ERROR`).
"""

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from aiokafka import ConsumerRecord
from opentelemetry.context import Context, get_current
from pydantic import BaseModel

from shared.contracts.envelope import Contract, Heard, read
from shared.errors import NotYet, Refusal, Unavailable, Unreadable
from shared.messaging.dead_letters import DeadLetters
from shared.messaging.parking import Parking
from shared.observability.logs import get_logger
from shared.observability.metrics import EVENT_BATCH, EVENT_SECONDS, EVENTS, NEIGHBOUR_DOWN
from shared.observability.traces import TRACEPARENT, context_of, within
from shared.storage.encryption import Exchange

log = get_logger()

E = TypeVar("E", bound=Contract)

ATTEMPTS = 5
BACK_OFF_S = (0.2, 0.5, 1.0, 2.0, 5.0)
DEAD_LETTER_LIMIT = 100
DEAD_LETTER_WINDOW_S = 60.0


class TooManyDeadLetters(Exception):
    """So much is unreadable that going on would only fill the dead letters: the consumer stops."""


@dataclass(frozen=True)
class On(Generic[E]):
    """One line of a subscription table: when this event comes, that reaction.

    `batch` reactions get a list of such events, for projections that write in bulk; the others get one at a
    time. What one aggregate said reaches its reactions in the order it was said, whichever kind they are;
    lines with the same `batch` share a list. A batch reaction does not wait behind what is parked.
    """

    contract: type[E]
    react: Callable[[Heard[E]], Awaitable[None]] | None = None
    batch: Callable[[Sequence[Heard[E]]], Awaitable[None]] | None = None

    @property
    def name(self) -> str:
        return (self.react or self.batch).__name__  # type: ignore[union-attr]


@dataclass
class ConsumerHealth:
    """What the health page says of a worker: monotonic seconds, counters of this process."""

    running: bool = False
    last_batch: float = field(default_factory=time.monotonic)
    heard: int = 0
    skipped: int = 0
    refused: int = 0
    stopped_for_dead_letters: bool = False


@dataclass(frozen=True, slots=True)
class _Route:
    """Where events of one type go."""

    contract: type[Contract]
    singly: tuple[On[Any], ...]
    in_bulk: tuple[On[Any], ...]
    bulk: tuple[Callable[..., Awaitable[None]], ...]

    @classmethod
    def of(cls, contract: type[Contract], ons: Sequence[On[Any]]) -> "_Route":
        return cls(
            contract,
            singly=tuple(on for on in ons if on.react is not None),
            in_bulk=tuple(on for on in ons if on.batch is not None),
            bulk=tuple(on.batch for on in ons if on.batch is not None),
        )


class _Taken:
    """One record on its way: what it says stands in `said` once it has been read."""

    __slots__ = ("headers", "record", "route", "said")
    said: Heard[Any]

    def __init__(
        self, record: ConsumerRecord[bytes, bytes], headers: Mapping[str, bytes], route: _Route
    ) -> None:
        self.record, self.headers, self.route = record, headers, route


@dataclass(slots=True)
class _Phase:
    """A part of a batch whose bulk reactions may run side by side, and then what waits for them."""

    in_bulk: dict[Callable[..., Awaitable[None]], tuple[On[Any], list[_Taken]]] = field(default_factory=dict)
    queues: dict[str, list[_Taken]] = field(default_factory=dict)
    behind_bulk: set[str] = field(default_factory=set)

    def take(self, taken: _Taken) -> None:
        for on in taken.route.in_bulk:
            assert on.batch is not None
            self.in_bulk.setdefault(on.batch, (on, []))[1].append(taken)
        if taken.route.bulk:
            self.behind_bulk.add(taken.said.source)
        if taken.route.singly:
            self.queues.setdefault(taken.said.source, []).append(taken)


class Inbox:
    """Turns Kafka records into reactions for one service."""

    def __init__(
        self,
        subscriptions: Iterable[On[Any]],
        *,
        exchange: Exchange,
        dead_letters: DeadLetters,
        parking: Parking,
        erased: Callable[[Collection[str]], Awaitable[set[str]]] | None = None,
    ) -> None:
        """`erased` says which of some cases are gone: nothing that comes late of them is heard."""
        by_type: dict[type[Contract], list[On[Any]]] = defaultdict(list)
        for subscription in subscriptions:
            by_type[subscription.contract].append(subscription)
        self._routes = {contract.type.encode(): _Route.of(contract, ons) for contract, ons in by_type.items()}
        self._exchange = exchange
        self._dead_letters = dead_letters
        self.parking = parking
        self._erased = erased
        self._recent: list[float] = []
        self.health = ConsumerHealth()
        self.stopped = asyncio.Event()

    @property
    def topics(self) -> list[str]:
        """The names of the topics that the subscriptions need."""
        return sorted({route.contract.topic.name for route in self._routes.values()})

    async def consume(self, records: Sequence[ConsumerRecord[bytes, bytes]]) -> None:
        """Have the effect of a whole batch; raises only `TooManyDeadLetters`."""
        self.health.last_batch = time.monotonic()
        known = [
            _Taken(record, headers, route)
            for record in records
            if (route := self._routes.get((headers := dict(record.headers)).get("ce_type", b""))) is not None
        ]
        self.health.skipped += len(records) - len(known)
        EVENT_BATCH.observe(len(records))
        with EVENT_SECONDS.time():
            await self._patiently(lambda: self._consume(known))
        self.health.heard += len(known)
        for topic, count in Counter(taken.record.topic for taken in known).items():
            EVENTS.labels(topic, "heard").inc(count)
        self.health.last_batch = time.monotonic()

    async def _consume(self, batch: Sequence["_Taken"]) -> None:
        readable = []
        for taken in batch:
            try:
                taken.said = self._open(taken.route.contract, taken.record, taken.headers)
            except Unreadable as broken:
                await self._bury(taken.record, broken.reason)
            else:
                readable.append(taken)
        readable = await self._of_what_is_there(readable)
        singly = {taken.said.source for taken in readable if taken.route.singly}
        parked = await self.parking.groups(singly) if singly else set()
        for phase in _phases(readable):
            await self._go_through(phase, parked)

    async def _of_what_is_there(self, readable: list["_Taken"]) -> list["_Taken"]:
        """Without what comes late of a case that has been erased (rows B6, B15)."""
        of_cases = [
            (taken, case_id)
            for taken in readable
            if not taken.route.contract.outlives_case
            and (case_id := getattr(taken.said.event, "case_id", None)) is not None
        ]
        if self._erased is None or not of_cases:
            return readable
        gone = await self._erased({case_id for _, case_id in of_cases})
        late = {id(taken) for taken, case_id in of_cases if case_id in gone}
        self.health.refused += len(late)
        return [taken for taken in readable if id(taken) not in late]

    async def _go_through(self, phase: _Phase, parked: set[str]) -> None:
        bulk = asyncio.ensure_future(
            _all(self._react_in_bulk(on, together) for on, together in phase.in_bulk.values())
        )
        await _all(
            [
                bulk,
                *(
                    self._in_order(queue, parked, after=bulk if source in phase.behind_bulk else None)
                    for source, queue in phase.queues.items()
                ),
            ]
        )

    async def react(self, record: ConsumerRecord[bytes, bytes]) -> None:
        """React to one record again (parked, or put back from the dead letters); raises what it raises."""
        headers = dict(record.headers)
        route = self._routes[headers["ce_type"]]
        taken = _Taken(record, headers, route)
        taken.said = said = self._open(route.contract, record, headers)
        if not await self._of_what_is_there([taken]):
            return
        for on in route.in_bulk:
            assert on.batch is not None
            await on.batch([said])
        for on in route.singly:
            assert on.react is not None
            await on.react(said)

    async def _in_order(
        self, queue: Sequence["_Taken"], parked: set[str], *, after: asyncio.Future[None] | None
    ) -> None:
        if after is not None:
            await after
        for taken in queue:
            source = taken.said.source
            if source in parked:
                await self.parking.park(taken.record, taken.said, awaited=source)
            elif not await self._react(taken):
                parked.add(source)

    async def _react(self, taken: "_Taken") -> bool:
        """Whether the aggregate's next record may follow; False when this one was parked."""
        for on in taken.route.singly:
            assert on.react is not None
            if not await self._attempt(taken, on, on.react):
                return False
        return True

    async def _react_in_bulk(self, on: On[Any], batch: Sequence["_Taken"]) -> None:
        """One call for all of them; if it fails, one by one, so that only the bad one is laid aside."""
        react = on.batch
        assert react is not None
        try:
            await react([taken.said for taken in batch])
        except Unavailable:
            raise
        except Exception:  # noqa: BLE001 - which one it was shows one by one
            for taken in batch:
                await self._attempt(taken, on, lambda said: react([said]))

    async def _attempt(
        self, taken: "_Taken", on: On[Any], react: Callable[[Heard[Any]], Awaitable[None]]
    ) -> bool:
        """Whether it is dealt with, one way or another; False when it was parked."""
        record, said = taken.record, taken.said
        for attempt in range(ATTEMPTS):
            try:
                with within(_context(taken.headers)):
                    await react(said)
                break
            except NotYet as missing:
                await self.parking.park(record, said, awaited=missing.awaited)
                return False
            except Refusal as refused:
                self.health.refused += 1
                EVENTS.labels(record.topic, "refused").inc()
                log.info("event.refused", reaction=on.name, event_id=said.id, code=refused.code)
                break
            except Unreadable as broken:
                await self._bury(record, broken.reason)
                break
            except Unavailable:
                raise
            except Exception as error:
                log.warning(
                    "event.failed", reaction=on.name, event_id=said.id, attempt=attempt, exc_info=error
                )
                if attempt == ATTEMPTS - 1:
                    await self._bury(record, f"failed-{type(error).__name__}")
                else:
                    await asyncio.sleep(BACK_OFF_S[attempt])
        return True

    def _open(
        self, contract: type[Contract], record: ConsumerRecord[bytes, bytes], headers: Mapping[str, bytes]
    ) -> Heard[Any]:
        said: Heard[Any] = read(contract, record.value, headers)
        if contract.words is None or b'"sealed":' not in (record.value or b""):
            return said
        box = _Sealed.model_validate_json(record.value or b"").sealed
        text = self._exchange.open(box, type_=contract.type, event_id=said.id, source=said.source)
        try:
            said.words = contract.words.model_validate_json(text)
        except ValueError as broken:
            raise Unreadable("words-break-contract") from broken
        return said

    async def _bury(self, record: ConsumerRecord[bytes, bytes], reason: str) -> None:
        await self._dead_letters.add(record, reason)
        now = time.monotonic()
        self._recent = [at for at in self._recent if at > now - DEAD_LETTER_WINDOW_S] + [now]
        if len(self._recent) > DEAD_LETTER_LIMIT:
            self.health.stopped_for_dead_letters = True
            log.error("consumer.stopped", reason="too-many-dead-letters")
            self.stopped.set()
            raise TooManyDeadLetters

    async def _patiently(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do it, and while a neighbour is down wait a little longer each time and do it again."""
        attempt = 0
        while True:
            try:
                return await work()
            except Unavailable as down:
                wait = BACK_OFF_S[min(attempt, len(BACK_OFF_S) - 1)]
                NEIGHBOUR_DOWN.labels(down.neighbour).inc()
                log.warning("consumer.waits", neighbour=down.neighbour, wait_s=wait)
                await asyncio.sleep(wait)
                attempt += 1


def _phases(batch: Iterable[_Taken]) -> list[_Phase]:
    """The batch cut so that what one aggregate said is heard in the order it was said.

    Nearly always one part: an aggregate begins the next only where a bulk reaction comes after another
    reaction of its own.
    """
    phases: list[_Phase] = []
    reached: dict[str, tuple[int, _Route]] = {}
    for taken in batch:
        source, route = taken.said.source, taken.route
        at, last = reached.get(source, (0, route))
        if route.bulk and source in reached and (last.singly or last.bulk != route.bulk):
            at += 1
        reached[source] = (at, route)
        if at == len(phases):
            phases.append(_Phase())
        phases[at].take(taken)
    return phases


async def _all(work: Iterable[Awaitable[None]]) -> None:
    """Do all of it, to the end, and only then raise what was raised first: nothing runs on unseen."""
    outcomes = await asyncio.gather(*work, return_exceptions=True)
    for outcome in outcomes:
        if outcome is not None:
            raise outcome


def _context(headers: Mapping[str, bytes]) -> Context:
    """The trace in which the event was said, so that a case can be followed through Kafka."""
    return context_of(headers.get(TRACEPARENT, b"").decode("ascii", "replace")) or get_current()


class _Sealed(BaseModel):
    sealed: dict[str, str]
