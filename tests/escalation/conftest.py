from collections.abc import AsyncIterator
from typing import Any

import pytest

from deploy.local import Stack
from services.escalation.app import house_of
from services.escalation.settings import EscalationSettings
from services.escalation.subscriptions import subscriptions
from services.escalation.timers import dues
from shared.clock import FixedClock
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
from shared.kernel import Kernel
from shared.keyring import Keyring
from shared.messaging.consuming import On
from shared.settings import Profile
from shared.timers import Timers
from tests.escalation.said import Said
from tests.shared.moments import NOON


class Town:
    """Escalation in a database of its own, and the people of one small municipality.

    Events are heard as the worker hands them over, and the timers look when the test says so.
    """

    def __init__(self, stack: Stack, name: str) -> None:
        self.clock = FixedClock(NOON)
        self.settings = EscalationSettings(
            profile=Profile.TEST,
            base_url="http://town.test",
            kafka_bootstrap_servers="nowhere:9092",
            kafka_security_protocol="PLAINTEXT",
            mongodb_url=stack.mongodb_admin_url(name),
            mongodb_keys_url=stack.mongodb_admin_url(f"{name}_keys"),
            key_encryption_keys=Keyring.of(k1=b"1" * 32),
            exchange_keys=Keyring.of(k1=b"2" * 32),
            cookie_keys=Keyring.of(k1=b"3" * 32),
        )
        self.kernel = Kernel(self.settings)
        self.kernel.clock = self.clock
        self.directory = Directory(self.kernel.database, keys=self.kernel.keys)
        self.house = house_of(self.kernel, self.directory)
        self._reactions: dict[type[Contract], list[On[Any]]] = {}
        for on in [*self.directory.subscriptions(), *subscriptions(self.house)]:
            self._reactions.setdefault(on.contract, []).append(on)
        self._timers = Timers(dues(self.house), lease=self.kernel.lease("timers"), clock=self.clock)
        self._lease = self._timers._lease
        self._seq: dict[str, int] = {}
        self.school_id = new_id("school")
        self.rektor = new_id("person")
        self.deputy = new_id("person")
        self.teacher = new_id("person")
        self.owners = [new_id("person") for _ in range(3)]

    async def settle(self) -> None:
        """List the school and its people, and make the indexes."""
        for store in self.kernel.stores:
            await store.prepare()
        await self._timers.prepare()
        await self.directory.prepare()
        await self.house.prepare()
        await self.list_school()
        await self.list_person(self.rektor, "Anne Berg", "rektor")
        await self.list_person(self.deputy, "Bo Li", "deputy")
        await self.list_person(self.teacher, "Tone Moe", "teacher")
        for step, person_id in enumerate(self.owners, 1):
            await self.list_person(person_id, f"Eier {step}", "school_owner", step=step)

    async def list_school(self, *closed: Any) -> None:
        school = SchoolListedV1(school_id=self.school_id, language="nb", closed_days=closed)
        await self.hear(school, source=self.school_id, words=SchoolWords(name="Lillevik skole"))

    async def list_person(
        self,
        person_id: str,
        name: str,
        role: DutyRole | None,
        *,
        step: int = 1,
        away: Absence | None = None,
        stand_in_id: str | None = None,
    ) -> None:
        municipal = role in ("school_owner", "owner_deputy")
        duty = Duty(role=role, school_id=None if municipal else self.school_id, step=step) if role else None
        given, _, family = name.partition(" ")
        person = PersonListedV1(
            person_id=person_id,
            kinds=("staff",),
            school_ids=() if municipal else (self.school_id,),
            duties=(duty,) if duty else (),
            absences=(away,) if away else (),
            stand_in_id=stand_in_id,
        )
        words = PersonWords(given_name=given, family_name=family, phone="22 00 00 00")
        await self.hear(person, source=person_id, words=words)
        self.directory._cache.clear()

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
        for on in self._reactions[type(heard.event)]:
            if on.batch is not None:
                await on.batch([heard])
            else:
                assert on.react is not None
                await on.react(heard)

    async def look(self) -> int:
        """The timers look once, as they do every quarter of a second."""
        await self._lease.acquire()
        return await self._timers.fire_due()

    async def said(self) -> Said:
        """Everything that escalation has said so far, as it lies in the outboxes."""
        return await Said.of(self.kernel.stores)

    async def hear_ourselves(self) -> None:
        """Hear our own events, as they come back from Kafka; until nothing new is said."""
        known: set[str] = set()
        while True:
            new = [one for one in (await self.said()).heard if one.id not in known]
            if not new:
                return
            for one in new:
                known.add(one.id)
                if type(one.event) in self._reactions:
                    await self.react(one)


@pytest.fixture
async def town(stack: Stack) -> AsyncIterator[Town]:
    name = new_id("t")[:20]
    made = Town(stack, name)
    await made.settle()
    yield made
    for client in made.kernel._clients:
        await client.drop_database(name)
        await client.drop_database(f"{name}_keys")
    await made.kernel.close()
