"""The rektor has let the home be told again (P4): what was held goes, as far as it is still of use."""

import asyncio
from collections.abc import Sequence

from services.notify.storage.post import Post, machine_now
from shared.contracts.access import AccessSnapshotV1
from shared.contracts.envelope import Heard


async def when_hold_ends(heard: Sequence[Heard[AccessSnapshotV1]], *, post: Post) -> None:
    free = sorted({one.event.case_id for one in heard if not one.event.home_held})
    if not free:
        return
    held = await post.letters.find({"case_id": {"$in": free}, "state": "by_hand", "reason": "held"})
    now, soon = post.clock.now(), machine_now()
    await asyncio.gather(
        *(post.letters.change(one.id, lambda it: it.released(at=now, try_at=soon)) for one in held)
    )
