"""The school owner helps in a case, or helps no more: access begins and ends with it (row R38)."""

from services.intake.commands.settle_access import settle_access
from services.intake.storage.house import Intake
from shared.contracts.envelope import Heard
from shared.contracts.escalation import AssistanceEndedV1, AssistanceGivenV1
from shared.errors import Hidden, NotYet


async def when_assistance_given(heard: Heard[AssistanceGivenV1], *, house: Intake) -> None:
    """Whoever helps may see the case, unless it concerns them; an end heard before this stays the end."""
    event = heard.event
    try:
        await settle_access(
            event.case_id, lambda it: it.owner_helps(event.assistance_id, event.person_id), house=house
        )
    except Hidden:
        raise NotYet(event.case_id) from None


async def when_assistance_ended(heard: Heard[AssistanceEndedV1], *, house: Intake) -> None:
    event = heard.event
    try:
        await settle_access(
            event.case_id,
            lambda it: it.owner_helps_no_more(event.assistance_id, event.person_id),
            house=house,
        )
    except Hidden:
        raise NotYet(event.case_id) from None
