"""Who may see a case, as a service other than intake knows it: the last snapshot, as long as it is fresh.

No entry means "not there". What is known counts as long as every partition of the access topic has been
heard up to less than 60 s ago (machine time), as its heartbeats tell; an old snapshot heard just now tells
nothing of that. Stale permission is no permission.
"""

import asyncio
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from shared.clock import Clock
from shared.contracts.access import (
    ACTIONS,
    HAT_OF,
    AccessHeartbeatV1,
    AccessSnapshotV1,
    Action,
    Hat,
    Relation,
    SignedOutV1,
)
from shared.contracts.envelope import Heard
from shared.contracts.topics import INTAKE_ACCESS
from shared.errors import Forbidden, Hidden, Unavailable
from shared.messaging.consuming import On
from shared.observability.metrics import ACCESS_AGE_SECONDS
from shared.storage.client import mongodb_failures
from shared.storage.keys import ScopeKeys
from shared.storage.projection import Projection, Row

STALE_AFTER_S = 60.0
LOOK_AGAIN_S = 1.0
SHOW_AGAIN_S = 5.0
OVERLAP = timedelta(minutes=1)
EVER = datetime(1970, 1, 1, tzinfo=UTC)


def _sign_of(partition: int | None) -> str:
    return f"partition-{partition}"


PARTITIONS = tuple(map(_sign_of, range(INTAKE_ACCESS.partitions)))


def relation_for(
    snapshot: AccessSnapshotV1, *, person_id: str, hat: Hat, action: Action, now: datetime
) -> Relation:
    """The relation that allows it; raises `Hidden` without any, `Forbidden` when none allows this action."""
    held = [
        grant.relation
        for grant in snapshot.grants
        if grant.person_id == person_id and HAT_OF[grant.relation] == hat and grant.holds_at(now)
    ]
    if not held:
        raise Hidden
    for relation in held:
        if action in ACTIONS[relation]:
            return relation
    raise Forbidden


class CaseAccess:
    """The access projection of one service, and the reactions that fill it (`subscriptions`)."""

    def __init__(self, database: Any, *, keys: ScopeKeys, clock: Clock) -> None:
        self._snapshots = Projection(
            database, "access", AccessSnapshotV1, keys=keys, scope_of=lambda _: "access"
        )
        self._signs = database["access_signs"]
        self._clock = clock
        self._looked = 0.0
        self._shown = -SHOW_AGAIN_S
        self._heard_until: datetime | None = None

    async def prepare(self) -> None:
        await self._snapshots.index("persons")

    async def may(self, person_id: str, hat: Hat, case_id: str, action: Action) -> Relation:
        """The relation that allows the action; raises `Hidden`, `Forbidden`, or `Unavailable` when stale."""
        if await self.age_s() > STALE_AFTER_S:
            raise Unavailable("access")
        return relation_for(
            await self.snapshot(case_id), person_id=person_id, hat=hat, action=action, now=self._clock.now()
        )

    async def snapshot(self, case_id: str) -> AccessSnapshotV1:
        """All grants of a case; raises `Hidden` when none has come."""
        found = await self._snapshots.get(case_id)
        if found is None:
            raise Hidden
        return found

    async def leader_id(self, case_id: str) -> str | None:
        """Who leads this case where the school's leadership must not (§ 12-5); None where it does."""
        found = await self._snapshots.get(case_id)
        return None if found is None else found.leader_id

    async def snapshots(self, case_ids: Iterable[str]) -> dict[str, AccessSnapshotV1]:
        """The grants of several cases with one question; a case of which none has come is left out."""
        return await self._snapshots.get_many(case_ids)

    async def cases_of(self, person_id: str) -> list[AccessSnapshotV1]:
        """The cases in which this person has, or had, a grant."""
        return list((await self._snapshots.find({"persons": person_id})).values())

    async def age_s(self) -> float:
        """Machine seconds since the moment up to which every partition of the access topic has been heard."""
        if time.monotonic() - self._looked > LOOK_AGAIN_S:
            self._heard_until = await self._signed_until()
            self._looked = time.monotonic()
        age = float("inf")
        if self._heard_until is not None:
            age = (datetime.now(UTC) - self._heard_until).total_seconds()
        ACCESS_AGE_SECONDS.set(age)
        return age

    def subscriptions(self) -> list[On[Any]]:
        return [
            On(AccessSnapshotV1, batch=self.when_access_told),
            On(AccessHeartbeatV1, batch=self.when_access_told),
        ]

    async def when_access_told(
        self, heard: Sequence[Heard[AccessSnapshotV1] | Heard[AccessHeartbeatV1]]
    ) -> None:
        """Keep the snapshots, and only then believe the heartbeats that stand behind them."""
        rows, beats = [], []
        for h in heard:
            if isinstance(h.event, AccessSnapshotV1):
                persons = sorted({grant.person_id for grant in h.event.grants})
                rows.append(Row(h.event.case_id, h.seq, h.event, {"persons": persons}))
            elif h.event.partition is not None:
                beats.append(h.event)
        await self._snapshots.put(rows)
        await self._sign(beats)
        await self._show_age()

    async def _signed_until(self) -> datetime | None:
        with mongodb_failures():
            rows = await self._signs.find({"_id": {"$in": list(PARTITIONS)}}).to_list(None)
        return min(row["at"] for row in rows) if len(rows) == len(PARTITIONS) else None

    async def _show_age(self) -> None:
        """Whoever hears the heartbeats also sees them stop: the metric grows by itself until the next one."""
        if time.monotonic() - self._shown < SHOW_AGAIN_S:
            return
        until = await self._signed_until()
        self._shown = time.monotonic()
        if until is not None:

            def age_s() -> float:
                return (datetime.now(UTC) - until).total_seconds()

            ACCESS_AGE_SECONDS.set_function(age_s)

    async def _sign(self, beats: Sequence[AccessHeartbeatV1]) -> None:
        newest: dict[str, datetime] = {}
        for beat in beats:
            sign = _sign_of(beat.partition)
            newest[sign] = max(beat.sent_at, newest.get(sign, EVER))
        with mongodb_failures():
            await asyncio.gather(
                *(
                    self._signs.update_one({"_id": sign}, {"$max": {"at": at}}, upsert=True)
                    for sign, at in newest.items()
                )
            )


