"""The parts of a whole case on their way to one package: asked for by intake, said sealed and in chunks."""

from typing import ClassVar

from pydantic import AwareDatetime, Field

from shared.contracts.envelope import CaseEvent, Contract, Words, WordsModel
from shared.contracts.topics import DOSSIERS, INTAKE_CASE, Topic


class DossierRequestedV1(CaseEvent):
    """The whole case is asked for: each service says its part of it."""

    type: ClassVar[str] = "samspill.intake.dossier-requested.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    dossier_id: str
    variant: str = Field(description="full or masked")
    purpose: str = Field(description="code: supervision, access, archive, complaint or other")


class DossierMadeV1(CaseEvent):
    """The package has been put together and signed."""

    type: ClassVar[str] = "samspill.intake.dossier-made.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    dossier_id: str
    variant: str
    purpose: str
    missing: tuple[str, ...] = Field(default=(), description="services that did not answer in time")


class DossierDeliveredV1(CaseEvent):
    """The archive has taken the package in and given a receipt."""

    type: ClassVar[str] = "samspill.intake.dossier-delivered.v1"
    topic: ClassVar[Topic] = INTAKE_CASE

    dossier_id: str
    receipt: str = Field(description="the archive's number of the journalpost")


class DossierPartWords(Words):
    content: str = Field(description="base64 of a piece of gzipped JSON lines")


class DossierPart(Contract):
    """One piece of what a service has of the case; on a topic that forgets within two days."""

    words: ClassVar[WordsModel | None] = DossierPartWords

    case_id: str
    dossier_id: str
    number: int = Field(description="from 1")
    last: bool
    at: AwareDatetime

    def key(self) -> str:
        return self.case_id


class MeetingsDossierPartV1(DossierPart):
    type: ClassVar[str] = "samspill.meetings.dossier-part.v1"
    topic: ClassVar[Topic] = DOSSIERS["meetings"]


class NotifyDossierPartV1(DossierPart):
    type: ClassVar[str] = "samspill.notify.dossier-part.v1"
    topic: ClassVar[Topic] = DOSSIERS["notify"]


class EscalationDossierPartV1(DossierPart):
    type: ClassVar[str] = "samspill.escalation.dossier-part.v1"
    topic: ClassVar[Topic] = DOSSIERS["escalation"]
