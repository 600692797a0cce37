"""A letter to one person: what it is to tell, who has it in hand, and what became of it.

A letter is made once per event and person, whatever the channel. When it is about to go, it is decided by
the state of things then: mail, or by hand, or not at all. Only `waiting` and `deferred` letters move on by
themselves; everything else waits for nobody or for a person.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from pydantic import AwareDatetime

from services.notify.domain.facts import Facts
from services.notify.domain.kinds import KINDS
from services.notify.domain.with_tasks import WithTasks
from shared.contracts.notify import LetterByHandV1, LetterSentV1, LetterUndeliverableV1
from shared.errors import Conflict
from shared.identifiers import derived_id


class State(StrEnum):
    WAITING = "waiting"
    DEFERRED = "deferred"
    RESTING = "resting"
    SENT = "sent"
    UNDELIVERABLE = "undeliverable"
    BY_HAND = "by_hand"
    HANDLED = "handled"
    FROZEN = "frozen"
    SUPERSEDED = "superseded"
    SANDBOXED = "sandboxed"
    UNWANTED = "unwanted"


OPEN = frozenset({State.WAITING, State.DEFERRED, State.RESTING})
# The tasks that are about getting the letter to its reader.
DELIVERING = ("letter-by-hand", "letter-undeliverable", "letter-complained")
# What stands on the list for a person's hand.
BY_A_PERSON = (State.BY_HAND, State.UNDELIVERABLE, State.FROZEN)
Handled = Literal["posted", "phoned", "visited"]
ByHandReason = Literal["protected", "no_channel", "held", "frozen", "dead", "no_access"]

# What other services are told; a reason that only we tell apart is, to them, "held until a person decides".
_TOLD_REASON: Mapping[ByHandReason, Literal["protected", "no_channel", "held"]] = {
    "protected": "protected",
    "no_channel": "no_channel",
    "held": "held",
    "frozen": "no_channel",
    "dead": "no_channel",
    "no_access": "held",
}


def letter_id(cause: str, person_id: str) -> str:
    """One event makes one letter to one person, however often it is heard."""
    return derived_id("letter", cause, person_id)


class Letter(WithTasks):
    """One letter. `cause` is the event that made us write; `useless_after` ends its use (business time)."""

    name: str
    cause: str
    facts: Facts
    made_at: AwareDatetime
    useless_after: AwareDatetime

    state: State = State.WAITING
    sender: str | None = None
    """Who has it in hand; nobody else may send it while that sender's lease holds."""
    try_at: AwareDatetime
    """Machine time before which it is not tried (again)."""
    attempts: int = 0
    rests_until: AwareDatetime | None = None
    """Business time until which it waits for a better hour."""
    reason: str | None = None
    decided_at: AwareDatetime | None = None
    sent_to: str | None = None
    language: str | None = None
    fingerprint: str | None = None
    said: str | None = None
    """What it said, under the key of its month."""
    versions: tuple[str, ...] = ()
    """The versions of a school's or municipality's own words that it was written with."""
    again_id: str | None = None
    """The letter that was sent in its place."""
    handled_how: Handled | None = None
    handled_by: str | None = None
    rung_asked_at: AwareDatetime | None = None
    delayed_at: AwareDatetime | None = None
    """A server on the way said that it goes on trying."""
    auto_replied_at: AwareDatetime | None = None
    complained_at: AwareDatetime | None = None

    def clear(self) -> Mapping[str, Any]:
        is_open, rests = self.state in OPEN, self.state is State.RESTING
        return {
            "case_id": self.case_id,
            "school_id": self.school_id,
            "person_id": self.person_id,
            "invitation_id": self.facts.invitation_id,
            "meeting_id": self.facts.meeting_id,
            "name": self.name,
            "state": str(self.state),
            "reason": self.reason,
            "made_at": self.made_at,
            "ring_asked": "ring-asked" in self.open_tasks,
            "lane": 0 if KINDS[self.name].lane == "acute" else 1,
            "sender": self.sender if is_open else None,
            "try_at": self.try_at if is_open and not rests else None,
            "due_at": self.rests_until if rests else self.useless_after if is_open else None,
        }

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def take(self, sender: str, *, instead_of: str | None) -> bool:
        """Have it in hand, if it is still as it was seen; whether it is ours now."""
        if not self.is_open or self.sender != instead_of:
            return False
        self.sender = sender
        return True

    def sent(
        self,
        *,
        to: str,
        at: datetime,
        language: str,
        fingerprint: str,
        said: str | None = None,
        versions: tuple[str, ...] = (),
    ) -> None:
        """The mail server has taken it; said once, however often it was handed over.

        It counts also when somebody gave up on it in the meantime: the mail is on its way.
        """
        if self.state in (State.SENT, State.HANDLED, State.FROZEN):
            return
        self._settle(State.SENT, at)
        self.sent_to, self.language, self.fingerprint = to, language, fingerprint
        self.said, self.versions = said, versions
        self._record(LetterSentV1(**self._said(at)))
        self._close_tasks(*DELIVERING, at=at, by=None, outcome="withdrawn")

    def deferred(self, reason: str, *, try_at: datetime, counts: bool = True) -> None:
        """Not now: anybody may try again from that machine time on. What we held ourselves does not count."""
        if not self.is_open:
            return
        self.state, self.reason, self.try_at = State.DEFERRED, reason, try_at
        self.sender = None
        self.attempts += counts

    def rests(self, until: datetime) -> None:
        """It can wait, and this is no hour to write to anybody."""
        if self.is_open:
            self.state, self.rests_until, self.sender = State.RESTING, until, None

    def woken(self, *, try_at: datetime) -> None:
        """The better hour has come."""
        if self.state is State.RESTING:
            self.state, self.rests_until, self.try_at = State.WAITING, None, try_at

    def sandboxed(self, *, to: str, at: datetime, language: str, fingerprint: str) -> None:
        """Written to the last byte, and kept here: the municipality is trying things out. Nobody was told."""
        if self.is_open:
            self._settle(State.SANDBOXED, at)
            self.sent_to, self.language, self.fingerprint = to, language, fingerprint

    def undeliverable(self, reason: str, *, at: datetime, owner_id: str) -> None:
        """It cannot be delivered: somebody at the school must ring."""
        if not self.is_open:
            return
        self._settle(State.UNDELIVERABLE, at, reason)
        self._record(LetterUndeliverableV1(**self._said(at), reason=reason))
        self._open_task(
            "letter-undeliverable", at=at, owner_id=owner_id, path=self._path, round_=self.attempts
        )

    def by_hand(self, reason: ByHandReason, *, at: datetime, owner_id: str) -> None:
        """It must be handled by a person; no mail goes."""
        if not self.is_open:
            return
        self._settle(State.BY_HAND, at, reason)
        self._record(LetterByHandV1(**self._said(at), reason=_TOLD_REASON[reason]))
        path = f"/letters/by-hand/{self.id}"
        self._open_task("letter-by-hand", at=at, owner_id=owner_id, path=path, round_=self.attempts)

    def handled(self, how: Handled, *, by: str, at: datetime) -> None:
        """A person has posted it, rung or gone there. Refused when it is not on the list any more."""
        if self.state is State.HANDLED and self.handled_how == how:
            return
        if self.state not in BY_A_PERSON:
            raise Conflict("letter-not-by-hand")
        self.state, self.handled_how, self.handled_by, self.decided_at = State.HANDLED, how, by, at
        self._record(LetterSentV1(**{**self._said(at), "by": by}, channel="paper"))
        self._close_tasks(*DELIVERING, at=at, by=by)

    def released(self, *, at: datetime, try_at: datetime) -> None:
        """What held it back is gone: it goes as any other letter, if it is still of use."""
        if self.state is not State.BY_HAND or self.reason != "held" or at >= self.useless_after:
            return
        self.state, self.reason, self.try_at = State.WAITING, None, try_at
        self.facts = self.facts.model_copy(update={"home_held": False})
        self._close_tasks(*DELIVERING, at=at, by=None, outcome="withdrawn")

    def sent_again(self, again_id: str, *, by: str, at: datetime) -> None:
        """Somebody has had it sent once more; what was to be done about this one is done."""
        if self.again_id is not None:
            return
        self.again_id = again_id
        if self.state in BY_A_PERSON:
            self.state = State.SUPERSEDED
        self._close_tasks(*DELIVERING, at=at, by=by)

    def unwanted(self, at: datetime) -> None:
        """An optional letter to somebody who does without them."""
        if self.is_open:
            self._settle(State.UNWANTED, at)

    def superseded(self) -> None:
        """A newer letter says what holds now, and this one has not gone yet: it never goes."""
        if self.is_open:
            self._settle(State.SUPERSEDED, self.made_at)

    def not_for_the_reader(self, *, at: datetime, owner_id: str) -> None:
        """Whoever opened it says that it is not for them: the address is wrong, somebody must ring."""
        if self.state is State.FROZEN:
            return
        self._settle(State.FROZEN, at, "not-for-me")
        self._record(LetterUndeliverableV1(**self._said(at), reason="not-for-me"))
        self._open_task(
            "letter-undeliverable", at=at, owner_id=owner_id, path=self._path, round_=self.attempts
        )

    def bounced(self, status: str, *, at: datetime, owner_id: str) -> None:
        """A server took it and could not deliver it after all: somebody at the school must ring.

        Never for a letter that a person has handled, or that has a newer one in its place.
        """
        if self.state not in (State.SENT, *OPEN):
            return
        self._settle(State.UNDELIVERABLE, at, f"bounced-{status}")
        self._record(LetterUndeliverableV1(**self._said(at), reason="bounced"))
        self._open_task(
            "letter-undeliverable", at=at, owner_id=owner_id, path=self._path, round_=self.attempts
        )

    def delayed(self, at: datetime) -> None:
        """Some server goes on trying; nothing is to be done yet."""
        if self.state is State.SENT:
            self.delayed_at = self.delayed_at or at

    def auto_replied(self, at: datetime) -> None:
        """A machine has it. Nobody has read it, and nobody need do anything."""
        self.auto_replied_at = self.auto_replied_at or at

    def complained(self, *, at: datetime, owner_id: str) -> None:
        """The reader has marked it as unwanted: somebody asks why. What the law demands still comes."""
        if self.complained_at is None:
            self.complained_at = at
            self._open_task("letter-complained", at=at, owner_id=owner_id, path=self._path)

    def ask_to_be_rung(self, *, at: datetime, owner_id: str) -> None:
        """The reader would rather hear it on the telephone; asked twice is asked once."""
        if self.rung_asked_at is not None:
            return
        self.rung_asked_at = at
        self._open_task(
            "ring-asked", at=at, owner_id=owner_id, path=f"/cases/{self.case_id}", round_=self.attempts
        )

    def rung(self, *, by: str | None, at: datetime) -> None:
        """Somebody has talked with the reader since they asked."""
        self._close_tasks("ring-asked", at=at, by=by)

    @property
    def _path(self) -> str:
        return f"/letters/cases/{self.case_id}"

    def _settle(self, state: State, at: datetime, reason: str | None = None) -> None:
        self.state, self.reason, self.decided_at, self.sender = state, reason, at, None

    def _said(self, at: datetime) -> dict[str, Any]:
        return {
            "case_id": self.case_id,
            "school_id": self.school_id,
            "at": at,
            "letter_id": self.id,
            "person_id": self.person_id,
            "letter": self.name,
            "cause": self.cause,
        }
