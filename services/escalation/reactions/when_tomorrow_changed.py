from services.escalation.domain.tomorrow import TomorrowWatch
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.intake import TomorrowPlannedV1, TomorrowTickedV1, TomorrowWithdrawnV1


async def when_tomorrow_planned(heard: Heard[TomorrowPlannedV1], *, house: Escalation) -> None:
    """Watch until the card's alert time; a tick that came first is known under the same id."""
    event = heard.event
    if heard.republished:
        return
    await house.watches.change(
        TomorrowWatch.id_for(event.card_id),
        lambda watch: watch.plan(heard),
        new=lambda: TomorrowWatch.of(event),
    )


async def when_tomorrow_ticked(heard: Heard[TomorrowTickedV1], *, house: Escalation) -> None:
    event = heard.event
    await house.watches.change(
        TomorrowWatch.id_for(event.card_id),
        lambda watch: watch.tick(heard),
        new=lambda: TomorrowWatch.of(event),
    )


async def when_tomorrow_withdrawn(heard: Heard[TomorrowWithdrawnV1], *, house: Escalation) -> None:
    event = heard.event
    await house.watches.change(
        TomorrowWatch.id_for(event.card_id),
        lambda watch: watch.withdraw(heard),
        new=lambda: TomorrowWatch.of(event),
    )
