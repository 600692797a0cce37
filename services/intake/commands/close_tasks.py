"""Order: take things off the list that are done, or no longer needed."""

import asyncio
from collections.abc import Collection

from services.intake.domain.task import Outcome
from services.intake.storage.house import Intake


async def close_tasks(
    case_id: str,
    codes: Collection[str],
    *,
    house: Intake,
    about: str | None = None,
    by: str | None = None,
    outcome: Outcome = "done",
) -> int:
    """Close the case's open tasks of these codes; with `about`, only those about nobody or this person."""
    query: dict[str, object] = {"case_id": case_id, "open": True, "code": {"$in": list(codes)}}
    if about is not None:
        query["about"] = {"$in": [about, None]}
    now = house.clock.now()
    ids = await house.tasks.ids(query)
    closed = await asyncio.gather(
        *(house.tasks.change(id_, lambda it: it.close(now, by=by, outcome=outcome), by=by) for id_ in ids)
    )
    return sum(closed)
