"""What escalation keeps, and the values it goes by: made once in `app.py`, handed to everything else."""

from dataclasses import dataclass

from services.escalation.domain.assistance import Assistance
from services.escalation.domain.beat import Beat
from services.escalation.domain.clock import Clock
from services.escalation.domain.deviation import Deviation
from services.escalation.domain.digest import Digest
from services.escalation.domain.notice import Notice
from services.escalation.domain.preflight import PREFLIGHT_ID, Preflight
from services.escalation.domain.rhythm import Rhythm
from services.escalation.domain.silence import Silence
from services.escalation.domain.silent_school import SilentSchool
from services.escalation.domain.suggestion import Suggestion
from services.escalation.domain.tomorrow import TomorrowWatch
from services.escalation.storage.books import Books
from services.escalation.storage.case_facts import CaseFacts
from services.escalation.storage.channels import Channels
from services.escalation.storage.happenings import Happenings
from shared.clock import Clock as BusinessClock
from shared.directory import Directory
from shared.storage.store import Store


@dataclass(frozen=True)
class Escalation:
    clocks: Store[Clock]
    watches: Store[TomorrowWatch]
    rhythms: Store[Rhythm]
    suggestions: Store[Suggestion]
    notices: Store[Notice]
    assistance: Store[Assistance]
    deviations: Store[Deviation]
    preflights: Store[Preflight]
    beats: Store[Beat]
    channels: Channels
    digests: Store[Digest]
    silences: Store[Silence]
    silent_schools: Store[SilentSchool]
    happenings: Happenings
    cases: CaseFacts
    directory: Directory
    clock: BusinessClock
    books: Books

    async def prepare(self) -> None:
        """The indexes that the questions here need."""
        await self.clocks.index("case_id", "state")
        await self.clocks.index("subject_id", "code")
        await self.clocks.index("school_id", "overdue")
        await self.clocks.index("month")
        await self.watches.index("case_id")
        await self.suggestions.index("school_id", "waits")
        await self.suggestions.index("not_notified_at")
        await self.silences.index("school_id", "until")
        await self.notices.index("case_id")
        await self.notices.index("school_id", "state")
        await self.notices.index("asked")
        await self.happenings.prepare()
        await self.cases.prepare()
        if await self.preflights.get(PREFLIGHT_ID) is None:
            await self.preflights.add(Preflight.first(self.clock.now()))
