"""What escalation's clock orders: clocks that ring, cards that were not ticked, notices that go on."""

from functools import partial

from services.escalation.commands.advance_notice import run_out
from services.escalation.commands.keep_quiet import send_digest
from services.escalation.commands.miss_tomorrow import miss_tomorrow
from services.escalation.commands.ring_clock import ring_clock
from services.escalation.commands.try_chains import try_chains
from services.escalation.storage.house import Escalation
from shared.timers import Due


def dues(house: Escalation) -> list[Due]:
    """The child at the gate first."""
    return [
        Due(house.watches, partial(miss_tomorrow, house=house)),
        Due(house.notices, partial(run_out, house=house)),
        Due(house.preflights, partial(try_chains, house=house)),
        Due(house.digests, partial(send_digest, house=house)),
        Due(house.clocks, partial(ring_clock, house=house)),
    ]
