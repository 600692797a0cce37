"""No more letters to one receiving domain than it takes kindly: a burst, then a steady stream.

A domain that says "too fast" (a 4xx about policy or rate) gets half as many for a while. In memory, per
process: a limit is courtesy, and a new process starts with a full burst. Acute letters are never held.
"""

import time
from collections import OrderedDict
from dataclasses import dataclass

DOMAINS_KEPT = 5000
SLOWER_FOR_S = 300.0
_TOO_FAST = "-4.7."


# Where many have their mail. A domain of somebody's own would tell who they are, and is counted as "other".
_KNOWN = frozenset(
    {
        *("gmail.com", "outlook.com", "hotmail.com", "hotmail.no", "live.no", "live.com", "msn.com"),
        *("icloud.com", "me.com", "yahoo.com", "yahoo.no", "online.no", "proton.me", "protonmail.com"),
    }
)


def receiving(address: str) -> str:
    """The receiving domain as a metric may name it."""
    domain = address.rpartition("@")[2].casefold()
    return domain if domain in _KNOWN else "other"


@dataclass(slots=True)
class _Bucket:
    tokens: float
    seen_at: float
    slow_until: float = 0.0


class Pace:
    """`burst` letters at once, then `per_second`, to each domain."""

    def __init__(self, *, burst: int, per_second: float) -> None:
        self._burst = float(burst)
        self._rate = per_second
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def wait_s(self, address: str) -> float:
        """Seconds until a letter to this address may go; zero takes a place in the stream."""
        now = time.monotonic()
        bucket = self._bucket(address, now)
        rate = self._rate / 2 if now < bucket.slow_until else self._rate
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.seen_at) * rate)
        bucket.seen_at = now
        if bucket.tokens >= 1.0:
            bucket.tokens -= 1.0
            return 0.0
        return (1.0 - bucket.tokens) / rate

    def answered(self, address: str, reason: str) -> None:
        """Take note of what the domain said to a letter that it did not take."""
        if _TOO_FAST in reason:
            now = time.monotonic()
            bucket = self._bucket(address, now)
            bucket.tokens, bucket.slow_until = 0.0, now + SLOWER_FOR_S

    def _bucket(self, address: str, now: float) -> _Bucket:
        domain = address.rpartition("@")[2].casefold()
        bucket = self._buckets.get(domain)
        if bucket is None:
            bucket = self._buckets[domain] = _Bucket(self._burst, now)
            if len(self._buckets) > DOMAINS_KEPT:
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end(domain)
        return bucket
