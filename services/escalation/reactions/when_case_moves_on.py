from services.escalation.commands.assist import end_assistance
from services.escalation.commands.end_case import end_case, hand_case_over
from services.escalation.commands.keep_posted import keep_posted
from services.escalation.commands.take_note import take_note
from services.escalation.domain.clock_values import ClockCode
from services.escalation.domain.happened import Happened
from services.escalation.reactions.starting import start, term_for
from services.escalation.storage.case_facts import CaseFact
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.intake import (
    CaseAssessedV1,
    CaseClosedV1,
    CaseHandedOverV1,
    CaseMovedV1,
    CaseReopenedV1,
)


async def when_case_closed(heard: Heard[CaseClosedV1], *, house: Escalation) -> None:
    """The case is closed: its clocks stand still, but for what is owed to people all the same."""
    await end_case(_end(heard), seq=heard.seq, house=house)
    await end_assistance(heard.event.case_id, at=heard.event.at, house=house)


async def when_case_assessed(heard: Heard[CaseAssessedV1], *, house: Escalation) -> None:
    """Assessed, no case: as when it is closed. A case that is one goes on."""
    if heard.event.outcome == "no_case":
        await end_case(_end(heard), seq=heard.seq, house=house)
        await end_assistance(heard.event.case_id, at=heard.event.at, house=house)


async def when_case_reopened(heard: Heard[CaseReopenedV1], *, house: Escalation) -> None:
    """It goes on: what was withdrawn stays so, and the plan is due anew (C5)."""
    event = heard.event
    await end_case(_end(heard, withdrawn=True), seq=heard.seq, house=house)
    if heard.republished:
        return
    await start(
        ClockCode.PLAN,
        event,
        await term_for(ClockCode.PLAN, event, event.at, house),
        subject_id=event.case_id,
        key=heard.id,
        house=house,
        owner_id=event.handler_id,
    )
    # It runs from when the case goes on, whoever was talked to before.
    goes_on = Happened(id=heard.id, kind="talk", case_id=event.case_id, at=event.at)
    await take_note(goes_on, seq=heard.seq, house=house)
    await keep_posted(event.case_id, house=house)


async def when_case_moved(heard: Heard[CaseMovedV1] | Heard[CaseHandedOverV1], *, house: Escalation) -> None:
    """Another school, or another of its staff, has it: they are told from now on, at the same times."""
    event = heard.event
    known = await house.cases.get(event.case_id)
    if known is not None:
        changed = {"school_id": event.school_id, "handler_id": event.handler_id}
        await house.cases.note(CaseFact.model_validate(known.model_dump() | changed), heard.seq)
    await hand_case_over(event, house=house)


def _end(
    heard: Heard[CaseClosedV1] | Heard[CaseAssessedV1] | Heard[CaseReopenedV1], *, withdrawn: bool = False
) -> Happened:
    event = heard.event
    return Happened(
        id=f"{event.case_id}:end", kind="end", case_id=event.case_id, at=event.at, withdrawn=withdrawn
    )
