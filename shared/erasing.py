"""What every service does when a case is to be erased: the same in all four (rows B6, B15; ADR 0051).

A grave first, so that nothing late is heard; then the key; then what lay under it; at last the answer. Each
step may be done again, so whoever is killed in between begins anew when the order is heard again.
"""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import AwareDatetime

from shared.contracts.envelope import Heard
from shared.contracts.erasing import (
    CaseErased,
    CaseErasureOrderedV1,
    EscalationCaseErasedV1,
    IntakeCaseErasedV1,
    MeetingsCaseErasedV1,
    NotifyCaseErasedV1,
)
from shared.identifiers import derived_id
from shared.messaging.consuming import On
from shared.observability.logs import get_logger
from shared.points import point
from shared.storage.aggregate import Aggregate
from shared.storage.keys import ScopeKeys
from shared.storage.purging import Graves
from shared.storage.store import Store

log = get_logger()

SAID_BY: Mapping[str, type[CaseErased]] = {
    "intake": IntakeCaseErasedV1,
    "meetings": MeetingsCaseErasedV1,
    "notify": NotifyCaseErasedV1,
    "escalation": EscalationCaseErasedV1,
}
SCOPE = "erasures"
OF_A_CASE = "case_"
LOOK_EVERY_S = 5.0


class ErasedHere(Aggregate):
    """That this service has erased a case. No word of it, and not under its key."""

    of: str
    order_id: str
    at: AwareDatetime
    removed: int

    def scope(self) -> str:
        return SCOPE

    def said_by(self, service: str) -> "ErasedHere":
        """Say it; called once, on a new one."""
        self._record(
            SAID_BY[service](case_id=self.of, order_id=self.order_id, at=self.at, removed=self.removed)
        )
        return self


@dataclass(frozen=True)
class Remains:
    """What an administrator finds of a case in this service."""

    key_gone: bool
    documents: Mapping[str, int]


class Erasing:
    """The reaction to an order, and the round that finishes what had to wait.

    `keep` names collections of this service that tell of erasures and therefore outlive them.
    """

    def __init__(
        self,
        graves: Graves,
        done: Store[ErasedHere],
        *,
        keys: ScopeKeys,
        service: str,
        keep: Collection[str] = (),
    ) -> None:
        self.graves = graves
        self._done = done
        self._keys = keys
        self._service = service
        self._keep = {done.name, done.history.name, *keep}

    def keeps(self, *collections: str) -> None:
        """These collections tell of erasures and outlive them."""
        self._keep |= set(collections)

    def subscriptions(self) -> list[On[CaseErasureOrderedV1]]:
        return [On(CaseErasureOrderedV1, react=self.when_ordered)]

    async def when_ordered(self, heard: Heard[CaseErasureOrderedV1]) -> None:
        """Destroy, remove and answer; also when it is said again after a restored backup."""
        case_id = heard.event.case_id
        await self.graves.dig(case_id)
        point("erasing.key-destroyed")
        removed = await self.graves.sweep(case_id, keep=self._keep)
        point("erasing.swept")
        done = ErasedHere(
            id=derived_id("erased", self._service, case_id),
            of=case_id,
            order_id=heard.event.order_id,
            at=datetime.now(UTC),
            removed=removed,
        )
        await self._done.add(done.said_by(self._service))
        log.info("case.erased", case_id=case_id, removed=removed)

    async def prepare(self) -> None:
        """Before anything is heard: what a restored backup has brought back goes again."""
        await self._keys.prepare()
        gone = [scope for scope in await self._keys.graves() if scope.startswith(OF_A_CASE)]
        for case_id in await self.graves.mend(gone):
            await self.graves.sweep(case_id, keep=self._keep)
            log.warning("case.erased-again", case_id=case_id)

    async def finish(self) -> int:
        """Remove what had to be told first; the number of cases looked at."""
        waiting = await self.graves.unswept()
        for case_id in waiting:
            await self.graves.sweep(case_id, keep=self._keep)
        return len(waiting)

    async def remains(self, case_id: str) -> Remains:
        """What is left of the case here; nothing, when it has been erased."""
        return Remains(
            key_gone=case_id in await self._keys.graves(),
            documents=await self.graves.remains(case_id, keep=self._keep),
        )

    async def run(self) -> None:
        """Finish what waits, and forget keys that another process has destroyed; runs until cancelled."""
        since = datetime.now(UTC)
        while True:
            for scope, at in (await self._keys.graves(since)).items():
                self._keys.forget(scope)
                since = max(since, at)
            await self.finish()
            await asyncio.sleep(LOOK_EVERY_S)
