"""Where somebody who told without a name comes back to.

A code, a phrase of which only a slow hash is kept, and the conversation with the school, sealed like it.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.intake import ReporterAnsweredV1, ReporterWroteV1
from shared.errors import Conflict
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

FREE_TRIES = 5
LONGEST_WAIT_MIN = 60
MOST_MESSAGES = 200


class Message(BaseModel):
    """One thing written; by whom only where it was the school."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    id: str
    at: AwareDatetime
    by: str | None = None
    text: str


class Mailbox(Aggregate):
    """Its id follows from the code, so that the code opens it and nothing else tells of it."""

    case_id: str
    report_id: str
    school_id: str
    salt: str
    hash: str
    wrong: int = 0
    closed_until: AwareDatetime | None = None
    messages: list[Message] = Field(default_factory=list)

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id}

    def scope(self) -> str:
        return self.case_id

    def may_be_tried(self, at: datetime) -> bool:
        """Not for a while after several wrong phrases: longer each time, an hour at the most."""
        return self.closed_until is None or at >= self.closed_until

    def tried(self, at: datetime, *, right: bool) -> bool:
        """Take note of a try; whether it opens."""
        if not self.may_be_tried(at):
            return False
        if right:
            self.wrong, self.closed_until = 0, None
            return True
        self.wrong += 1
        if self.wrong >= FREE_TRIES:
            minutes = min(2 ** (self.wrong - FREE_TRIES), LONGEST_WAIT_MIN)
            self.closed_until = at + timedelta(minutes=minutes)
        return False

    def write(self, message: Message) -> bool:
        """Add to the conversation; False when the very same stands there."""
        if any(one.id == message.id for one in self.messages):
            return False
        if len(self.messages) >= MOST_MESSAGES:
            raise Conflict("too-many-additions")
        self.messages.append(message)
        said = ReporterWroteV1 if message.by is None else ReporterAnsweredV1
        self._record(said(case_id=self.case_id, school_id=self.school_id, at=message.at, by=message.by))
        return True


def mailbox_id_of(code: str) -> str:
    """The code as people write it: small or large, with or without the hyphen."""
    return derived_id("mailbox", "".join(one for one in code.upper() if one.isalnum()))
