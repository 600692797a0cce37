"""What meetings hears, and what each makes it do."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from services.meetings.reactions.when_calendar_replied import when_calendar_replied
from services.meetings.reactions.when_case_goes_on import when_case_goes_on, when_measures_change
from services.meetings.reactions.when_case_opened import when_cases_opened
from services.meetings.reactions.when_examined import when_examined
from services.meetings.reactions.when_fact_recorded import when_facts_recorded
from services.meetings.reactions.when_letter_ended import when_letter_ended
from services.meetings.reactions.when_meeting_changed import when_meeting_changed, when_meeting_held
from services.meetings.reactions.when_minutes_approved import when_minutes_approved
from services.meetings.storage.house import House
from shared.contracts.envelope import Heard
from shared.contracts.intake import (
    CaseAssessedV1,
    CaseClosedV1,
    CaseOpenedV1,
    CaseReceivedV1,
    CaseReopenedV1,
    ContactLoggedV1,
    EvaluationRecordedV1,
    FactRecordedV1,
    InvestigationStepChangedV1,
    MeasureChangedV1,
    PlanActivatedV1,
    PlanChangedV1,
    TomorrowPlannedV1,
    TomorrowTickedV1,
)
from shared.contracts.meetings import (
    CaseMinutesApprovedV1,
    GroupMinutesApprovedV1,
    MeetingCalledV1,
    MeetingCancelledV1,
    MeetingHeldV1,
    MeetingMovedV1,
    ParticipantsChangedV1,
)
from shared.contracts.notify import (
    CalendarReplyReceivedV1,
    LetterByHandV1,
    LetterSentV1,
    LetterUndeliverableV1,
)
from shared.messaging.consuming import On

# What somebody who reads up on a case before a meeting is shown that it happened.
POINTED_TO = (
    CaseOpenedV1,
    CaseReceivedV1,
    CaseAssessedV1,
    CaseClosedV1,
    CaseReopenedV1,
    ContactLoggedV1,
    FactRecordedV1,
    InvestigationStepChangedV1,
    TomorrowPlannedV1,
    TomorrowTickedV1,
    PlanActivatedV1,
    PlanChangedV1,
    MeasureChangedV1,
    EvaluationRecordedV1,
    MeetingCalledV1,
    MeetingMovedV1,
    MeetingCancelledV1,
    MeetingHeldV1,
    CaseMinutesApprovedV1,
)


def subscriptions(house: House) -> list[On[Any]]:
    """The table; directory and access bring their own lines."""
    changed, held = _one(when_meeting_changed, house), _one(when_meeting_held, house)
    goes_on = _many(when_case_goes_on, house)
    letter, minuted = _one(when_letter_ended, house), _one(when_minutes_approved, house)
    return [
        On(CaseOpenedV1, batch=_many(when_cases_opened, house)),
        On(InvestigationStepChangedV1, batch=_many(when_examined, house)),
        On(FactRecordedV1, batch=_many(when_facts_recorded, house)),
        On(MeasureChangedV1, batch=_many(when_measures_change, house)),
        *(On(contract, batch=goes_on) for contract in POINTED_TO),
        On(CalendarReplyReceivedV1, react=_one(when_calendar_replied, house)),
        On(ParticipantsChangedV1, react=changed),
        On(MeetingCalledV1, react=changed),
        On(MeetingMovedV1, react=changed),
        On(MeetingCancelledV1, react=changed),
        On(MeetingHeldV1, react=held),
        On(CaseMinutesApprovedV1, react=minuted),
        On(GroupMinutesApprovedV1, react=minuted),
        On(LetterSentV1, react=letter),
        On(LetterUndeliverableV1, react=letter),
        On(LetterByHandV1, react=letter),
    ]


def _one(reaction: Callable[..., Awaitable[None]], house: House) -> Callable[[Heard[Any]], Awaitable[None]]:
    async def react(heard: Heard[Any]) -> None:
        await reaction(heard, house=house)

    react.__name__ = reaction.__name__
    return react


def _many(
    reaction: Callable[..., Awaitable[None]], house: House
) -> Callable[[Sequence[Heard[Any]]], Awaitable[None]]:
    async def react(heard: Sequence[Heard[Any]]) -> None:
        await reaction(heard, house=house)

    react.__name__ = reaction.__name__
    return react
