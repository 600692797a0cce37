"""Everything notify keeps: its letters and addresses, and what it has heard that letters need."""

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict

from services.notify.domain.address import Address
from services.notify.domain.answer import Answer
from services.notify.domain.calendar_reply import CalendarReply
from services.notify.domain.facts import Facts
from services.notify.domain.letter import Letter, letter_id
from services.notify.domain.trial import TRIAL, Trial
from services.notify.domain.wishes import Wishes
from services.notify.domain.wording import Wording
from services.notify.storage.copies import Copies
from services.notify.storage.gone import GoneBefore
from services.notify.storage.senders import SenderLease
from shared.access import CaseAccess
from shared.clock import OSLO, Clock
from shared.contracts.envelope import Heard
from shared.contracts.meetings import GroupMeetingWords, GroupMinutesWords
from shared.directory import Directory, Person
from shared.storage.projection import Projection
from shared.storage.store import Store


class GroupWords(BaseModel):
    """What everyone of a group may read: of a meeting that is called, or of its minutes."""

    model_config = ConfigDict(frozen=True)

    invitation: GroupMeetingWords | None = None
    minutes: GroupMinutesWords | None = None


class Known(BaseModel):
    """A moment and a person that another event told about a thing: a meeting, a card, a clock."""

    at: AwareDatetime | None = None
    owner_id: str | None = None


TRIAL_FRESH_S = 2.0


def machine_now() -> datetime:
    """Machine time, which the demo's clock never moves: for back-off only."""
    return datetime.now(UTC)


@dataclass
class Post:
    """The stores and projections, and the one way in which letters are made."""

    letters: Store[Letter]
    addresses: Store[Address]
    trials: Store[Trial]
    answers: Store[Answer]
    calendar_replies: Store[CalendarReply]
    copies: Copies
    wishes: Store[Wishes]
    wordings: Store[Wording]
    words: Projection[GroupWords]
    known: Projection[Known]
    directory: Directory
    access: CaseAccess
    clock: Clock
    sender: SenderLease
    gone: GoneBefore
    on_added: Callable[[Letter], None] = field(default=lambda _letter: None)
    _wordings: list[Wording] = field(default_factory=list)
    _wordings_seen_at: float = float("-inf")
    _trial: bool = False
    _trial_seen_at: float = float("-inf")

    async def leader_of(self, case_id: str, school_id: str) -> Person:
        """Who is told at the school today; of a case its leadership must not know, who leads that one."""
        leader_id = await self.access.leader_id(case_id)
        if leader_id is not None:
            return await self.directory.person(leader_id)
        return await self.directory.leader_of(school_id, self.clock.now().astimezone(OSLO).date())

    async def sandbox(self) -> bool:
        """Whether everything is written and nothing leaves; known to every process within two seconds."""
        if time.monotonic() - self._trial_seen_at > TRIAL_FRESH_S:
            trial = await self.trials.get(TRIAL)
            self._trial, self._trial_seen_at = trial is not None and trial.on, time.monotonic()
        return self._trial

    async def approved_wordings(self) -> list[Wording]:
        """Every version that was approved, also what was withdrawn since; may be two seconds old."""
        if time.monotonic() - self._wordings_seen_at > TRIAL_FRESH_S:
            approved = {"step": {"$in": ["approved", "withdrawn"]}}
            self._wordings, self._wordings_seen_at = await self.wordings.find(approved), time.monotonic()
        return self._wordings

    def look_again(self) -> None:
        """What was known of the trial and of wordings is old now."""
        self._trial_seen_at = self._wordings_seen_at = float("-inf")

    async def contact_of(self, letter: Letter) -> str:
        """Who the reader was told to turn to; without one, whoever leads the school."""
        if letter.facts.contact_id is not None:
            return letter.facts.contact_id
        return (await self.leader_of(letter.case_id, letter.school_id)).id

    async def prepare(self) -> None:
        await self.answers.index("case_id", "received_at")
        await self.answers.index("letter_id", "waits")
        await self.letters.index("case_id", "made_at")
        await self.letters.index("school_id", "state", "made_at")
        await self.letters.index("invitation_id", partial={"invitation_id": {"$gt": ""}})
        await self.letters.index(
            "lane", "try_at", partial={"try_at": {"$gt": datetime(1970, 1, 1, tzinfo=UTC)}}
        )
        await self.sender.prepare()
        await self.gone.prepare()

    def letter(
        self,
        name: str,
        heard: Heard[Any],
        *,
        to: str,
        facts: Facts,
        useless_after: datetime,
    ) -> Letter:
        """The letter that this event makes us write to this person, in this process's hand."""
        event = heard.event
        return Letter(
            id=letter_id(heard.id, to),
            name=name,
            person_id=to,
            cause=heard.id,
            case_id=event.case_id,
            school_id=event.school_id,
            facts=facts,
            made_at=self.clock.now(),
            useless_after=useless_after,
            sender=self.sender.name if self.sender.held() else None,
            try_at=machine_now(),
        )

    async def add(self, letters: Iterable[Letter]) -> None:
        """Store these letters, each once however often it comes, and have the new ones sent at once."""
        await asyncio.gather(*(self._add(letter) for letter in letters))

    async def _add(self, letter: Letter) -> None:
        there = await self.letters.add(letter)
        if there is letter:
            self.on_added(letter)
