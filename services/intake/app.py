"""Builds intake: the only place that reads its settings and makes its parts."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from services.intake.commands.beat import beating
from services.intake.commands.deliver_dossier import go_on_delivering
from services.intake.commands.take_out_case import going_on
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
from services.intake.files.archive import FolderArchive, HttpArchive
from services.intake.files.package import Signer
from services.intake.files.readable import Readable
from services.intake.files.scanning import Scanner
from services.intake.preflight import look_at_issuers
from services.intake.settings import IntakeSettings
from services.intake.storage.directory_stores import DirectoryStores
from services.intake.storage.files import Files
from services.intake.storage.house import Archive, FileLimits, Intake
from services.intake.storage.numbers import CaseNumbers
from services.intake.storage.own_access import OwnAccess
from services.intake.storage.projections import Projections
from services.intake.subscriptions import subscriptions
from services.intake.web.routers import routers
from shared.directory import Directory
from shared.kernel import Kernel, Service, web_app
from shared.timers import Due
from shared.web import health
from shared.web.layout import SHARED_LOCALES
from shared.web.oidc import issuers_of
from shared.web.signin_client import SignInClient

HERE = Path(__file__).parent


def build(settings: IntakeSettings | None = None) -> Service:
    settings = settings or IntakeSettings.from_environment()
    kernel = Kernel(settings)
    scanner = Scanner(settings.clamav_address) if settings.clamav_address else None
    limits = FileLimits(bytes=settings.file_bytes, count=settings.files_per_report)
    house = replace(build_house(kernel, settings), scanner=scanner, file_limits=limits)

    async def scanning() -> health.Report:
        if scanner is None:
            return health.Report(code="no-scanner")
        return health.Report() if await scanner.answers() else health.Report(ok=False, code="down")

    sign_in = SignInClient.from_settings(
        settings,
        base_url=settings.base_url,
        keyring=settings.cookie_keys,
        secure=settings.is_production,
    )
    house = replace(house, archive=archive_of(settings))
    signer = Signer(settings.signing_key.get_secret_value())
    readable = Readable(*SHARED_LOCALES, HERE / "locales")
    go_on = going_on(house, signer, readable, partial(go_on_delivering, house=house))
    kernel.erasing.keeps(house.erasures.name, house.erasures.history.name)
    return Service(
        kernel,
        subscriptions=[*house.directory.subscriptions(), *subscriptions(house)],
        dues=[Due(house.dossiers, go_on)],
        goes_on_later=True,
        after_restore=[partial(skip_numbers, house.numbers)],
        prepare=[house.directory.prepare, house.prepare],
        background=[beating(house)],
        probes=[health.Probe("files", "clamav", scanning)],
        preflight=[partial(look_at_issuers, issuers_of(settings), base_url=settings.base_url)],
        web=lambda here: web_app(
            here,
            directory=house.directory,
            access=OwnAccess(house.access, house.clock),
            templates=HERE / "web" / "templates",
            locales=HERE / "locales",
            routers=lambda pages: routers(house, pages, sign_in=sign_in, settings=settings),
            state={"house": house, "signer": signer, "sign_in": sign_in},
            body_limits={"/files/": settings.file_bytes * 4},
            form_targets=[one.url for one in issuers_of(settings)],
        ),
    )


async def skip_numbers(numbers: CaseNumbers, _since: datetime) -> str:
    """After a restored backup; said in one line for the operator."""
    await numbers.skip()
    return "case numbers go on ten thousand later"


def archive_of(settings: IntakeSettings) -> Archive | None:
    """The archive that the municipality has named, if any."""
    if settings.archive_url:
        token = settings.archive_token
        return HttpArchive(settings.archive_url, token.get_secret_value() if token else None)
    return FolderArchive(settings.archive_folder) if settings.archive_folder else None


def build_house(kernel: Kernel, settings: IntakeSettings | None = None) -> Intake:
    """The stores and projections, on this kernel."""
    return Intake(
        listed=DirectoryStores(kernel),
        directory=Directory(kernel.database, keys=kernel.keys, clock=kernel.clock),
        reports=kernel.store("reports", Report),
        cases=kernel.store("cases", Case),
        interventions=kernel.store("interventions", Intervention),
        mailboxes=kernel.store("mailboxes", Mailbox),
        attachments=kernel.store("attachments", Attachment),
        files=Files(kernel.database, keys=kernel.keys),
        access=kernel.store("case_access", Access),
        tasks=kernel.store("tasks", Task),
        erasures=kernel.store("erasures", Erasure),
        entries=kernel.store("emergency_entries", EmergencyEntry),
        dossiers=kernel.store("dossiers", Dossier),
        whole=kernel.dossiers,
        retention=kernel.store("retention", RetentionRules),
        holds=kernel.store("holds", Hold),
        ended=kernel.store("ended_sessions", EndedSession),
        heartbeats=kernel.store("heartbeats", Heartbeat, keeps_history=False),
        seen=Projections(kernel),
        numbers=CaseNumbers(kernel.database),
        signed_out=kernel.signed_out,
        clock=kernel.clock,
        plans=kernel.store("plans", Plan),
        evaluations=kernel.store("evaluations", Evaluation),
        corrections=kernel.store("corrections", Correction),
        custody=kernel.store("registered_custody", RegisteredCustody),
        lists=kernel.store("kept_filters", KeptFilters),
        key_backup_days=settings.key_backup_days if settings else 30,
        plan_label=settings.plan_label if settings else "aktivitetsplan",
        countersign_serious=settings.countersign_serious if settings else False,
    )
