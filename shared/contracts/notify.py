"""What notify says about letters."""

from typing import ClassVar, Literal

from pydantic import Field

from shared.contracts.envelope import CaseEvent
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
