"""A service's part of a whole case: every aggregate of it with its history, as JSON lines (row L1).

New kinds of aggregates are found by themselves: whatever lies under the case's key, or says in clear that
it is of the case, is part of it. Made and sent a piece at a time, so that a large case needs no more memory.
"""

import base64
import json
import zlib
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from pydantic import AwareDatetime

from shared.contracts.dossier import (
    DossierPart,
    DossierPartWords,
    DossierRequestedV1,
    EscalationDossierPartV1,
    MeetingsDossierPartV1,
    NotifyDossierPartV1,
)
from shared.contracts.envelope import Heard
from shared.identifiers import derived_id
from shared.messaging.consuming import On
from shared.storage.aggregate import Aggregate
from shared.storage.keys import ScopeKeys
from shared.storage.store import Store

SAID_BY: Mapping[str, type[DossierPart]] = {
    "meetings": MeetingsDossierPartV1,
    "notify": NotifyDossierPartV1,
    "escalation": EscalationDossierPartV1,
}
PIECE_BYTES = 96 * 1024
"""Gzipped; sealed and written as text twice it stays below the topic's 256 KB."""
NOT_PART = frozenset(
    {"case_seen", "erased_here", "dossier_pieces", "dossiers", "erasures", "heartbeats", "outreach"}
)
"""What is no part of a case, and whom to welcome to a parents' meeting, which nobody else may read (R52)."""


class DossierPiece(Aggregate):
    """That one piece has been said; its content is only in what was said."""

    case_id: str
    dossier_id: str
    number: int
    last: bool
    at: AwareDatetime

    def scope(self) -> str:
        return self.case_id

    def said_by(self, service: str, content: bytes) -> "DossierPiece":
        """Say it; called once, on a new one."""
        event = SAID_BY[service](**self.model_dump(exclude={"id", "heard"}))
        self._record(event, DossierPartWords(content=base64.b64encode(content).decode()))
        return self


class Dossiers:
    """What this service answers when the whole of a case is asked for."""

    def __init__(
        self, stores: Sequence[Store[Any]], pieces: Store[DossierPiece], *, keys: ScopeKeys, service: str
    ) -> None:
        self._stores = stores
        self._pieces = pieces
        self._keys = keys
        self._service = service

    def subscriptions(self) -> list[On[DossierRequestedV1]]:
        """None in intake, which asks and reads its own."""
        return [On(DossierRequestedV1, react=self.when_requested)] if self._service in SAID_BY else []

    async def when_requested(self, heard: Heard[DossierRequestedV1]) -> None:
        """Say our part, piece by piece; heard again, the same pieces are there already."""
        if heard.republished:
            return
        number, waiting = 1, b""
        packer = zlib.compressobj(wbits=31)
        async for line in self.lines(heard.event.case_id):
            waiting += packer.compress(line)
            while len(waiting) > PIECE_BYTES:
                await self._say(heard.event, number, waiting[:PIECE_BYTES], last=False)
                number, waiting = number + 1, waiting[PIECE_BYTES:]
        waiting += packer.flush()
        while len(waiting) > PIECE_BYTES:
            await self._say(heard.event, number, waiting[:PIECE_BYTES], last=False)
            number, waiting = number + 1, waiting[PIECE_BYTES:]
        await self._say(heard.event, number, waiting, last=True)

    async def lines(self, case_id: str, *, history: bool = True) -> AsyncIterator[bytes]:
        """Each aggregate of the case as one line, and each record of its history as one more, oldest first.

        Raises `Erased` when the key is gone.
        """
        for store in sorted(self._stores, key=lambda one: one.name):
            if store.name in NOT_PART:
                continue
            async for there in store.of_case(case_id):
                yield _line(kind=store.name, **there.told)
                if history:
                    async for number, record in store.records_of(there.id):
                        yield _line(kind=store.name, id=there.id, n=number, record=record)

    async def _say(self, asked: DossierRequestedV1, number: int, content: bytes, *, last: bool) -> None:
        piece = DossierPiece(
            id=derived_id("piece", self._service, asked.dossier_id, str(number)),
            case_id=asked.case_id,
            dossier_id=asked.dossier_id,
            number=number,
            last=last,
            at=asked.at,
        )
        await self._pieces.add(piece.said_by(self._service, content))


def _line(**told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
