"""What else people do in a storm: one case is taken out of the house, the next is no case and erased."""

import asyncio
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx

from shared.web.sessions import Hat
from tests.bench.load.people import Guardian, holder_of, leader_of, signed_in
from tests.chaos.patience import TRY_LATER, persist
from tests.chaos.town import Town

PATIENCE_S = 120.0
PAUSE_S = 0.5
# Who may see a case is decided a moment after the report, and what is ordered twice may be under way.
NOT_YET = TRY_LATER | {403, 404}
CASES = "/api/intake/cases"


@dataclass
class Errands:
    """One case after the other, by a guardian of its own: the storm's other reports stay what they were."""

    town: Town
    guardian: Guardian
    seed: int
    erased: list[str] = field(default_factory=list)
    """The cases whose erasure was acknowledged."""
    taken_out: list[str] = field(default_factory=list)
    """The cases of which a package was asked for."""
    answers: Counter[str] = field(default_factory=Counter)
    given_up: list[str] = field(default_factory=list)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Until `stopping` is set; the errand that is under way then is finished."""
        async with httpx.AsyncClient(base_url=self.town.stack.base_url, trust_env=False, timeout=10) as http:
            number = 0
            while not self.stopping.is_set():
                key = f"errand-{self.seed:08d}-{number:06d}"
                if not await self._errand(http, key, erases=bool(number % 2)):
                    self.given_up.append(f"errand {number}")
                number += 1
                await asyncio.sleep(PAUSE_S)

    async def _errand(self, http: httpx.AsyncClient, key: str, *, erases: bool) -> bool:
        report = self.guardian.report(f"Dette gjelder noe annet ({key}).")
        told = await self._asks(
            http, self._head(self.guardian.person_id, "guardian"), "/api/intake/reports", report, key
        )
        if told is None:
            return False
        case_id, number = told["cases"][0]["case_id"], told["cases"][0]["number"]
        rektor = leader_of(self.guardian.school_id)
        owner = holder_of("school_owner", on=datetime.now(UTC).date())
        orders: list[tuple[str, str, dict[str, str]]] = [
            (rektor, f"{CASES}/{case_id}/dossiers", {"purpose": "supervision"})
        ]
        if erases:
            none = {"outcome": "no_case", "text": "Avklart.", "answer": "Vi følger med."}
            gone = {"number": number, "ground": "decision"}
            orders = [
                (rektor, f"{CASES}/{case_id}/assessment", none),
                (owner, f"/api/intake/disposal/cases/{case_id}", gone),
            ]
        for place, (who, path, order) in enumerate(orders):
            head = self._head(who, "staff")
            if await self._asks(http, head, path, json.dumps(order), f"{key}-{place}") is None:
                return False
        if erases:
            self.erased.append(case_id)
        else:
            self.taken_out.append(case_id)
        return True

    def _head(self, person_id: str, hat: Hat) -> dict[str, str]:
        return dict(signed_in(self.town.stack, person_id, hat))

    async def _asks(
        self, http: httpx.AsyncClient, head: Mapping[str, str], path: str, body: str, key: str
    ) -> Mapping[str, Any] | None:
        """What was answered, or None where it was refused for good."""
        reply = await persist(
            http,
            "POST",
            path,
            content=body,
            headers={**head, "Idempotency-Key": key, "Content-Type": "application/json"},
            within_s=PATIENCE_S,
            answers=self.answers,
            later=NOT_YET,
        )
        # An order that was carried out before we heard of it is refused the second time: that is done too.
        if reply.answer is None or not (reply.is_success or reply.answer.status_code == httpx.codes.CONFLICT):
            return None
        return reply.answer.json() if reply.answer.content else {}
