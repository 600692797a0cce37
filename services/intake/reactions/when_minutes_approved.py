"""Approved minutes become the case's facts, accounts and agreements; so does what is added (R7, R11).

What the school said it would look into, and what it heard that it did not know, become steps of the
investigation (rows R18, R30): each knows its id, so once.
"""

from services.intake.domain.case import Case
from services.intake.domain.case_parts import Account, Agreement, Fact
from services.intake.domain.course_parts import Step
from services.intake.storage.house import Intake
from shared.contracts.envelope import Heard
from shared.contracts.meetings import CaseMinutesApprovedV1, CaseMinutesWords, MinutesAddedToV1
from shared.errors import NotYet
from shared.identifiers import derived_id
from shared.storage.store import Gone


async def when_minutes_approved(heard: Heard[CaseMinutesApprovedV1], *, house: Intake) -> None:
    """Each fact is recorded once, with its source and criteria."""

    def decide(case: Case) -> None:
        if case.hears(heard):
            _take_in(case, heard.event, _words_of(heard))
            case.next_meeting_missing = heard.event.next_meeting_on is None

    def look_into(case: Case) -> None:
        _look_into(case, heard.event, _words_of(heard))

    try:
        await house.cases.change(heard.event.case_id, decide, by=heard.event.by)
        if _words_of(heard).examinations:
            await house.cases.change(heard.event.case_id, look_into, by=heard.event.by)
    except Gone:
        raise NotYet(heard.event.case_id) from None


async def when_minutes_added_to(heard: Heard[MinutesAddedToV1], *, house: Intake) -> None:
    """A fact or an account that came after the minutes; most additions are neither."""
    if not heard.words:
        return

    def decide(case: Case) -> None:
        if case.hears(heard):
            _take_in(case, heard.event, _words_of(heard))

    try:
        await house.cases.change(heard.event.case_id, decide, by=heard.event.by)
    except Gone:
        raise NotYet(heard.event.case_id) from None


Told = CaseMinutesApprovedV1 | MinutesAddedToV1


def _words_of(heard: Heard[CaseMinutesApprovedV1] | Heard[MinutesAddedToV1]) -> CaseMinutesWords:
    return heard.words if isinstance(heard.words, CaseMinutesWords) else CaseMinutesWords()


def _take_in(case: Case, event: Told, words: CaseMinutesWords) -> None:
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


def _look_into(case: Case, event: Told, words: CaseMinutesWords) -> None:
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
