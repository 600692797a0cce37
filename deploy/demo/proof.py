"""Proofs: something that must come to be seen from outside, and how long it took."""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, overload

T = TypeVar("T")

LOOK_AGAIN_S = 0.05


class NotProved(Exception):
    """A proof did not hold in time; the message is its sentence and where to look."""


@dataclass(frozen=True)
class Proved:
    """One thing that held: in which step, what, after how long, and where to see it oneself."""

    step: str
    sentence: str
    seconds: float
    look: str


@dataclass
class Proofs:
    """Everything proved so far. `tell` hears of each as it is proved."""

    tell: Callable[[Proved], None] = lambda _proved: None
    step: str = ""
    done: list[Proved] = field(default_factory=list)

    @overload
    async def that(
        self, sentence: str, holds: Callable[[], Awaitable[T | None]], *, look: str, within_s: float = ...
    ) -> T: ...

    @overload
    async def that(
        self, sentence: str, holds: Callable[[], T | None], *, look: str, within_s: float = ...
    ) -> T: ...

    async def that(
        self, sentence: str, holds: Callable[[], Any], *, look: str, within_s: float = 20.0
    ) -> Any:
        """Wait until it holds and keep it; returns what `holds` gave. Raises `NotProved` after `within_s`.

        `holds` is asked again and again: it says with a true value that it holds.
        """
        began = time.monotonic()
        while True:
            answer = holds()
            value = await answer if inspect.isawaitable(answer) else answer
            took = time.monotonic() - began
            if value:
                break
            if took > within_s:
                raise NotProved(f"not within {within_s:.0f} s: {sentence} (look at {look})")
            await asyncio.sleep(LOOK_AGAIN_S)
        proved = Proved(self.step, sentence, round(took, 2), look)
        self.done.append(proved)
        self.tell(proved)
        return value

    def saw(self, sentence: str, held: object, *, look: str) -> None:
        """Keep something that must hold at once; raises `NotProved` when it does not."""
        if not held:
            raise NotProved(f"{sentence} (look at {look})")
        proved = Proved(self.step, sentence, 0.0, look)
        self.done.append(proved)
        self.tell(proved)
