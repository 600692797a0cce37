"""What a mail that came to us can be, as codes and, for an answer, the words its writer meant."""

from dataclasses import dataclass
from typing import Literal

from shared.ics import Reply


@dataclass(frozen=True, slots=True)
class Bounced:
    """A server gave up. `status` is the enhanced code (5.1.1), never the server's words."""

    status: str

    @property
    def mailbox_is_dead(self) -> bool:
        """Whether nobody can be reached there by trying again: no such mailbox, or no such domain."""
        return self.status in _DEAD


@dataclass(frozen=True, slots=True)
class Delayed:
    """A server goes on trying."""

    status: str


@dataclass(frozen=True, slots=True)
class Complained:
    """The reader, or their provider, has marked the letter as unwanted."""

    kind: str


@dataclass(frozen=True, slots=True)
class AutoReplied:
    """A machine answered: away, or "we have got your mail". Nobody has read anything."""


@dataclass(frozen=True, slots=True)
class CalendarReplied:
    """Somebody's calendar answered an invitation, perhaps with a line beside it."""

    reply: Reply


@dataclass(frozen=True, slots=True)
class Answered:
    """A person wrote back. `text` is their own words; what they attached stays in their mailbox."""

    text: str
    attachments: int = 0


Found = Bounced | Delayed | Complained | AutoReplied | CalendarReplied | Answered
Parked = Literal[
    "too-large", "too-deep", "not-a-mail", "bad-report", "bad-calendar", "another-meeting", "empty"
]

# RFC 3463: bad mailbox, bad domain, moved away, null MX, disabled mailbox.
_DEAD = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"})
