"""What Statsforvalteren asks of a school in a case, or orders; its deadline and what follows (row L2)."""

from datetime import date
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

Kind = Literal["information", "order"]


class _Part(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)


class FollowUp(_Part):
    """One thing that somebody does because of it."""

    id: str
    what: str
    person_id: str
    due_on: date
    done_at: AwareDatetime | None = None
    done_by: str | None = None


class OversightDemand(_Part):
    """All that is known (`information`, § 12-6: to be handed over) or what is to be done (`order`).

    The deadline stands in the letter and is nobody else's to count.
    """

    id: str
    kind: Kind
    received_on: date
    deadline: date
    what: str
    by: str
    at: AwareDatetime
    follow_ups: list[FollowUp] = Field(default_factory=list)
    answered_on: date | None = None
    answer: str | None = None
    answered_by: str | None = None

    @property
    def open(self) -> bool:
        return self.answered_on is None
