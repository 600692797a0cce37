"""An answer that somebody's calendar gave to an invitation: told once to whoever owns the meeting."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, Self

from pydantic import AwareDatetime

from shared.contracts.notify import CalendarReplyReceivedV1
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

PartStat = Literal["accepted", "declined", "tentative"]


def calendar_reply_id(invitation_id: str, *, sequence: int, dtstamp: datetime, partstat: PartStat) -> str:
    """The same answer, mailed twice, is one."""
    return derived_id("calendar-reply", invitation_id, str(sequence), dtstamp.isoformat(), partstat)


class CalendarReply(Aggregate):
    case_id: str
    school_id: str
    meeting_id: str
    invitation_id: str
    person_id: str
    partstat: PartStat
    sequence: int
    dtstamp: AwareDatetime

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id, "invitation_id": self.invitation_id}

    def scope(self) -> str:
        return self.case_id

    def received(self, at: datetime) -> Self:
        said = self.model_dump(exclude={"id", "heard"})
        self._record(CalendarReplyReceivedV1(**said, at=at))
        return self
