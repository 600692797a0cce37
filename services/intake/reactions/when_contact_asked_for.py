"""The family has asked for something: it stands on the list of the one who answers.

The command has put it there already. This is what is left when a process died in between.
"""

from services.intake.commands.ask_for_contact import put_on_list
from services.intake.storage.house import Intake
from shared.contracts.envelope import Heard
from shared.contracts.intake import ContactAskedForV1


async def when_contact_asked_for(heard: Heard[ContactAskedForV1], *, house: Intake) -> None:
    case = await house.cases.get(heard.event.case_id)
    request = next((one for one in case.requests if one.id == heard.event.request_id), None) if case else None
    if case is None or request is None or request.answered_at is not None:
        return
    await put_on_list(case, request, house=house)
