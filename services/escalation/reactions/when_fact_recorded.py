from services.escalation.domain.suggestion import RecordedFact, Suggestion
from services.escalation.queries.who_is_told import (
    first_owner_contact,
    leader_of,
    leader_of_case,
)
from services.escalation.storage.house import Escalation
from shared.clock import OSLO
from shared.contracts.envelope import CaseEvent, Heard
from shared.contracts.intake import FactRecordedV1
from shared.errors import NotYet


async def when_fact_recorded(heard: Heard[FactRecordedV1], *, house: Escalation) -> None:
    """A fact that may meet a criterion: ask the rektor, or who acts in that place, to decide (R36).

    Guarded by the fact's own id: a fact put back from the dead letters late must not be lost because
    later ones of its case were heard before it.
    """
    event = heard.event
    if not event.criteria or heard.republished:
        return
    fact = RecordedFact(
        fact_id=event.fact_id,
        criteria=event.criteria,
        recorded_at=event.at,
        occurred_on=event.occurred_on,
        text=heard.words.text if heard.words else "",
    )
    await ask_if_serious(event, fact, house=house)


async def ask_if_serious(event: CaseEvent, fact: RecordedFact, *, house: Escalation) -> None:
    """Note it, and ask whoever leads the school that day if the criteria are met now."""
    now = house.clock.now()
    today = now.astimezone(OSLO).date()
    case = await house.cases.get(event.case_id)
    if case is None:
        decider = await leader_of(event.school_id, today, house.directory)
    else:
        decider = await leader_of_case(case, today, house.directory)
    decider = decider or await first_owner_contact(today, house.directory)
    if decider is None:
        raise NotYet(event.school_id)
    criteria = await house.books.criteria()
    await house.suggestions.change(
        Suggestion.id_for(event.case_id),
        lambda it: it.take(fact, criteria=criteria, decider_id=decider, at=now),
        new=lambda: Suggestion.about(event.case_id, event.school_id),
    )
