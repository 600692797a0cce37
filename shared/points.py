"""Named points at which the chaos suite kills a process; outside of it, nothing happens here.

`SAMSPILL_DIE_AT=relay.after-ack` makes a process started as demo or test kill itself, as `kill -9` would,
the first time it comes to that point.
"""

import os
import signal

_DIE_AT = (
    os.environ.get("SAMSPILL_DIE_AT") if os.environ.get("SAMSPILL_PROFILE") in ("demo", "test") else None
)


def point(name: str) -> None:
    """Pass a named point."""
    if _DIE_AT is not None and name == _DIE_AT:
        os.kill(os.getpid(), signal.SIGKILL)
