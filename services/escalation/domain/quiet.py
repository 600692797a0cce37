"""What is said at once, and what waits for the owner's digest; what may be silenced, and by whom.

A smoke alarm that goes off for toast is taken down. Serious things are always said at once and apart.
"""

from services.escalation.domain.clock import Clock
from services.escalation.domain.clock_values import ClockCode

SERIOUS = frozenset(
    {
        ClockCode.STAFF_OFFENDS,
        ClockCode.DECISION,
        ClockCode.ACKNOWLEDGE,
        ClockCode.NEXT_ACTION,
        ClockCode.DEVIATION,
    }
)
"""About a serious case, or somebody's safety: never in a digest, silenced only by two people."""
NEVER_SILENT = frozenset({ClockCode.STAFF_OFFENDS})
"""Somebody's safety now: nobody can silence it."""


def is_serious(clock: Clock) -> bool:
    return clock.code in SERIOUS
