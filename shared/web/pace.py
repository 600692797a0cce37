"""How often something comes from one place: a count in this process's memory, gone when it is over.

In memory and not in the database, on purpose: an address is personal data, and keeping a trace of who
told without a name is the one thing that must not happen. Each process counts for itself; what is allowed
is thus at most the limit times the number of processes. Addresses are not kept as they are either, but as
a fingerprint under a key that this process drew when it started.
"""

import hashlib
import os
import time
from collections import OrderedDict, deque
from collections.abc import Callable

from starlette.requests import Request

MOST_PLACES = 10_000


class Pace:
    """At most `limit` in `per_s` seconds of machine time from each place."""

    def __init__(self, *, limit: int, per_s: float, now: Callable[[], float] = time.monotonic) -> None:
        self._limit = limit
        self._per_s = per_s
        self._now = now
        self._key = os.urandom(32)
        self._came: OrderedDict[bytes, deque[float]] = OrderedDict()

    def within(self, place: str) -> bool:
        """Count this one, and say whether it is still within the pace."""
        now = self._now()
        came = self._came.setdefault(self._fingerprint(place), deque())
        self._came.move_to_end(self._fingerprint(place))
        while came and came[0] <= now - self._per_s:
            came.popleft()
        if len(self._came) > MOST_PLACES:
            self._came.popitem(last=False)
        if len(came) >= self._limit:
            return False
        came.append(now)
        return True

    def _fingerprint(self, place: str) -> bytes:
        return hashlib.blake2b(place.encode(), key=self._key, digest_size=16).digest()


def place_of(request: Request) -> str:
    """Where a request comes from, to be counted and forgotten; never to be logged."""
    return request.client.host if request.client else ""
