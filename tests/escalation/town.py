"""Escalation as it is built, and the people of one small municipality.

Events are heard as the worker hands them over, and the timers look when the test says so.
"""

from typing import Any

import httpx

from services.escalation.app import service_of
from services.escalation.settings import EscalationSettings
from services.escalation.storage.house import Escalation
from shared.clock import FixedClock
from shared.contracts.access import AccessSnapshotV1, Grant
from shared.contracts.directory import (
    Absence,
    Duty,
    DutyRole,
    PersonListedV1,
    PersonWords,
    SchoolListedV1,
    SchoolWords,
)
from shared.contracts.envelope import Contract, Heard, Words
from shared.directory import Directory
from shared.identifiers import new_id
from shared.kernel import Kernel, running
from shared.messaging.consuming import On
from shared.timers import Timers
from tests.escalation.said import Said
from tests.shared.beats import beats
from tests.shared.moments import NOON


class Parts:
    """The service's parts on one database, with a clock that the tests move."""

    def __init__(self, settings: EscalationSettings) -> None:
        self.clock = FixedClock(NOON)
        self.kernel = Kernel(settings)
        self.kernel.clock = self.clock
        self.service = service_of(self.kernel)
        assert self.service.web is not None
        self.running = running(self.service)
        self.app = self.service.web(self.running)
        self.house: Escalation = self.app.state.house
        self.directory: Directory = self.app.state.directory
        self.sessions = self.kernel.sessions()
        self.app.state.sessions = self.sessions
        self.reactions: dict[type[Contract], list[On[Any]]] = {}
        for on in self.service.subscriptions:
            self.reactions.setdefault(on.contract, []).append(on)
        self.lease = self.kernel.lease("timers")
        self.timers = Timers(self.service.dues, lease=self.lease, clock=self.clock)

    async def prepare(self) -> None:
        for store in self.kernel.stores:
            await store.prepare()
        await self.timers.prepare()
        await self.kernel.signed_out.prepare()
        for prepare in self.service.prepare:
            await prepare()

    async def empty(self) -> None:
        for name in await self.kernel.database.list_collection_names():
            await self.kernel.database[name].delete_many({})
        self.directory._cache.clear()
        self.house.books.forget()
        self.lease._until = 0.0

    async def drop(self) -> None:
        for client in self.kernel._clients:
            await client.drop_database(self.kernel.database.name)
            await client.drop_database(f"{self.kernel.database.name}_keys")
        await self.kernel.close()


class Town:
    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.clock, self.house, self.directory = parts.clock, parts.house, parts.directory
        self._seq: dict[str, int] = {}
        self.school_id = new_id("school")
        self.rektor = new_id("person")
        self.deputy = new_id("person")
        self.teacher = new_id("person")
        self.owners = [new_id("person") for _ in range(3)]

    async def settle(self) -> None:
        """It is noon on Monday 16 November 2026; the school and its people are listed."""
        self.clock.set(NOON)
        await self.list_school()
        await self.list_person(self.rektor, "Anne Berg", "rektor")
        await self.list_person(self.deputy, "Bo Li", "deputy")
        await self.list_person(self.teacher, "Tone Moe", "teacher")
        for step, person_id in enumerate(self.owners, 1):
            await self.list_person(person_id, f"Eier {step}", "school_owner", step=step)

    async def list_school(self, *closed: Any) -> None:
        school = SchoolListedV1(school_id=self.school_id, language="nb", closed_days=closed)
        await self.hear(school, source=self.school_id, words=SchoolWords(name="Lillevik skole"))
        self.directory._cache.clear()

    async def list_person(
        self,
        person_id: str,
        name: str,
        role: DutyRole | None,
        *,
        step: int = 1,
        away: Absence | None = None,
        duty: Duty | None = None,
        stand_in: str | None = None,
    ) -> None:
        municipal = role in ("school_owner", "owner_deputy")
        if role is not None and duty is None:
            duty = Duty(role=role, school_id=None if municipal else self.school_id, step=step)
        given, _, family = name.partition(" ")
        person = PersonListedV1(
            person_id=person_id,
            kinds=("staff",),
            school_ids=() if municipal else (self.school_id,),
            duties=(duty,) if duty else (),
            absences=(away,) if away else (),
            stand_in_id=stand_in,
        )
        words = PersonWords(given_name=given, family_name=family, phone="22 00 00 00")
        await self.hear(person, source=person_id, words=words)
        self.directory._cache.clear()

    async def grant(self, case_id: str, **relations: Any) -> None:
        """Who may do what with the case, as intake's snapshot says; `rektor=…`, `guardian=…`."""
        grants = tuple(Grant(person_id=who, relation=relation) for relation, who in relations.items())
        snapshot = AccessSnapshotV1(case_id=case_id, school_id=self.school_id, grants=grants)
        await self.hear(snapshot, source=f"access_{case_id}")

    def heard(
        self,
        event: Contract,
        *,
        source: str,
        seq: int | None = None,
        words: Words | None = None,
        republished: bool = False,
    ) -> Heard[Any]:
        """The event as a consumer gets it: the next of its source, or the one numbered."""
        number = seq or self._seq.get(source, 0) + 1
        self._seq[source] = max(number, self._seq.get(source, 0))
        return Heard(
            event=event,
            id=f"{source}:{number}",
            source=source,
            seq=number,
            told_at=self.clock.now().isoformat(),
            republished=republished,
            words=words,
        )

    async def hear(self, event: Contract, *, source: str, **how: Any) -> Heard[Any]:
        heard = self.heard(event, source=source, **how)
        await self.react(heard)
        return heard

    async def react(self, heard: Heard[Any]) -> None:
        for on in self.parts.reactions[type(heard.event)]:
            if on.batch is not None:
                await on.batch([heard])
            else:
                assert on.react is not None
                await on.react(heard)

    async def look(self) -> int:
        """The timers look once, as they do every quarter of a second."""
        await self.parts.lease.acquire()
        return await self.parts.timers.fire_due()

    async def said(self) -> Said:
        """Everything that escalation has said so far, as it lies in the outboxes."""
        return await Said.of(self.parts.kernel.stores)

    async def hear_ourselves(self) -> None:
        """Hear our own events, as they come back from Kafka; until nothing new is said."""
        known: set[str] = set()
        while True:
            new = [one for one in (await self.said()).heard if one.id not in known]
            if not new:
                return
            for one in new:
                known.add(one.id)
                if type(one.event) in self.parts.reactions:
                    await self.react(one)

    async def browser(self, person_id: str, hat: Any = "staff", language: Any = "nb") -> httpx.AsyncClient:
        """Somebody's browser, signed in."""
        for beat in beats():
            await self.hear(beat, source="heartbeat")
        sessions = self.parts.sessions
        session = sessions.start(person_id=person_id, hat=hat, issuer="staff", language=language)
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(self.parts.app, raise_app_exceptions=False),
            base_url="http://town.test",
            headers={
                "cookie": f"{sessions.cookie}={sessions.seal(session)}",
                "x-csrf-token": sessions.csrf_token(session),
                "accept": "text/html",
            },
        )

    async def forget_heartbeats(self) -> None:
        """As in a service that has just lost what it knew of access."""
        await self.parts.kernel.database["access_signs"].delete_many({})
        self.look_again()

    def look_again(self) -> None:
        """The next question about access reads the heartbeats anew, and not only a second later."""
        self.parts.app.state.access._access._looked = 0.0
