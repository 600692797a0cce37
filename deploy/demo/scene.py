"""What every step of the story has at hand: the stack, its people, their mail, Kafka and the proofs."""

from __future__ import annotations

import asyncio
import csv
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from deploy.demo.events import Event, Events
from deploy.demo.person import Person
from deploy.demo.proof import Proofs
from deploy.demo.roster.people import cast
from deploy.demo.roster_import import ROSTER
from deploy.demo.story_clock import StoryClock
from deploy.demo.timeline import Timeline
from deploy.local import Stack
from deploy.local.mail import Mail
from shared.clock import LOOKS_AGAIN_S

UNSURE_QUIET_S = 8.0
QUIET_S = 0.6


@dataclass
class Told:
    """What one step leaves for the next: ids as the pages and the API gave them."""

    case_id: str = ""
    case_number: str = ""
    second_case_id: str = ""
    second_case_number: str = ""
    meeting_id: str = ""
    group_case_id: str = ""
    group_meeting_id: str = ""
    notice_id: str = ""
    links: dict[str, str] = field(default_factory=dict)
    private: list[str] = field(default_factory=list)
    """Words from what was written in confidence: they may be seen behind the login and nowhere else."""
    shared: list[str] = field(default_factory=list)
    """Words from what all the parents of a class may read, in their letters too."""


class Scene:
    """One running municipality and the story so far."""

    def __init__(self, stack: Stack, timeline: Timeline) -> None:
        self.stack = stack
        self.timeline = timeline
        self.clock = StoryClock(stack)
        self.events = Events(stack)
        self.proofs = Proofs(tell=timeline.proved)
        self.told = Told()
        self.steps_played = 0
        self._members = cast()
        self._people: dict[str, Person] = {}
        self._ids: dict[str, str] = {}

    async def person(self, key: str) -> Person:
        """One of the cast, signed in."""
        if key not in self._people:
            person = self.stranger(key)
            await person.sign_in()
            self._people[key] = person
        return self._people[key]

    def stranger(self, key: str) -> Person:
        """One of the cast with a browser of their own, not signed in; closed with the scene."""
        person = Person(self._members[key], self.stack.base_url)
        self._people[f"{key}#{len(self._people)}"] = person
        return person

    def name(self, key: str) -> str:
        return self._members[key]["name"]

    def email(self, key: str) -> str:
        return self._members[key]["email"]

    def person_id(self, key: str) -> str:
        """The directory's id of one of the cast."""
        return self.id_of(self.name(key), self.email(key))

    def id_of(self, name: str, email: str = "") -> str:
        """Somebody's id, as the directory and contacts topics tell it to those who hold the exchange key.

        Two people may share a name, and a protected person has no address there: the address counts first.
        """
        if not self._ids:
            for event in self.events.of("person-listed"):
                words = self.events.words_of(event)
                self._ids[f"{words['given_name']} {words['family_name']}"] = event["person_id"]
            for event in self.events.of("contact-listed"):
                if address := self.events.words_of(event)["email"]:
                    self._ids[address.casefold()] = event["person_id"]
        return self._ids.get(email.casefold()) or self._ids[name]

    def roster_people(self) -> int:
        """How many people the roster's file has."""
        with (ROSTER / "users.csv").open(encoding="utf-8") as file:
            return sum(1 for _ in csv.DictReader(file))

    async def mails_to(self, key: str) -> list[Mail]:
        return await self.stack.mail.to(self.email(key))

    def happened(self, key: str, what: str) -> None:
        self.timeline.happened(self.name(key), what)

    def types(self, text: str, canary: str) -> str:
        """Give back what somebody writes in confidence; its canary word is searched for in the end."""
        assert canary in text
        self.told.private.append(canary)
        return text

    def tells_all(self, text: str, canary: str) -> str:
        """Give back what somebody writes to all the parents of a class."""
        assert canary in text
        self.told.shared.append(canary)
        return text

    async def event(self, sentence: str, type_: str, *, within_s: float = 20.0, **told: Any) -> Event:
        """Prove that such an event stands on Kafka and return it."""
        return await self.proofs.that(
            sentence,
            lambda: self.events.one(type_, **told),
            look=f"Kafka, {type_}",
            within_s=within_s,
        )

    async def mail(
        self,
        sentence: str,
        key: str,
        fits: Callable[[Mail], bool] = lambda _mail: True,
        *,
        within_s: float = 20.0,
    ) -> Mail:
        """Prove that such a mail lies in somebody's mailbox and return it."""

        async def there() -> Mail | None:
            return next((mail for mail in await self.mails_to(key) if fits(mail)), None)

        return await self.proofs.that(sentence, there, look=f"mail to {self.email(key)}", within_s=within_s)

    async def quiet(self, *, within_s: float = 30.0) -> None:
        """Return when nothing is on its way any more: all events heard, no mail and no event for a moment."""
        until = time.monotonic() + within_s
        seen, since = (-1, -1), time.monotonic()
        while time.monotonic() < until:
            now = (self.events.count, len(await self.stack.mail.everything()))
            behind = await asyncio.to_thread(self.events.behind)
            if now != seen or behind > 0:
                seen, since = now, time.monotonic()
            # Where the broker cannot say who is behind (it was just restarted), silence must last longer.
            elif time.monotonic() - since > (QUIET_S if behind == 0 else UNSURE_QUIET_S):
                return
            await asyncio.sleep(0.05)
        raise TimeoutError(f"events were still on their way after {within_s:.0f} s ({behind} not heard)")

    async def becomes(self, at: datetime) -> None:
        """Move the clock on, once everything that has happened so far has been heard everywhere."""
        await self.quiet()
        self.clock.move_to(at)
        # Until then a service may still answer by the old time, and none of them says which one it goes by.
        await asyncio.sleep(LOOKS_AGAIN_S)
        self.timeline.happened("The clock", f"moves on to {self.clock.said()}")

    def keep_last_pages(self) -> None:
        """Write down the page that each person saw last, for whoever looks into a failure."""
        folder = self.stack.folder / "logs" / "last-pages"
        folder.mkdir(parents=True, exist_ok=True)
        for key, person in self._people.items():
            if person.last is not None:
                (folder / f"{key}.html").write_text(str(person.last.soup), encoding="utf-8")

    async def aclose(self) -> None:
        self.events.stop()
        for person in self._people.values():
            await person.aclose()
