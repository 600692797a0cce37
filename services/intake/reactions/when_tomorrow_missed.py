"""The tick did not come: the card says so, to the colleague and to the family alike."""

from services.intake.storage.house import Intake
from shared.contracts.envelope import Heard
from shared.contracts.escalation import TomorrowMissedV1
from shared.errors import Hidden, NotYet
from shared.storage.store import Gone


async def when_tomorrow_missed(heard: Heard[TomorrowMissedV1], *, house: Intake) -> None:
    event = heard.event
    try:
        await house.cases.change(event.case_id, lambda it: it.miss_tomorrow(event.card_id, event.at))
    except Gone:
        raise NotYet(event.case_id) from None
    except Hidden:
        raise NotYet(event.card_id) from None
