"""How long to wait before a letter, or the mail server, is tried again: machine time, with jitter."""

import random
from datetime import datetime, timedelta

SERVER_ASKED_S = 5.0
NOT_KNOWN_S = 0.5
LONGEST_S = 900.0
SERVER_FIRST_S = 0.5
SERVER_LONGEST_S = 15.0


def next_try(attempts: int, *, first_s: float, machine_now: datetime, time_left: timedelta) -> datetime:
    """When a deferred letter is tried again: doubling, and sooner when its use is about to end."""
    wait = min(LONGEST_S, first_s * 2 ** min(attempts, 12))
    if time_left > timedelta(0):
        wait = min(wait, max(1.0, time_left.total_seconds() / 3))
    return machine_now + timedelta(seconds=_jittered(wait))


def server_pause_s(failures: int) -> float:
    """How long all letters wait after the mail server could not be reached so many times in a row."""
    return _jittered(min(SERVER_LONGEST_S, SERVER_FIRST_S * 2 ** min(failures, 8)))


def _jittered(seconds: float) -> float:
    return seconds * random.uniform(0.7, 1.3)  # noqa: S311 - spreads load, keeps no secret
