"""The story's own time: it begins on a Monday morning and is moved on, never back."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from deploy.local import Stack
from shared.clock import OSLO

BEGINS = datetime(2026, 11, 16, 8, 0, tzinfo=OSLO)

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class StoryClock:
    """Moves the business clock of a stack; only a demo or test stack has one that moves."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack

    def begin(self, at: datetime = BEGINS) -> None:
        """Set the clock so that it is that moment now."""
        self._stack.folder.mkdir(parents=True, exist_ok=True)
        self._stack.set_clock(at.timestamp() - time.time())

    def now(self) -> datetime:
        """The present moment of the story, as a Norwegian clock on the wall shows it."""
        return datetime.fromtimestamp(time.time() + self._stack.clock_offset, OSLO)

    def move_to(self, at: datetime) -> None:
        """Let it be that moment; a moment that has passed already is left alone."""
        ahead = (at - self.now()) / timedelta(seconds=1)
        if ahead > 0:
            self._stack.move_clock(ahead)

    def said(self) -> str:
        """The moment in words."""
        now = self.now()
        return f"{_DAYS[now.weekday()]} {now.day} {now:%B %Y}, {now:%H:%M}"


def on(day: int, hour: int, minute: int = 0, *, month: int = 11) -> datetime:
    """A moment of the story's autumn 2026, by a Norwegian clock."""
    return datetime(2026, month, day, hour, minute, tzinfo=OSLO)
