"""The clocks of one case, in the order they are due, with the week of § 12-6 beside them."""

from dataclasses import dataclass

from services.escalation.domain.clock import Clock
from services.escalation.domain.tomorrow import TomorrowWatch
from services.escalation.storage.case_facts import CaseFact
from services.escalation.storage.house import Escalation
from shared.calendar import Section126Dates, section_12_6_dates


@dataclass(frozen=True)
class CaseClocks:
    case: CaseFact | None
    clocks: list[Clock]
    watches: list[TomorrowWatch]
    section_12_6: Section126Dates | None
    """Both readings; the law's, not the municipality's, and no clock of ours."""


async def clocks_of(case_id: str, *, house: Escalation) -> CaseClocks:
    clocks = await house.clocks.find({"case_id": case_id})
    watches = await house.watches.find({"case_id": case_id})
    case = await house.cases.get(case_id)
    individual = case is not None and case.kind == "individual"
    return CaseClocks(
        case=case,
        clocks=sorted(clocks, key=lambda clock: (clock.term.due_at, clock.id)),
        watches=watches,
        section_12_6=section_12_6_dates(case.raised_with_rektor_at) if case and individual else None,
    )
