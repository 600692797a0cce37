import asyncio

from services.escalation.commands.keep_posted import keep_posted
from services.escalation.domain.clock_values import ClockCode
from services.escalation.reactions.starting import as_promised, start, term_for
from services.escalation.storage.case_facts import CaseFact
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.intake import CaseOpenedV1


async def when_case_opened(heard: Heard[CaseOpenedV1], *, house: Escalation) -> None:
    """A case of one pupil: contact with who told (C1), a first meeting (C2), a plan (C5), then news (C7).

    The same clocks whoever told, parent or staff (R3, R4). A group case has meetings of its own.
    """
    event = heard.event
    await house.cases.note(CaseFact.model_validate(event.model_dump()), heard.seq)
    if heard.republished or event.kind != "individual":
        return
    contact = await as_promised(ClockCode.CONTACT, event, event.reported_at, event.contact_by, house)
    meeting = await term_for(ClockCode.FIRST_MEETING, event, event.reported_at, house)
    knew_at = min(event.raised_with_rektor_at, event.reported_at)
    plan = await term_for(ClockCode.PLAN, event, knew_at, house)
    clocks = [(ClockCode.CONTACT, contact), (ClockCode.FIRST_MEETING, meeting), (ClockCode.PLAN, plan)]
    if event.concerns != "pupils":
        # § 12-5: decide at once whether the owner is told; undecided after two hours it is said again (C8).
        offends = await term_for(ClockCode.STAFF_OFFENDS, event, event.at, house)
        clocks.append((ClockCode.STAFF_OFFENDS, offends))
    await asyncio.gather(
        keep_posted(event.case_id, house=house),
        *(
            start(code, event, term, subject_id=event.case_id, house=house, owner_id=event.handler_id)
            for code, term in clocks
        ),
    )
