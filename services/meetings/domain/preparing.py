"""What the school prepares before a meeting, and what is still missing of it, as codes.

Everything may be left open: what is missing stands on one list beside the meeting.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from services.meetings.domain.kinds import KINDS
from services.meetings.domain.people import Participant, on_side
from shared.contracts.meetings import MeetingKind, Mode

Text = Annotated[str, Field(max_length=4000)]
Line = Annotated[str, Field(max_length=500)]
Id = Annotated[str, Field(max_length=60)]

A_COLLEAGUE_TOO = 2


class FollowUp(BaseModel):
    """How the pupil is looked after from now on: by whom, to be seen to on a day (R42)."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    owner_id: Id
    on: date
    measures: Text | None = None


class Preparation(BaseModel):
    """What happened and what follows (R10); the talk card: how we open, what we know, our support (R39)."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    what_happened: Text | None = None
    what_we_do_now: Text | None = None
    next_contact_on: date | None = None
    opening: Text | None = None
    support: Text | None = None
    lead_id: Id | None = None
    facts: Annotated[list[Id], Field(max_length=40)] = []
    surveys_checked: bool = False
    follow_up: FollowUp | None = None
    shared_at: datetime | None = Field(default=None, description="since when the family may read it")


class Consent(BaseModel):
    """One guardian has said yes to sitting at the table with the other family."""

    person_id: str
    by: str
    at: datetime


def gaps_before(
    kind: MeetingKind,
    prepared: Preparation,
    participants: Collection[Participant],
    *,
    mode: Mode,
    reason: str | None,
    late: bool,
    surveys: Collection[str],
    called_by_phone: bool,
) -> list[str]:
    """The codes of what is missing before this kind of meeting, in the order of the page.

    `surveys` are the linked facts that come from a survey: they count once somebody has checked them (R40).
    """
    found = []
    if mode != "physical" and not reason:
        found.append("mode-reason")
    if late and not reason:
        found.append("late-reason")
    if kind in ("school_initiated", "guardians_offending"):
        found += [] if called_by_phone else ["call-first"]
        found += _written(kind, prepared)
    if kind == "guardians_offending":
        found += _talk_card(prepared, surveys)
    if KINDS[kind].hard and len(on_side([*participants], "school")) < A_COLLEAGUE_TOO:
        found.append("colleague")
    return found


def _written(kind: MeetingKind, prepared: Preparation) -> list[str]:
    if kind != "school_initiated":
        return []
    return [
        code
        for code, there in (
            ("what-happened", prepared.what_happened),
            ("what-we-do-now", prepared.what_we_do_now),
            ("next-contact", prepared.next_contact_on),
        )
        if not there
    ]


def _talk_card(prepared: Preparation, surveys: Collection[str]) -> list[str]:
    found = [] if prepared.facts else ["linked-fact"]
    if surveys and not prepared.surveys_checked:
        found.append("survey-unchecked")
    return found + [
        code
        for code, there in (
            ("opening", prepared.opening),
            ("support", prepared.support),
            ("lead", prepared.lead_id),
            ("follow-up", prepared.follow_up),
        )
        if not there
    ]
