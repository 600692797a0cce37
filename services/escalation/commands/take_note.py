"""Take note of what happened, and let the clocks stand that waited for it."""

from collections.abc import Callable

from services.escalation.commands.start_clock import WAITS_FOR, look_again
from services.escalation.domain.clock import Clock, keeps
from services.escalation.domain.happened import Happened
from services.escalation.storage.house import Escalation


async def take_note(happened: Happened, *, seq: int, house: Escalation) -> None:
    """Keep it under its own id, then look at the case's clocks; an older word than the known one is void."""
    counts = await house.happenings.note(happened, seq)
    codes = [str(code) for code, kinds in WAITS_FOR.items() if counts.kind in kinds]
    clocks = await house.clocks.find({"case_id": counts.case_id, "code": {"$in": codes}})
    for clock in clocks:
        if counts.withdrawn:
            await house.clocks.change(clock.id, _reopened(counts, house))
            await look_again(clock.id, house=house)
        elif clock.state == "running" and keeps(clock, counts):
            await house.clocks.change(clock.id, _kept(counts))


def _kept(happened: Happened) -> Callable[[Clock], None]:
    return lambda clock: clock.keep(happened)


def _reopened(happened: Happened, house: Escalation) -> Callable[[Clock], None]:
    return lambda clock: clock.reopen(happened, max(happened.at, house.clock.now()))
