"""The only place that names a topic: owner, key, partitions, cleanup, retention, size and readers."""

from dataclasses import dataclass, field
from typing import Literal

Service = Literal["intake", "meetings", "notify", "escalation"]
SERVICES: tuple[Service, ...] = ("intake", "meetings", "notify", "escalation")

PARTITIONS = 12
DAY_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True)
class Topic:
    """One Kafka topic. `state` topics are compacted; the others forget after `retention_ms`."""

    name: str
    owner: Service
    key: str
    readers: frozenset[Service] = field(default_factory=frozenset)
    state: bool = False
    partitions: int = PARTITIONS
    retention_ms: int = 7 * DAY_MS
    max_bytes: int = 256 * 1024

    def config(self) -> dict[str, str]:
        """The topic's settings as Kafka spells them."""
        settings = {"max.message.bytes": str(self.max_bytes)}
        if self.state:
            return {**settings, "cleanup.policy": "compact", "min.cleanable.dirty.ratio": "0.1"}
        # Kafka forgets whole segments only: one a day, so that a quiet topic forgets in time too.
        return {
            **settings,
            "cleanup.policy": "delete",
            "retention.ms": str(self.retention_ms),
            "segment.ms": str(DAY_MS),
        }

    @property
    def forgets_within_ms(self) -> int:
        """How long after it was said a word may still lie in the topic: its retention and one segment."""
        return self.retention_ms + DAY_MS


def _readers(*services: Service) -> frozenset[Service]:
    return frozenset(services)


EVERYONE = _readers(*SERVICES)

INTAKE_CASE = Topic("samspill.intake.case", "intake", "case id", EVERYONE)
INTAKE_ACCESS = Topic("samspill.intake.access", "intake", "case id", EVERYONE, state=True)
INTAKE_DIRECTORY = Topic("samspill.intake.directory", "intake", "directory id", EVERYONE, state=True)
INTAKE_SETTINGS = Topic("samspill.intake.settings", "intake", "setting", EVERYONE, state=True)
INTAKE_CONTACTS = Topic("samspill.intake.contacts", "intake", "person id", _readers("notify"), state=True)
INTAKE_ERASURES = Topic("samspill.intake.erasures", "intake", "case id", EVERYONE, state=True)
INTAKE_SESSIONS = Topic("samspill.intake.sessions", "intake", "session id", EVERYONE, retention_ms=DAY_MS)
MEETINGS_MEETING = Topic("samspill.meetings.meeting", "meetings", "case id", EVERYONE)
NOTIFY_LETTER = Topic("samspill.notify.letter", "notify", "case id", EVERYONE)
ESCALATION_CLOCK = Topic("samspill.escalation.clock", "escalation", "case id", EVERYONE)
ESCALATION_NOTICE = Topic("samspill.escalation.notice", "escalation", "case id", EVERYONE)
TASKS: dict[Service, Topic] = {
    service: Topic(f"samspill.{service}.task", service, "case id", _readers("intake", "escalation", service))
    for service in SERVICES
}
DOSSIERS: dict[Service, Topic] = {
    service: Topic(f"samspill.{service}.dossier", service, "case id", _readers("intake"), retention_ms=DAY_MS)
    for service in SERVICES
    if service != "intake"
}
DEAD_LETTERS: dict[Service, Topic] = {
    service: Topic(f"samspill.{service}.dead-letters", service, "event id", _readers(service))
    for service in SERVICES
}

TOPICS: tuple[Topic, ...] = (
    INTAKE_CASE,
    INTAKE_ACCESS,
    INTAKE_DIRECTORY,
    INTAKE_SETTINGS,
    INTAKE_CONTACTS,
    INTAKE_ERASURES,
    INTAKE_SESSIONS,
    MEETINGS_MEETING,
    NOTIFY_LETTER,
    ESCALATION_CLOCK,
    ESCALATION_NOTICE,
    *TASKS.values(),
    *DOSSIERS.values(),
    *DEAD_LETTERS.values(),
)
