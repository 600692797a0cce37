"""What somebody told the school about one or more pupils, in their own words, as it came in."""

from collections.abc import Mapping
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict

from shared.contracts.intake import Channel, OpenedCase, ReportReceivedV1, ToldAs
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate


class ChildsCase(BaseModel):
    """The case that one child gets; no pupil where the reporter could not point one out."""

    model_config = ConfigDict(frozen=True)

    case_id: str
    number: str
    pupil_id: str | None = None


class Report(Aggregate):
    """Received once and never changed; its id and its cases' ids follow from the sender's key."""

    school_id: str
    told_as: ToldAs
    channel: Channel
    reporter_id: str | None
    entered_by: str
    """Who was signed in: the reporter, or who wrote it down on behalf."""
    text: str
    about: str | None = None
    """Whom it concerns, in the reporter's words, when no pupil was pointed out."""
    cases: tuple[ChildsCase, ...]
    handler_id: str
    received_at: AwareDatetime
    contact_by: AwareDatetime
    home_held: bool = False

    def clear(self) -> Mapping[str, Any]:
        return {
            "by": self.entered_by,
            "reporter": self.reporter_id,
            "school_id": self.school_id,
            "cases": [one.case_id for one in self.cases],
            "received_at": self.received_at,
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
            )
        )
        return self


def report_id_of(key: str) -> str:
    """The report that this idempotency key (bound to its sender) makes, always the same."""
    return derived_id("report", key)


def case_id_of(report_id: str, pupil_id: str | None) -> str:
    return derived_id("case", report_id, pupil_id or "")
