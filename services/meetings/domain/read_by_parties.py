"""What the parties do with minutes: read a draft, comment, say that they have read; nothing is replaced."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, Field

from services.meetings.domain.in_a_case import InACase
from services.meetings.domain.invitation import Delivery
from shared.calendar import add_working_days
from shared.clock import OSLO
from shared.contracts.meetings import MeetingKind, MinutesCommentedV1, MinutesOpenedV1, MinutesSharedV1
from shared.errors import Conflict, Refusal

READ_WITHIN_WORKING_DAYS = 2
MOST_COMMENTS = 100
COMMENT_TO_READ = "comment"


class Comment(BaseModel):
    """What one party wrote to the minutes, before they were approved or after; it stays as it was written."""

    person_id: str
    text: str
    at: datetime
    to_draft: bool


class ReadByParties(InACase):
    """The part of minutes that belongs to those who read them."""

    meeting_id: str
    kind: MeetingKind
    group_id: str | None = None
    shared_at: datetime | None = None
    comment_by: date | None = None
    comments: list[Comment] = Field(default_factory=list)
    receipts: dict[str, datetime] = Field(default_factory=dict)
    """When each said that they have read it; the first time counts."""
    letters: dict[str, Delivery] = Field(default_factory=dict)
    sent_at: datetime | None = None

    def share(self, *, home: tuple[str, ...], contact_id: str, by: str, at: datetime) -> None:
        """Let the home read the draft and comment before it is approved; a second time changes nothing."""
        if self.shared_at is not None:
            return
        self.shared_at = at
        self.comment_by = add_working_days(at, READ_WITHIN_WORKING_DAYS).at.astimezone(OSLO).date()
        self._record(
            MinutesSharedV1(
                **self._told(at, by),
                minutes_id=self.id,
                contact_id=contact_id,
                person_ids=home,
                comment_by=self.comment_by,
            )
        )

    def comment(self, text: str, *, person_id: str, to_draft: bool, reader_id: str, at: datetime) -> None:
        """Append what somebody has to say; `reader_id` at the school is asked to read it.

        The same words again are the same comment. Raises `Refusal` when there are too many.
        """
        if to_draft and self.shared_at is None:
            raise Conflict("minutes-are-a-draft")
        if any((one.person_id, one.text) == (person_id, text) for one in self.comments):
            return
        if len(self.comments) >= MOST_COMMENTS:
            raise Refusal("minutes-comment", fields={"comment": "many-comments"})
        self.comments.append(Comment(person_id=person_id, text=text, at=at, to_draft=to_draft))
        self._record(
            MinutesCommentedV1(
                **self._told(at, person_id), minutes_id=self.id, person_id=person_id, approved=not to_draft
            )
        )
        self._open_task(
            COMMENT_TO_READ,
            "minutes-comment-to-read",
            list="do",
            owner_id=reader_id,
            about_person_id=person_id,
            at=at,
            due_at=add_working_days(at, READ_WITHIN_WORKING_DAYS).at,
            path=f"/meetings/{self.meeting_id}/minutes",
        )

    def comments_are_read(self, *, by: str, at: datetime) -> None:
        """Somebody at the school has read what was written."""
        self._close_task(COMMENT_TO_READ, at=at, by=by)

    def receive(self, person_id: str, *, at: datetime) -> None:
        """A party says that they have read it. The first time counts."""
        if person_id in self.receipts:
            return
        self.receipts[person_id] = at
        self._record(MinutesOpenedV1(**self._told(at, person_id), minutes_id=self.id, person_id=person_id))

    def note_letter(self, person_id: str, became: Delivery, *, at: datetime) -> None:
        """What became of the letter that tells of the minutes. Of a whole group only the first is kept."""
        if became == "sent" and self.sent_at is None:
            self.sent_at = at
        if self.kind != "group":
            self.letters[person_id] = became

    def _told(self, at: datetime, by: str) -> dict[str, Any]:
        return {
            **self._common(at, by),
            "meeting_id": self.meeting_id,
            "kind": self.kind,
            "group_id": self.group_id,
        }
