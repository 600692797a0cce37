"""Everything intake's commands, reactions and pages work with; made once, in `app.py`."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from services.intake.domain.access import Access
from services.intake.domain.attachment import Attachment
from services.intake.domain.case import Case
from services.intake.domain.case_filter import KeptFilters
from services.intake.domain.correction import Correction
from services.intake.domain.custody import RegisteredCustody
from services.intake.domain.dossier import Dossier
from services.intake.domain.emergency_entry import EmergencyEntry
from services.intake.domain.ended_session import EndedSession
from services.intake.domain.erasure import Erasure
from services.intake.domain.evaluation import Evaluation
from services.intake.domain.heartbeat import Heartbeat
from services.intake.domain.intervention import Intervention
from services.intake.domain.mailbox import Mailbox
from services.intake.domain.plan import Plan
from services.intake.domain.report import Report
from services.intake.domain.retention import Hold, RetentionRules
from services.intake.domain.task import Task
from services.intake.storage.directory_stores import DirectoryStores
from services.intake.storage.files import Files
from services.intake.storage.numbers import CaseNumbers
from services.intake.storage.projections import Projections
from shared.access import SignedOut
from shared.clock import OSLO, Clock
from shared.directory import Directory
from shared.dossiers import Dossiers
from shared.identifiers import derived_id
from shared.storage.store import Store


class Scanning(Protocol):
    """What looks for viruses; raises `Unavailable` when it cannot say."""

    async def is_clean(self, path: Path) -> bool: ...


@dataclass(frozen=True)
class ArchiveMessage:
    """One journalpost in a saksmappe, in the archive's own words (Noark 5, `arkivmelding.xml`)."""

    id: str
    """The same however often it is sent, so that the archive files it once."""
    arkivmelding: bytes
    document: str
    """The file name that the arkivmelding refers to."""


@dataclass(frozen=True)
class ArchiveAnswer:
    """What the archive says: a journalpost's number, or why it refuses; neither while it works."""

    receipt: str | None = None
    refused: str | None = None


class Archive(Protocol):
    """Where whole cases are delivered, shaped like Fiks Arkiv: sent now, answered later (row P17).

    Both raise `Unavailable` where the archive does not answer; then it is tried again.
    """

    async def send(self, message: ArchiveMessage, content: Path) -> None: ...

    async def answer(self, message_id: str) -> ArchiveAnswer: ...


@dataclass(frozen=True)
class FileLimits:
    """How large a file may be, and how many may come with one report."""

    bytes: int = 20 * 1024 * 1024
    count: int = 20


@dataclass(frozen=True)
class Intake:
    """The house of one running service."""

    listed: DirectoryStores
    directory: Directory
    reports: Store[Report]
    cases: Store[Case]
    interventions: Store[Intervention]
    mailboxes: Store[Mailbox]
    attachments: Store[Attachment]
    files: Files
    access: Store[Access]
    tasks: Store[Task]
    erasures: Store[Erasure]
    entries: Store[EmergencyEntry]
    dossiers: Store[Dossier]
    whole: Dossiers
    """Everything of a case that lies here, for taking it out of the house."""
    retention: Store[RetentionRules]
    holds: Store[Hold]
    ended: Store[EndedSession]
    heartbeats: Store[Heartbeat]
    seen: Projections
    numbers: CaseNumbers
    signed_out: SignedOut
    clock: Clock
    plans: Store[Plan]
    evaluations: Store[Evaluation]
    corrections: Store[Correction]
    custody: Store[RegisteredCustody]
    lists: Store[KeptFilters]
    file_limits: FileLimits = FileLimits()
    archive: Archive | None = None
    """None where the municipality has not said where its archive is."""
    key_backup_days: int = 30
    """How long the backups of the keys are kept: only then is an erased case gone from them too."""
    scanner: Scanning | None = None
    """None where no scanner is configured; then `/health` and the staff's page say so."""
    plan_label: str = "aktivitetsplan"
    """What the municipality calls the plan: a code with words in the catalogue."""
    countersign_serious: bool = False
    """Whether the school owner signs too when a case is closed of which it was notified (row B12)."""

    def today(self) -> date:
        """The day it is in Norway, by business time."""
        return self.clock.now().astimezone(OSLO).date()

    async def prepare(self) -> None:
        await self.listed.prepare()
        await self.seen.prepare()
        for field in ("by", "reporter", "cases"):
            await self.reports.index(field)
        await self.reports.index("school_id", "queued")
        await self.reports.index("school_id", "received_at")
        await self.mailboxes.index("case_id")
        for field in ("cases", "report_id"):
            await self.attachments.index(field)
        for field in ("case_id", "pupil_id"):
            await self.interventions.index(field)
        for field in ("pupil_id", "adults", "reported_at", "number"):
            await self.cases.index(field)
        # The list of cases reads these in order, a page at a time, however many there are.
        for whose in ("school_id", "handler_id"):
            await self.cases.index(whose, "state", "reported_at", "number")
        await self.access.index("staff", "school_id")
        for field in ("school_id", "pupil_id", "group_id", "home", "through"):
            await self.access.index(field)
        await self.plans.index("cases")
        await self.corrections.index("subject_id")
        await self.custody.index("pupil_id")
        await self.custody.index("schools", "differs")
        await self.evaluations.index("case_id")
        await self.cases.index("state", "ended_at")
        await self.erasures.index("ordered_at")
        await self.entries.index("at")
        await self.dossiers.index("case_id", "asked_at")
        await self.holds.index("on")
        for whose in ("owner_id", "school_id"):
            await self.tasks.index(whose, "open", "due_at", "opened_at")
        await self.tasks.index("case_id", "open")


def access_id_of(case_id: str) -> str:
    """A case and its access are aggregates of their own, and their events need ids of their own."""
    return derived_id("access", case_id)
