"""The parts of a notice: who was asked and passed over, who took it, what became of each letter."""

from datetime import date
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from services.escalation.domain.chain import SkipReason


class Asked(BaseModel):
    """That somebody was asked; `step` never repeats within a notice, however often the chain is walked."""

    model_config = ConfigDict(frozen=True)

    step: int
    person_id: str
    at: AwareDatetime
    acknowledge_by: AwareDatetime


class Passed(BaseModel):
    model_config = ConfigDict(frozen=True)

    person_id: str
    reason: SkipReason
    at: AwareDatetime


class Acknowledgement(BaseModel):
    """Who has taken it, and what they do next, by when. Words lie sealed with the case."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    person_id: str
    name: str
    next_action: str
    on: date
    at: AwareDatetime
    kept_at: AwareDatetime | None = None


class LetterOutcome(BaseModel):
    """What became of one letter about it, to one recipient (B30)."""

    model_config = ConfigDict(frozen=True)

    letter_id: str
    person_id: str
    outcome: Literal["sent", "bounced", "by_hand"]
    at: AwareDatetime
    reason: str = ""
