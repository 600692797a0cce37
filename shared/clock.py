"""Business time: the time that due dates, letters and pages go by.

Leases, back-off and sessions use machine time (`time.monotonic`, the database's own clock) and never
this one: moving the business clock must not expire a lease.
"""

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")

LOOKS_AGAIN_S = 0.05
"""How long a process may go by the old time after the file of a movable clock was written."""


class Clock(Protocol):
    """What time it is for the people who use the product."""

    def now(self) -> datetime:
        """Return the present business moment, aware and in UTC."""


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands still until somebody moves it."""

    def __init__(self, at: datetime) -> None:
        self._at = _aware(at)

    def now(self) -> datetime:
        return self._at

    def set(self, at: datetime) -> None:
        self._at = _aware(at)

    def advance(self, by: timedelta) -> None:
        self._at += by


class MovableClock:
    """The machine's time plus the offset that a file names: `{"offset_s": 3600}`.

    Every process that reads the same file sees the same time, at most 50 ms after it was written. A
    missing file is no offset. A file caught half-written keeps the last offset: time never jumps back
    because somebody was saving.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._offset = timedelta(0)
        self._seen: tuple[int, int, int] | None = None
        self._look_at = 0.0

    def now(self) -> datetime:
        if time.monotonic() >= self._look_at:
            self._look()
        return datetime.now(UTC) + self._offset

    def _look(self) -> None:
        self._look_at = time.monotonic() + LOOKS_AGAIN_S
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            self._offset, self._seen = timedelta(0), None
            return
        # The inode too: a file replaced by a rename may keep its size and, on coarse clocks, its mtime.
        seen = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        if seen == self._seen:
            return
        try:
            self._offset = timedelta(seconds=float(json.loads(self._path.read_bytes())["offset_s"]))
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            return
        self._seen = seen


class ClockIsNotMovableHere(Exception):
    """A production service was told to take its time from a file."""


def business_clock(profile: str, clock_file: Path | str | None) -> Clock:
    """Return the clock a service runs on; refuse a movable one anywhere but in demo and test."""
    if not clock_file:
        return SystemClock()
    if profile not in {"demo", "test"}:
        raise ClockIsNotMovableHere(
            f"SAMSPILL_CLOCK_FILE is set, but the profile is {profile}: only demo and test may move time. "
            "Unset SAMSPILL_CLOCK_FILE, or start with SAMSPILL_PROFILE=demo."
        )
    return MovableClock(Path(clock_file))


def _aware(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(UTC)
