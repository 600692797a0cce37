"""What meetings hears, and what each makes it do."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from services.meetings.reactions.when_case_opened import when_cases_opened
from services.meetings.reactions.when_examined import when_examined
from services.meetings.reactions.when_letter_ended import when_letter_ended
from services.meetings.reactions.when_meeting_changed import when_meeting_changed, when_meeting_held
from services.meetings.reactions.when_minutes_approved import when_minutes_approved
from services.meetings.storage.house import House
from shared.contracts.envelope import Heard
from shared.contracts.intake import CaseOpenedV1, InvestigationStepChangedV1
from shared.contracts.meetings import (
    CaseMinutesApprovedV1,
    GroupMinutesApprovedV1,
    MeetingCalledV1,
    MeetingCancelledV1,
    MeetingHeldV1,
    MeetingMovedV1,
)
from shared.contracts.notify import LetterByHandV1, LetterSentV1, LetterUndeliverableV1
from shared.messaging.consuming import On


def subscriptions(house: House) -> list[On[Any]]:
    """The table; directory and access bring their own lines."""
    changed, held = _one(when_meeting_changed, house), _one(when_meeting_held, house)
    letter, minuted = _one(when_letter_ended, house), _one(when_minutes_approved, house)
    return [
        On(CaseOpenedV1, batch=_many(when_cases_opened, house)),
        On(InvestigationStepChangedV1, batch=_many(when_examined, house)),
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
