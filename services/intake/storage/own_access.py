"""Intake's own answer to who may see a case: from the decision itself, so it is never stale."""

from typing import cast

from services.intake.domain.access import Access
from services.intake.storage.house import access_id_of
from shared.access import relation_for
from shared.clock import Clock
from shared.contracts.access import Action
from shared.errors import Forbidden, Hidden
from shared.storage.store import Store
from shared.web.guards import Decision
from shared.web.permissions import KNOWN_ACTIONS
from shared.web.sessions import Hat


class OwnAccess:
    """The guards' port `Access`, here where access is decided."""

    def __init__(self, access: Store[Access], clock: Clock) -> None:
        self._access = access
        self._clock = clock

    async def may(self, person_id: str, hat: Hat, case_id: str, action: str) -> Decision:
        if action not in KNOWN_ACTIONS:
            raise ValueError(action)
        found = await self._access.get(access_id_of(case_id))
        if found is None:
            return Decision.HIDDEN
        try:
            relation = relation_for(
                found.snapshot(),
                person_id=person_id,
                hat=hat,
                action=cast("Action", action),
                now=self._clock.now(),
            )
        except Hidden:
            return Decision.HIDDEN
        except Forbidden:
            return Decision.FORBIDDEN
        return Decision.allowed(relation)
