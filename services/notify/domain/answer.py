"""What somebody wrote back by mail: words for the person the letter named, and for nobody else.

The event says that there is an answer; the words lie here, under the case's key.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from pydantic import AwareDatetime

from services.notify.domain.with_tasks import WithTasks
from shared.identifiers import derived_id

TASK = "letter-answered"


def answer_id(letter_id: str, fingerprint: str) -> str:
    """The same mail, handed over twice, is one answer."""
    return derived_id("answer", letter_id, fingerprint)


class Answer(WithTasks):
    """One mail from the reader of a letter. `unreadable` is why nobody could take it apart, as a code."""

    letter_id: str
    received_at: AwareDatetime
    text: str = ""
    attachments: int = 0
    unreadable: str | None = None
    raw: str | None = None
    """What came, as base64, where it could not be read."""
    read_at: AwareDatetime | None = None
    read_by: str | None = None

    def clear(self) -> Mapping[str, Any]:
        return {
            "case_id": self.case_id,
            "school_id": self.school_id,
            "letter_id": self.letter_id,
            "received_at": self.received_at,
            "waits": self.read_at is None,
            "unreadable": self.unreadable,
        }

    def arrived(self, *, owner_id: str) -> Self:
        """Tell whoever the letter named that there is an answer."""
        self._open_task(TASK, at=self.received_at, owner_id=owner_id, path=f"/letters/answers/{self.id}")
        return self

    def read(self, *, by: str, at: datetime) -> None:
        """Somebody has read it and takes it from here; read twice is read once."""
        if self.read_at is None:
            self.read_at, self.read_by = at, by
            self._close_tasks(TASK, at=at, by=by)
