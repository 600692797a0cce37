"""Every look into a case is written down before anything is shown (rows L9, B9).

The guards call `Looks.note` whenever they let somebody in. The whole log lies here, in the service's own
database, sealed and chained (`shared.storage.look_log`); what the family is to see, who of the school was
in the case on which day, is said to intake.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import date, datetime

from pydantic import AwareDatetime

from shared.clock import OSLO
from shared.contracts.access import HAT_OF, Relation
from shared.contracts.looks import (
    CaseSeen,
    EscalationCaseSeenV1,
    IntakeCaseSeenV1,
    MeetingsCaseSeenV1,
    NotifyCaseSeenV1,
)
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate
from shared.storage.look_log import Look, LookLog
from shared.storage.store import Store

SAID_BY: Mapping[str, type[CaseSeen]] = {
    "intake": IntakeCaseSeenV1,
    "meetings": MeetingsCaseSeenV1,
    "notify": NotifyCaseSeenV1,
    "escalation": EscalationCaseSeenV1,
}
REMEMBERED = 20_000


class Seen(Aggregate):
    """One person was in one case on one day."""

    case_id: str
    person_id: str
    relation: Relation
    day: date
    first_at: AwareDatetime

    def scope(self) -> str:
        return self.case_id

    def said_by(self, service: str) -> "Seen":
        """Say it; called once, on a new one."""
        self._record(SAID_BY[service](**self.model_dump(exclude={"id", "heard"})))
        return self


class Looks:
    """What the guards tell. `note` raises `Unavailable` where it could not be stored: nothing is shown."""

    def __init__(self, log: LookLog, seen: Store[Seen], *, service: str, now: Callable[[], datetime]) -> None:
        self.log = log
        self._seen = seen
        self._service = service
        self._now = now
        self._said: OrderedDict[tuple[str, str, date], None] = OrderedDict()

    async def note(
        self, case_id: str, *, person_id: str, relation: Relation, action: str, route: str
    ) -> None:
        """Somebody was let in to do this with the case at this route."""
        now, hat = self._now(), HAT_OF[relation]
        look = Look(at=now, person_id=person_id, hat=hat, relation=relation, action=action, route=route)
        await self.log.note(case_id, look)
        if hat == "staff":
            await self._say(case_id, person_id, relation, now)

    async def _say(self, case_id: str, person_id: str, relation: Relation, now: datetime) -> None:
        day = now.astimezone(OSLO).date()
        key = (case_id, person_id, day)
        if key in self._said:
            return
        id_ = derived_id("seen", self._service, case_id, person_id, day.isoformat())
        seen = Seen(id=id_, case_id=case_id, person_id=person_id, relation=relation, day=day, first_at=now)
        await self._seen.add(seen.said_by(self._service))
        self._said[key] = None
        if len(self._said) > REMEMBERED:
            self._said.popitem(last=False)
