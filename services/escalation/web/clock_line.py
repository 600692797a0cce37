"""A case's clocks on a line: from when, until when, and where we are now; the table beneath says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from services.escalation.web.clock_rows import ClockRow
from shared.clock import OSLO

WIDTH = 340
ROW = 44
_LEFT, _RIGHT = 6, 334
_TOP = 26


@dataclass(frozen=True)
class Bar:
    """One clock: its bar, the mark where it was kept, and the words above it."""

    title: str
    state: str
    y: int
    start_x: float
    due_x: float
    met_x: float | None
    due_on: date


@dataclass(frozen=True)
class Line:
    bars: list[Bar]
    height: int
    now_x: float
    now_at_the_end: bool
    """Whether the word for now stands left of its mark, to stay inside the picture."""


def line_of(rows: Sequence[ClockRow], now: datetime) -> Line | None:
    """Where everything stands; None where there is nothing to draw."""
    if not rows:
        return None
    first = min(min(row.start, row.due_at) for row in rows)
    last = max(max(row.due_at, row.met_at or row.due_at) for row in rows)
    begin, end = min(first, now), max(last, now) + timedelta(hours=6)
    length = max((end - begin).total_seconds(), 1.0)

    def x(moment: datetime) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * (moment - begin).total_seconds() / length, 1)

    bars = [
        Bar(
            title=row.title,
            state=row.state,
            y=_TOP + number * ROW,
            start_x=x(row.start),
            due_x=x(row.due_at),
            met_x=x(row.met_at) if row.met_at else None,
            due_on=row.due_at.astimezone(OSLO).date(),
        )
        for number, row in enumerate(rows)
    ]
    now_x = x(now)
    return Line(bars, _TOP + len(rows) * ROW + 8, now_x, now_x > WIDTH / 2)
