"""What every event of the house looks like: a frozen contract, CloudEvents 1.0 in binary mode.

The body is the contract as JSON and holds ids, codes and times only. Words that must cross lie in the
one field `sealed`, a typed model under the exchange key (see `shared/storage/encryption.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.topics import Topic
from shared.errors import Unreadable

Headers = Sequence[tuple[str, bytes]]


class Words(BaseModel):
    """Names, addresses or free text that cross sealed; opened by the consumer, never logged."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


WordsModel = type[Words]


class Contract(BaseModel):
    """An event as strangers may read it: frozen, versioned, additive changes only."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    type: ClassVar[str]
    topic: ClassVar[Topic]
    words: ClassVar[WordsModel | None] = None
    outlives_case: ClassVar[bool] = False
    """Whether it is heard even when its case has been erased: what tells of the erasing itself."""

    def key(self) -> str:
        """The Kafka key: the case's id where there is a case, so that a case's events keep together."""
        raise NotImplementedError


class CaseEvent(Contract):
    """Something that happened in one case; also one line of its timeline."""

    case_id: str = Field(description="the case this belongs to; also the Kafka key")
    school_id: str = Field(description="the school that has the case")
    at: AwareDatetime = Field(description="business time at which it happened")
    by: str | None = Field(default=None, description="the person who did it; nobody for a clock")

    def key(self) -> str:
        return self.case_id


E = TypeVar("E", bound=Contract)


@dataclass(slots=True)
class Heard(Generic[E]):
    """An event as it reached a consumer, with what its headers say.

    `source` is the aggregate that said it and `seq` its place in that aggregate's life; the pair guards
    against repeats. `republished` marks present state said again: it causes no letter and no clock.
    """

    event: E
    id: str
    source: str
    seq: int
    told_at: str
    republished: bool = False
    words: Any = None

    @property
    def time(self) -> datetime:
        """Business time at which it was said."""
        return datetime.fromisoformat(self.told_at)


def event_id(aggregate_id: str, seq: int) -> str:
    """An event's id follows from the aggregate and its sequence number, so a repeat has the same."""
    return f"{aggregate_id}:{seq}"


def header(headers: Headers, name: str) -> str | None:
    """One CloudEvents header as text; None where it is missing or is not text."""
    for found, value in headers:
        if found == name:
            try:
                return value.decode()
            except UnicodeDecodeError:
                return None
    return None


def headers_of(
    contract: type[Contract], *, service: str, source: str, seq: int, time: str, republished: bool = False
) -> list[tuple[str, bytes]]:
    """The binary-mode CloudEvents headers of one event; `time` is RFC 3339."""
    found = [
        ("ce_specversion", b"1.0"),
        ("ce_type", contract.type.encode()),
        ("ce_source", f"/samspill/{service}".encode()),
        ("ce_id", event_id(source, seq).encode()),
        ("ce_subject", source.encode()),
        ("ce_sequence", str(seq).encode()),
        ("ce_time", time.encode()),
        ("content-type", b"application/json"),
    ]
    if republished:
        found.append(("ce_republished", b"true"))
    return found


def read(contract: type[E], value: bytes | None, headers: Mapping[str, bytes]) -> Heard[E]:
    """The event in a Kafka record of that type (its words still sealed).

    Raises `Unreadable` with a code when a header is missing or the body breaks the contract.
    """
    if value is None:
        raise Unreadable("empty-body")
    try:
        return Heard(
            contract.model_validate_json(value),
            headers["ce_id"].decode(),
            headers["ce_subject"].decode(),
            int(headers["ce_sequence"]),
            headers["ce_time"].decode(),
            headers.get("ce_republished") == b"true",
        )
    except KeyError as missing:
        raise Unreadable("missing-header") from missing
    except ValueError as broken:
        raise Unreadable("breaks-contract") from broken
