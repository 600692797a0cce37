"""Random bytes from the operating system, a page at a time: a call each is dear on virtual machines."""

import os

_PAGE_BYTES = 4096
_page = b""
_at = 0


def random_bytes(count: int) -> bytes:
    """`count` unpredictable bytes (at most 4,096), each given out once. Not for use after a fork."""
    global _page, _at  # noqa: PLW0603 - one page for the process is the point
    if _at + count > len(_page):
        _page, _at = os.urandom(_PAGE_BYTES), 0
    taken = _page[_at : _at + count]
    _at += count
    return taken