class SignedOut:
    """The sessions that have been signed out, as every process of a service knows them within a second.

    Until the first look at what is stored (`prepare`), every session counts as signed out: a process that
    has just begun must not let in who was refused a moment before.
    """

    def __init__(self, database: Any) -> None:
        self._collection = database["signed_out"]
        self._known: dict[str, datetime] = {}
        self._since: datetime | None = None

    async def prepare(self) -> None:
        """Make the indexes and learn all that is stored; only then are sessions let through."""
        with mongodb_failures():
            await self._collection.create_index("until", expireAfterSeconds=0)
            await self._collection.create_index("heard_at")
        await self.refresh()

    def is_known(self) -> bool:
        """Whether what is stored has been looked at."""
        return self._since is not None

    def is_revoked(self, session_id: str) -> bool:
        return self._since is None or session_id in self._known

    async def refresh(self) -> None:
        """Learn what has been signed out since the last look; called once a second by the web role.

        Looks back over `OVERLAP` each time: what was stamped earlier may become visible later. Forgets the
        sessions that would have ended by now anyway.
        """
        since = EVER if self._since is None else self._since - OVERLAP
        with mongodb_failures():
            rows = await self._collection.find({"heard_at": {"$gte": since}}).to_list(None)
        for row in rows:
            self._known[row["_id"]] = row["until"]
        self._since = max((row["heard_at"] for row in rows), default=self._since or EVER)
        now = datetime.now(UTC)
        for ended in [session_id for session_id, until in self._known.items() if until <= now]:
            del self._known[ended]

    async def add(self, session_id: str, until: datetime) -> None:
        self._known[session_id] = until
        # Stamped by the database as it writes: the clocks of the processes may differ.
        change = {"$set": {"until": until}, "$currentDate": {"heard_at": True}}
        with mongodb_failures():
            await self._collection.update_one({"_id": session_id}, change, upsert=True)

    async def when_signed_out(self, heard: Heard[SignedOutV1]) -> None:
        await self.add(heard.event.session_id, heard.event.until)

    def subscriptions(self) -> list[On[Any]]:
        return [On(SignedOutV1, react=self.when_signed_out)]
