"""Consuming: batches of raw records, routed by their type header, each error handled as its family says.

Unknown type: skipped and counted. Unreadable: dead letter with the reason. Not yet there: parked under the
id it waits for, later ones of its aggregate behind it. Neighbour down: the batch waits and tries again.
Refused by the business: noted and done. Anything else: tried a few times, then a dead letter.
The offsets are committed when the whole batch has had its effect (`AckPolicy.NACK_ON_ERROR`).
"""

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from aiokafka import ConsumerRecord
from opentelemetry.context import Context, get_current
from pydantic import BaseModel

from shared.contracts.envelope import Contract, Heard, header, read
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

    `batch` reactions get a list of all such events of a batch, for projections that write in bulk;
    the others get one at a time, in order within an aggregate.
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


class Inbox:
    """Turns Kafka records into reactions for one service."""

    def __init__(
        self,
        subscriptions: Iterable[On[Any]],
        *,
        exchange: Exchange,
        dead_letters: DeadLetters,
        parking: Parking,
    ) -> None:
        self._by_type: dict[str, list[On[Any]]] = defaultdict(list)
        for subscription in subscriptions:
            self._by_type[subscription.contract.type].append(subscription)
        self._exchange = exchange
        self._dead_letters = dead_letters
        self.parking = parking
        self._recent: list[float] = []
        self.health = ConsumerHealth()
        self.stopped = asyncio.Event()

    @property
    def topics(self) -> list[str]:
        """The names of the topics that the subscriptions need."""
        contracts = {on.contract for ons in self._by_type.values() for on in ons}
        return sorted({contract.topic.name for contract in contracts})

    async def consume(self, records: Sequence[ConsumerRecord[bytes, bytes]]) -> None:
        """Have the effect of a whole batch; raises only `TooManyDeadLetters`."""
        self.health.last_batch = time.monotonic()
        known = [record for record in records if header(record.headers, "ce_type") in self._by_type]
        self.health.skipped += len(records) - len(known)
        EVENT_BATCH.observe(len(records))
        with EVENT_SECONDS.time():
            await self._patiently(lambda: self._consume(known))
        self.health.heard += len(known)
        for topic, count in Counter(record.topic for record in known).items():
            EVENTS.labels(topic, "heard").inc(count)
        self.health.last_batch = time.monotonic()

    async def _consume(self, records: Sequence[ConsumerRecord[bytes, bytes]]) -> None:
        heard = [pair for record in records if (pair := await self._read(record)) is not None]
        behind = await self.parking.groups({said.source for _, said in heard})
        in_bulk: dict[int, tuple[On[Any], list[Heard[Any]]]] = {}
        queues: dict[str, list[tuple[ConsumerRecord[bytes, bytes], Heard[Any]]]] = defaultdict(list)
        for record, said in heard:
            for on in self._by_type[said.event.type]:
                if on.batch is not None:
                    in_bulk.setdefault(id(on), (on, []))[1].append(said)
            queues[said.source].append((record, said))
        await asyncio.gather(
            *(self._react_in_bulk(on, events) for on, events in in_bulk.values()),
            *(self._in_order(queue, parked=source in behind) for source, queue in queues.items()),
        )

    async def react(self, record: ConsumerRecord[bytes, bytes]) -> None:
        """React to one record again (parked, or put back from the dead letters); raises what it raises."""
        contract = self._by_type[header(record.headers, "ce_type") or ""][0].contract
        said = self._open(contract, record)
        for on in self._by_type[said.event.type]:
            if on.batch is not None:
                await on.batch([said])
            elif on.react is not None:
                await on.react(said)

    async def _in_order(
        self, queue: Sequence[tuple[ConsumerRecord[bytes, bytes], Heard[Any]]], *, parked: bool
    ) -> None:
        for record, said in queue:
            if parked:
                await self.parking.park(record, said, awaited=said.source)
                continue
            parked = not await self._react(record, said)

    async def _react(self, record: ConsumerRecord[bytes, bytes], said: Heard[Any]) -> bool:
        """Whether the aggregate's next record may follow; False when this one was parked."""
        for on in self._by_type[said.event.type]:
            if on.react is None:
                continue
            for attempt in range(ATTEMPTS):
                try:
                    with within(_context(record)):
                        await on.react(said)
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

    async def _react_in_bulk(self, on: On[Any], events: Sequence[Heard[Any]]) -> None:
        assert on.batch is not None
        await on.batch(events)

    async def _read(
        self, record: ConsumerRecord[bytes, bytes]
    ) -> tuple[ConsumerRecord[bytes, bytes], Heard[Any]] | None:
        contract = self._by_type[header(record.headers, "ce_type") or ""][0].contract
        try:
            return record, self._open(contract, record)
        except Unreadable as broken:
            await self._bury(record, broken.reason)
            return None

    def _open(self, contract: type[Contract], record: ConsumerRecord[bytes, bytes]) -> Heard[Any]:
        said: Heard[Any] = read(contract, record.value, record.headers)
        if contract.words is None or b'"sealed":' not in (record.value or b""):
            return said
        box = _Sealed.model_validate_json(record.value or b"").sealed
        text = self._exchange.open(box, type_=contract.type, event_id=said.id, source=said.source)
        try:
            words = contract.words.model_validate_json(text)
        except ValueError as broken:
            raise Unreadable("words-break-contract") from broken
        return replace(said, words=words)

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


def _context(record: ConsumerRecord[bytes, bytes]) -> Context:
    """The trace in which the event was said, so that a case can be followed through Kafka."""
    return context_of(header(record.headers, TRACEPARENT)) or get_current()


class _Sealed(BaseModel):
    sealed: dict[str, str]
