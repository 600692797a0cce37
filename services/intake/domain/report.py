"""What somebody told the school about one or more pupils, in their own words, as it came in."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.intake import (
    Channel,
    Concerns,
    OpenedCase,
    ReportAddedToV1,
    ReportReceivedV1,
    Sign,
    ToldAs,
)
from shared.errors import Conflict
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate


class ChildsCase(BaseModel):
    """The case that one child gets; no pupil where the reporter could not point one out."""

    model_config = ConfigDict(frozen=True)

    case_id: str
    number: str
    pupil_id: str | None = None


Place = Literal["classroom", "yard", "way", "bus", "sfo", "changing_room", "online", "elsewhere"]
MOST_ADDITIONS = 50


class Addition(BaseModel):
    """What was told afterwards, every question of it skippable. The first words stand as they were."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    id: str
    at: AwareDatetime
    by: str | None = None
    text: str | None = None
    places: tuple[Place, ...] = ()
    where: str | None = None
    occurred_on: date | None = None
    seen_by: str | None = None
    signs: tuple[Sign, ...] = ()
    pupils_view: str | None = None

    @property
    def says_something(self) -> bool:
        told = (self.text, self.places, self.where, self.occurred_on, self.seen_by, self.signs)
        return any((*told, self.pupils_view))


class Report(Aggregate):
    """Its first words are never changed; its id and its cases' ids follow from the sender's key."""

    school_id: str
    told_as: ToldAs
    channel: Channel
    reporter_id: str | None
    entered_by: str | None = None
    """Who was signed in: the reporter, or who wrote it down on behalf; nobody when told without a name."""
    text: str
    about: str | None = None
    """Whom it concerns, in the reporter's words, when no pupil was pointed out."""
    cases: tuple[ChildsCase, ...]
    handler_id: str
    received_at: AwareDatetime
    contact_by: AwareDatetime
    home_held: bool = False
    told_by: str | None = None
    """Who told it, in the words of the one who wrote it down."""
    concerns: Concerns = "pupils"
    implicated: tuple[str, ...] = ()
    """The employees it concerns, as far as somebody could point them out."""
    queued: bool = False
    """It came in a flood: stored, and no case is opened before somebody has looked (row B5)."""
    set_aside_at: AwareDatetime | None = None
    additions: list[Addition] = Field(default_factory=list)

    def clear(self) -> Mapping[str, Any]:
        return {
            "by": self.entered_by,
            "reporter": self.reporter_id,
            "school_id": self.school_id,
            "cases": [one.case_id for one in self.cases],
            "received_at": self.received_at,
            "queued": self.queued,
        }

    def scope(self) -> str:
        return self.cases[0].case_id

    def receive(self) -> "Report":
        """Say that it has come. It counts as raised with the rektor from this moment (row P11)."""
        self._record(
            ReportReceivedV1(
                case_id=self.cases[0].case_id,
                school_id=self.school_id,
                at=self.received_at,
                by=self.entered_by,
                report_id=self.id,
                told_as=self.told_as,
                channel=self.channel,
                reporter_id=self.reporter_id,
                cases=tuple(
                    OpenedCase(case_id=one.case_id, number=one.number, pupil_id=one.pupil_id)
                    for one in self.cases
                    if one.pupil_id is not None
                ),
                handler_id=self.handler_id,
                raised_with_rektor_at=self.received_at,
                contact_by=self.contact_by,
                home_held=self.home_held,
                concerns=self.concerns,
            )
        )
        return self

    def take_from_queue(self) -> bool:
        """Somebody has looked: it is to be a case, received when it came. False the second time."""
        if not self.queued:
            return False
        self.queued = False
        self.receive()
        return True

    def set_aside(self, at: datetime) -> None:
        """Somebody has looked, and it is one of a flood: kept, and no case."""
        if self.queued:
            self.queued, self.set_aside_at = False, at

    def add(self, addition: Addition) -> bool:
        """Who told tells more; False when the very same was added before."""
        if any(one.id == addition.id for one in self.additions):
            return False
        if len(self.additions) >= MOST_ADDITIONS:
            raise Conflict("too-many-additions")
        self.additions.append(addition)
        self._record(
            ReportAddedToV1(
                case_id=self.cases[0].case_id,
                school_id=self.school_id,
                at=addition.at,
                by=addition.by,
                report_id=self.id,
                addition_id=addition.id,
                case_ids=tuple(one.case_id for one in self.cases),
                signs=addition.signs,
            )
        )
        return True


def report_id_of(key: str) -> str:
    """The report that this idempotency key (bound to its sender) makes, always the same."""
    return derived_id("report", key)


def case_id_of(report_id: str, pupil_id: str | None) -> str:
    return derived_id("case", report_id, pupil_id or "")
