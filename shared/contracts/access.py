"""Who may see a case, as intake alone decides: a full snapshot per case, and a heartbeat (state topic)."""

from datetime import datetime
from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from shared.contracts.envelope import Contract
from shared.contracts.topics import INTAKE_ACCESS, INTAKE_SESSIONS, Topic

Hat = Literal["guardian", "staff", "pupil"]
Relation = Literal[
    "rektor", "deputy", "case_owner", "helper", "owner_contact", "guardian", "pupil", "parent_contact"
]
Action = Literal["see", "write", "decide", "follow", "practical"]

HEARTBEAT_KEY = "heartbeat"
HEARTBEAT_KEYS = (
    "heartbeat-4",
    "heartbeat-6",
    "heartbeat-43",
    "heartbeat-27",
    "heartbeat-10",
    "heartbeat-21",
    "heartbeat-1",
    "heartbeat-7",
    "heartbeat-51",
    "heartbeat-2",
    "heartbeat-0",
    "heartbeat-12",
)
"""The key whose record lands in partition n, for each of the topic's partitions (Kafka's murmur2)."""

# What each relation may do with a case. `see` is the staff's case page, `follow` the family's own version,
# `decide` what only leadership may, `practical` agenda and practicalities of a group meeting.
ACTIONS: dict[Relation, frozenset[Action]] = {
    "rektor": frozenset({"see", "write", "decide", "practical"}),
    "deputy": frozenset({"see", "write", "decide", "practical"}),
    "case_owner": frozenset({"see", "write", "practical"}),
    "helper": frozenset({"see", "write", "practical"}),
    "owner_contact": frozenset({"see", "practical"}),
    "guardian": frozenset({"follow", "practical"}),
    "pupil": frozenset({"follow", "practical"}),
    "parent_contact": frozenset({"practical"}),
}
HAT_OF: dict[Relation, Hat] = {
    "rektor": "staff",
    "deputy": "staff",
    "case_owner": "staff",
    "helper": "staff",
    "owner_contact": "staff",
    "guardian": "guardian",
    "pupil": "pupil",
    "parent_contact": "guardian",
}


class Grant(BaseModel):
    """One person's relation to the case, between two moments (business time)."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    person_id: str
    relation: Relation
    since: AwareDatetime | None = None
    until: AwareDatetime | None = None
    emergency: bool = Field(default=False, description="opened without part in it, with a reason (row L9)")

    def holds_at(self, now: datetime) -> bool:
        return (self.since is None or self.since <= now) and (self.until is None or now < self.until)


def _of_known_relations(told: object) -> object:
    """A relation that this reader does not know allows nothing, and does not hide the others."""
    if not isinstance(told, list):
        return told
    return [one for one in told if not isinstance(one, dict) or one.get("relation") in ACTIONS]


class AccessSnapshotV1(Contract):
    """Everybody who may see this case now; exclusions are already applied. The highest version counts."""

    type: ClassVar[str] = "samspill.intake.access-snapshot.v1"
    topic: ClassVar[Topic] = INTAKE_ACCESS

    case_id: str
    school_id: str
    kind: Literal["individual", "group"] = "individual"
    pupil_id: str | None = None
    group_id: str | None = None
    grants: Annotated[tuple[Grant, ...], BeforeValidator(_of_known_relations)] = ()
    home_held: bool = Field(default=False, description="nothing goes to the guardians while true (row P4)")
    leader_id: str | None = Field(
        default=None, description="who leads the case where the school's leadership must not (§ 12-5)"
    )

    def key(self) -> str:
        return self.case_id


class AccessHeartbeatV1(Contract):
    """All that intake said of access before this moment stands before this in its partition.

    One is sent to every partition. A service that has not heard one of each for 60 s trusts nothing it knows.
    """

    type: ClassVar[str] = "samspill.intake.access-heartbeat.v1"
    topic: ClassVar[Topic] = INTAKE_ACCESS

    sent_at: AwareDatetime = Field(description="machine time")
    partition: int | None = Field(
        default=None,
        ge=0,
        lt=INTAKE_ACCESS.partitions,
        description="of the topic; without one it proves nothing",
    )

    def key(self) -> str:
        return HEARTBEAT_KEY if self.partition is None else HEARTBEAT_KEYS[self.partition]


class SignedOutV1(Contract):
    """A session has ended: every service refuses it from now on."""

    type: ClassVar[str] = "samspill.intake.signed-out.v1"
    topic: ClassVar[Topic] = INTAKE_SESSIONS

    session_id: str
    until: AwareDatetime = Field(description="machine time after which the session would have ended anyway")

    def key(self) -> str:
        return self.session_id
