"""The sender of one process: sends what is made here at once, and looks for what nobody else has in hand.

Letters made in this process come straight from memory. Everything else (left by a process that died,
deferred, made where no sender runs) is found by a look once a second, and taken over by a change that
succeeds for one process only. While the mail server cannot be reached, letters wait here untouched.
"""

import asyncio
import contextlib
import time
from datetime import UTC, datetime

from services.notify.domain.kinds import Lane
from services.notify.domain.letter import Letter
from services.notify.sending.backing_off import server_pause_s
from services.notify.sending.delivering import Change, Delivering
from services.notify.sending.desk import Known, look_up
from services.notify.sending.lanes import MOST_IN_HAND, Lanes
from services.notify.storage.post import Post, machine_now
from shared.errors import Unavailable
from shared.observability.logs import get_logger
from shared.observability.metrics import LETTER_OLDEST_SECONDS, LETTERS_WAITING, NEIGHBOUR_DOWN

log = get_logger()

LOOK_EVERY_S = 1.0
RECORD_AGAIN_S = 0.25
WORKERS: dict[Lane, int] = {"acute": 2, "bulk": 3}
BATCH: dict[Lane, int] = {"acute": 64, "bulk": 64}
EVER = datetime(1970, 1, 1, tzinfo=UTC)


class Sender:
    """Sends letters in the background of a worker. `connections` is the pool's size.

    Bulk letters leave a quarter of the connections, at least one, to the acute lane.
    """

    def __init__(self, post: Post, delivering: Delivering, *, connections: int) -> None:
        self._post = post
        self._delivering = delivering
        self._lanes = Lanes()
        self._open_to_bulk = asyncio.Semaphore(max(1, connections - max(1, connections // 4)))
        self._turn = 0
        self._failures = 0
        self._paused_until = 0.0
        post.on_added = self.add

    def add(self, letter: Letter) -> None:
        """A letter was made in this process and is stored: send it at once if we are to send it."""
        if letter.sender == self._post.sender.name and self._in_turn():
            self._lanes.put(letter)

    async def run(self) -> None:
        """Send until cancelled; letters under way are finished or left as they were."""
        lease = self._post.sender
        tasks = [asyncio.ensure_future(lease.keep()), asyncio.ensure_future(self._look())]
        for lane, count in WORKERS.items():
            tasks += [asyncio.ensure_future(self._work(lane)) for _ in range(count)]
        try:
            await asyncio.gather(*tasks)
        except asyncio.CancelledError:
            await self._delivering.pool.close()
            raise
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._lanes = Lanes()

    # --- what is in hand ---------------------------------------------------------------------------

    def _in_turn(self) -> bool:
        """Whether our lease holds; after a gap in it, what was in hand may be another's and is let go."""
        lease = self._post.sender
        if not lease.held():
            return False
        if lease.turn != self._turn:
            self._turn = lease.turn
            self._lanes.forget()
        return True

    async def _look(self) -> None:
        while True:
            try:
                if self._in_turn() and not self._paused():
                    await self.look()
            except Unavailable as down:
                log.warning("letters.wait", neighbour=down.neighbour)
            await asyncio.sleep(LOOK_EVERY_S)

    async def look(self) -> int:
        """Take in hand what is due and nobody living has; the number of letters taken."""
        if len(self._lanes) > MOST_IN_HAND // 4:
            return 0
        lease, turn = self._post.sender, self._turn
        # After a gap the others may not have renewed their leases yet: first only what is nobody's or ours.
        theirs = {"$nin": await lease.others()} if lease.settled() else {"$in": [None, lease.name]}
        due = {"try_at": {"$gt": EVER, "$lte": machine_now()}, "sender": theirs}
        found = await self._post.letters.find(due, sort=[("lane", 1), ("try_at", 1)], limit=MOST_IN_HAND // 2)
        LETTERS_WAITING.set(len(found))
        oldest = min((letter.made_at for letter in found), default=None)
        age = (self._post.clock.now() - oldest).total_seconds() if oldest is not None else 0.0
        LETTER_OLDEST_SECONDS.set(max(0.0, age))
        taken = await asyncio.gather(*(self._take(letter, turn) for letter in found))
        return sum(taken)

    async def _take(self, letter: Letter, turn: int) -> bool:
        if letter.id in self._lanes:
            return False
        lease, seen = self._post.sender, letter.sender
        # Ours already: made or taken here, and not in hand any more. It may have been sent in the meantime,
        # so it too is looked at again by the one who writes.
        if seen == lease.name:
            fresh = await self._post.letters.get(letter.id)
            if fresh is None or not fresh.is_open or fresh.sender != lease.name:
                return False
        elif not await self._post.letters.change(letter.id, lambda it: it.take(lease.name, instead_of=seen)):
            return False
        letter.sender = lease.name
        return lease.held() and lease.turn == turn and self._lanes.put(letter)

    # --- sending -----------------------------------------------------------------------------------

    async def _work(self, lane: Lane) -> None:
        while True:
            batch, turn = await self._lanes.take(lane, BATCH[lane]), self._turn
            await self._until_not_paused()
            try:
                known = await look_up(self._post, batch)
            except Unavailable as down:
                self._lanes.put_back(batch)
                self._fail(down)
                continue
            await asyncio.gather(*(self._send(letter, known, lane, turn) for letter in batch))

    async def _send(self, letter: Letter, known: Known, lane: Lane, turn: int) -> None:
        # The room is for bulk alone: an acute letter never waits behind it for a connection.
        room = self._open_to_bulk if lane == "bulk" else contextlib.nullcontext()
        async with room:
            if not self._in_turn() or turn != self._turn:
                self._lanes.done(letter)
                return
            try:
                change = await self._delivering.deliver(letter, known)
            except Unavailable as down:
                self._lanes.put_back([letter])
                self._fail(down)
                return
            except Exception as error:
                log.error("letter.failed", letter_id=letter.id, exc_info=error)  # noqa: TRY400
                self._lanes.done(letter)
                return
        self._failures = 0
        try:
            await self._record(letter, change)
        finally:
            self._lanes.done(letter)

    async def _record(self, letter: Letter, change: Change) -> None:
        """Record what became of it; while the database is away, again and again, never sending again."""
        while True:
            try:
                await self._post.letters.change(letter.id, change)
            except Unavailable as down:
                NEIGHBOUR_DOWN.labels(down.neighbour).inc()
                await asyncio.sleep(RECORD_AGAIN_S)
            else:
                return

    # --- when a neighbour is down ------------------------------------------------------------------

    def _paused(self) -> bool:
        return time.monotonic() < self._paused_until

    async def _until_not_paused(self) -> None:
        while (left := self._paused_until - time.monotonic()) > 0:  # noqa: ASYNC110 - a time, not an event
            await asyncio.sleep(left)

    def _fail(self, down: Unavailable) -> None:
        if self._paused():
            return
        NEIGHBOUR_DOWN.labels(down.neighbour).inc()
        self._paused_until = time.monotonic() + server_pause_s(self._failures)
        self._failures += 1
        log.warning("letters.wait", neighbour=down.neighbour, failures=self._failures)
