"""Approved minutes become the case's facts, accounts and agreements (rows R7, R11).

What the school said it would look into, and what it heard that it did not know, become steps of the
investigation (rows R18, R30): each knows its id, so once.
"""

from services.intake.domain.case import Case
from services.intake.domain.case_parts import Account, Agreement, Fact
from services.intake.domain.course_parts import Step
from services.intake.storage.house import Intake
from shared.contracts.envelope import Heard
from shared.contracts.meetings import CaseMinutesApprovedV1, CaseMinutesWords
from shared.errors import NotYet
from shared.identifiers import derived_id
from shared.storage.store import Gone


async def when_minutes_approved(heard: Heard[CaseMinutesApprovedV1], *, house: Intake) -> None:
    """Each fact is recorded once, with its source and criteria; a later version adds what is new."""
    words = heard.words if isinstance(heard.words, CaseMinutesWords) else CaseMinutesWords()
    event = heard.event

    def decide(case: Case) -> None:
        if not case.hears(heard):
            return
        for fact in words.facts:
            case.record_fact(
                Fact(
                    **fact.model_dump(exclude={"fact_id"}),
                    id=fact.fact_id,
                    recorded_by=event.by,
                    recorded_at=event.at,
                    minutes_id=event.minutes_id,
                )
            )
        for told in words.accounts:
            case.hear_account(
                Account(
                    id=derived_id("account", event.minutes_id, told.party_id),
                    party_id=told.party_id,
                    account=told.account,
                    view=told.view,
                    at=event.at,
                    minutes_id=event.minutes_id,
                )
            )
        for agreed in words.agreements:
            case.agree(
                Agreement(
                    **agreed.model_dump(exclude={"agreement_id"}),
                    id=agreed.agreement_id,
                    at=event.at,
                    minutes_id=event.minutes_id,
                )
            )
        case.next_meeting_missing = event.next_meeting_on is None

    def look_into(case: Case) -> None:
        if case.ended:
            return
        known = {step.id for step in case.steps}
        for one in words.examinations:
            if one.step_id not in known:
                case.take_step(
                    Step(
                        **one.model_dump(exclude={"step_id"}),
                        id=one.step_id,
                        method="other",
                        by=event.by or one.person_id,
                        at=event.at,
                    )
                )

    try:
        await house.cases.change(event.case_id, decide, by=event.by)
        if words.examinations:
            await house.cases.change(event.case_id, look_into, by=event.by)
    except Gone:
        raise NotYet(event.case_id) from None
