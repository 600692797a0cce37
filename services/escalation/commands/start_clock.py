"""Start a clock, and let it stand at once if what it waits for has happened already."""

from collections.abc import Callable, Sequence
from datetime import datetime

from services.escalation.domain.clock import Clock, keeps
from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.happened import Happened, Kind
from services.escalation.storage.house import Escalation

WAITS_FOR: dict[ClockCode, tuple[Kind, ...]] = {
    ClockCode.CONTACT: ("contact",),
    ClockCode.FIRST_MEETING: ("meeting",),
    ClockCode.MINUTES: ("minutes",),
    ClockCode.NEXT_MEETING: ("meeting",),
    ClockCode.STAFF_OFFENDS: ("decision",),
    ClockCode.PLAN: ("plan",),
    ClockCode.EVALUATION: ("evaluation",),
    ClockCode.UPDATE: ("contact", "talk"),
    ClockCode.GROUP_INVITATION: ("meeting",),
    ClockCode.ACKNOWLEDGE: ("acknowledgement",),
    ClockCode.ABSENT_INFORMED: ("letter",),
    ClockCode.ANSWER: ("contact", "meeting"),
    ClockCode.PROMISE: ("task",),
    ClockCode.DECISION: ("decision",),
    ClockCode.DEVIATION: ("assessment",),
    ClockCode.NEXT_ACTION: ("acknowledgement", "action"),
}


async def start_clock(clock: Clock, *, house: Escalation) -> None:
    """Store it if it is new; a repeat changes nothing.

    What happened is written before clocks are looked for (`take_note`), and a clock is written before what
    happened is looked for: whichever of the two comes last sees the other.
    """
    await house.clocks.add(clock)
    known = await house.happenings.in_case(clock.case_id, *WAITS_FOR.get(clock.code, ()), "end")
    await _keep_by(clock.id, [one for one in known if one.kind != "end"], house)
    for end in known:
        # The case has ended already: events of its other parts may be heard after its own last one.
        if end.kind == "end" and not end.withdrawn and clock.ends_with_case(end.at):
            await house.clocks.change(clock.id, _withdrawn(end.at))


async def look_again(clock_id: str, *, house: Escalation) -> None:
    """Keep the clock by what is known to have happened, if any of it does."""
    clock = await house.clocks.get(clock_id)
    if clock is not None and clock.code in WAITS_FOR:
        known = await house.happenings.in_case(clock.case_id, *WAITS_FOR[clock.code])
        await _keep_by(clock_id, known, house)


async def _keep_by(clock_id: str, known: Sequence[Happened], house: Escalation) -> None:
    """Nearly always nothing is known yet, and the clock need not be read again."""
    clock = await house.clocks.get(clock_id) if known else None
    if clock is None or clock.state != "running":
        return
    for happened in sorted(known, key=lambda one: one.at):
        if keeps(clock, happened):
            await house.clocks.change(clock_id, _kept_by(happened))


def _withdrawn(at: datetime) -> Callable[[Clock], None]:
    return lambda clock: clock.withdraw(at)


def _kept_by(happened: Happened) -> Callable[[Clock], None]:
    return lambda clock: clock.keep(happened)
