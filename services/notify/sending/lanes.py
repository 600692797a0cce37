"""What this process has in hand: two lanes, the acute one first, each letter once."""

import asyncio
from collections import deque
from collections.abc import Iterable

from services.notify.domain.kinds import KINDS, Lane
from services.notify.domain.letter import Letter

MOST_IN_HAND = 2000


class Lanes:
    """Letters that wait for a worker, and the ids of all that are in hand, with a worker or waiting."""

    def __init__(self) -> None:
        self._waiting: dict[Lane, deque[Letter]] = {"acute": deque(), "bulk": deque()}
        self._bells: dict[Lane, asyncio.Event] = {"acute": asyncio.Event(), "bulk": asyncio.Event()}
        self._in_hand: set[str] = set()

    def __len__(self) -> int:
        return len(self._in_hand)

    def __contains__(self, letter_id: str) -> bool:
        return letter_id in self._in_hand

    @property
    def full(self) -> bool:
        return len(self._in_hand) >= MOST_IN_HAND

    def put(self, letter: Letter) -> bool:
        """Take it in hand; False when it is already, or when there is no room (a later look finds it)."""
        if letter.id in self._in_hand or self.full:
            return False
        self._in_hand.add(letter.id)
        self._wait(letter)
        return True

    def put_back(self, letters: Iterable[Letter]) -> None:
        """Let letters that are in hand wait again, before all others."""
        for letter in reversed(list(letters)):
            if letter.id in self._in_hand:
                self._wait(letter, first=True)

    def done(self, letter: Letter) -> None:
        self._in_hand.discard(letter.id)

    def forget(self) -> None:
        """Let go of everything that no worker has begun: it may be another's by now."""
        for waiting in self._waiting.values():
            for letter in waiting:
                self._in_hand.discard(letter.id)
            waiting.clear()

    async def take(self, lane: Lane, most: int) -> list[Letter]:
        """The next letters of this lane; waits until there are any."""
        waiting, bell = self._waiting[lane], self._bells[lane]
        while not waiting:
            bell.clear()
            await bell.wait()
        return [waiting.popleft() for _ in range(min(most, len(waiting)))]

    def _wait(self, letter: Letter, *, first: bool = False) -> None:
        lane = KINDS[letter.name].lane
        if first:
            self._waiting[lane].appendleft(letter)
        else:
            self._waiting[lane].append(letter)
        self._bells[lane].set()
