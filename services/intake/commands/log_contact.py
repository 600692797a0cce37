"""Order: note that somebody at the school was in touch with a person at home, or tried (row R25)."""

from dataclasses import dataclass

from services.intake.commands.close_tasks import close_tasks
from services.intake.domain.case import Case
from services.intake.domain.case_parts import Contact, Means
from services.intake.storage.house import Intake
from shared.identifiers import derived_id
from shared.web.idempotency import scoped_key

CONTACT_TASKS = ("contact-reporter", "contact-home", "ring-asked")


@dataclass(frozen=True)
class LogContact:
    case_id: str
    person_id: str
    means: Means
    reached: bool
    by: str
    note: str | None = None
    key: str | None = None
    """The press of the button; without one, the same again within the minute is the same."""
    leads: bool = False
    """Whether leadership did it, which is also having taken the case on."""


async def log_contact(command: LogContact, *, house: Intake) -> None:
    """Keep it; once the person was reached, what stood on a list about ringing them is done."""
    now = house.clock.now()
    told = (command.person_id, command.means, str(command.reached), command.note or "")
    key = command.key or derived_id("key", *told, f"{now:%Y-%m-%dT%H:%M}")
    contact = Contact(
        id=derived_id("contact", command.case_id, scoped_key(command.by, key)),
        person_id=command.person_id,
        means=command.means,
        reached=command.reached,
        by=command.by,
        at=now,
        note=command.note,
    )

    def decide(case: Case) -> list[str]:
        if command.leads:
            case.receive(command.by, contact.at)
        case.log_contact(contact)
        if not contact.reached or contact.means != "phone":
            return []
        waiting = [
            one.id
            for one in case.requests
            if one.wish == "ring" and one.person_id == contact.person_id and one.answered_at is None
        ]
        for request_id in waiting:
            case.answer(request_id, contact.by, contact.at)
        return waiting

    await house.cases.change(command.case_id, decide, by=command.by)
    if command.reached:
        await close_tasks(command.case_id, CONTACT_TASKS, about=command.person_id, by=command.by, house=house)
