"""What notify says about letters."""

from typing import ClassVar, Literal

from pydantic import AwareDatetime, Field

from shared.contracts.envelope import CaseEvent, Contract
from shared.contracts.topics import NOTIFY_LETTER, Topic


class LetterEvent(CaseEvent):
    """Something that became of one letter to one person."""

    letter_id: str
    person_id: str
    letter: str = Field(description="the letter's name, e.g. meeting-invitation")
    cause: str = Field(description="id of the event that made us write")


class LetterSentV1(LetterEvent):
    """A mail server has accepted the letter. That is not yet read, and not proof of delivery."""

    type: ClassVar[str] = "samspill.notify.letter-sent.v1"
    topic: ClassVar[Topic] = NOTIFY_LETTER

    channel: Literal["mail", "paper"] = "mail"


class LetterUndeliverableV1(LetterEvent):
    """The letter could not be delivered by its channel: somebody must ring."""

    type: ClassVar[str] = "samspill.notify.letter-undeliverable.v1"
    topic: ClassVar[Topic] = NOTIFY_LETTER

    reason: str


class LetterByHandV1(LetterEvent):
    """The letter must be handled by a person: protected address, or no channel."""

    type: ClassVar[str] = "samspill.notify.letter-by-hand.v1"
    topic: ClassVar[Topic] = NOTIFY_LETTER

    reason: Literal["protected", "no_channel", "held"]


class CalendarReplyReceivedV1(CaseEvent):
    """Somebody's calendar answered an invitation of ours.

    A web answer and a calendar's meet: the latest counts, by `sequence`, then by `dtstamp`; whoever owns the
    meeting decides that. What was written beside the answer stays with notify.
    """

    type: ClassVar[str] = "samspill.notify.calendar-reply-received.v1"
    topic: ClassVar[Topic] = NOTIFY_LETTER

    meeting_id: str
    invitation_id: str
    person_id: str = Field(description="whom the invitation was to, whatever mailbox answered")
    partstat: Literal["accepted", "declined", "tentative"]
    sequence: int = Field(description="the SEQUENCE that was answered: the one of the invitation it echoes")
    dtstamp: AwareDatetime = Field(description="when the calendar made the answer, by its own clock, in UTC")


class BeatAnsweredV1(Contract):
    """Notify has heard escalation's heartbeat, and has asked the mail server whether it takes letters."""

    type: ClassVar[str] = "samspill.notify.beat-answered.v1"
    topic: ClassVar[Topic] = NOTIFY_LETTER

    number: int
    sent_at: AwareDatetime = Field(description="machine time at which escalation sent it")
    mail: bool = Field(description="whether the mail server answered")

    def key(self) -> str:
        return "beat"
