"""The parts every service is built from, and how they run: web, worker, relay and timers.

A service's `app.py` makes a `Kernel`, registers its stores and projections there, and hands a `Service` to
`run`. Constructing does no I/O; connecting happens in `run`, and keeps trying.
"""

import asyncio
import contextlib
import gc
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from fastapi import APIRouter, FastAPI
from pydantic import BaseModel
from pymongo.uri_parser import parse_uri

from shared.access import SignedOut
from shared.clock import Clock, business_clock
from shared.directory import Directory
from shared.dossiers import DossierPiece, Dossiers
from shared.erasing import ErasedHere, Erasing
from shared.errors import Unavailable
from shared.findings import Check
from shared.looks import Looks, Seen
from shared.messaging.broker import broker_for, start_broker
from shared.messaging.consuming import Inbox, On, TooManyDeadLetters
from shared.messaging.dead_letters import DeadLetters
from shared.messaging.parking import Parking
from shared.messaging.producing import KafkaAddress, start_producer
from shared.messaging.relay import Relay
from shared.observability.logs import get_logger, log_loop_errors
from shared.observability.traces import configure_traces
from shared.settings import ServiceSettings
from shared.storage.aggregate import Aggregate
from shared.storage.client import Driver, connect, disconnect
from shared.storage.encryption import Exchange
from shared.storage.keys import ScopeKeys
from shared.storage.leases import Lease
from shared.storage.look_log import LookLog
from shared.storage.projection import Projection
from shared.storage.purging import Graves
from shared.storage.store import Store
from shared.timers import Due, Timers
from shared.web.app import create_app, server_of
from shared.web.guards import Access
from shared.web.health import Probe, Report
from shared.web.layout import Pages
from shared.web.permissions import DirectoryDuties
from shared.web.sessions import Sessions

log = get_logger()

Role = Literal["web", "worker", "relay", "timers"]
ROLES: tuple[Role, ...] = ("web", "worker", "relay", "timers")
RETRY_S = 1.0
STUCK_S = 15.0

A = TypeVar("A", bound=Aggregate)
R = TypeVar("R", bound=BaseModel)


class Kernel:
    """Database, keys, clock and messaging of one service. Nothing here connects before it is used."""

    def __init__(self, settings: ServiceSettings, *, driver: Driver = "motor") -> None:
        self.settings = settings
        self.service = settings.service
        self.clock: Clock = business_clock(settings.profile, settings.clock_file)
        data_url, keys_url = (
            settings.mongodb_url.get_secret_value(),
            settings.mongodb_keys_url.get_secret_value(),
        )
        self._clients = [connect(url, driver=driver, app_name=self.service) for url in (data_url, keys_url)]
        self.database = self._clients[0][_database_in(data_url) or self.service]
        keyring = settings.key_encryption_keys
        self.keys = ScopeKeys(
            self._clients[1][_database_in(keys_url) or f"{self.service}_keys"],
            keyring.keys,
            keyring.current,
        )
        self.exchange = Exchange(settings.exchange_keys.keys, settings.exchange_keys.current)
        self.kafka = KafkaAddress(
            bootstrap=settings.kafka_bootstrap_servers,
            security_protocol=settings.kafka_security_protocol,
            mechanism=settings.kafka_sasl_mechanism,
            username=settings.kafka_username,
            password=settings.kafka_password.get_secret_value() if settings.kafka_password else None,
        )
        self.stores: list[Store[Any]] = []
        self.signed_out = SignedOut(self.database)
        self.dead_letters = DeadLetters(self.database)
        self.relay: Relay | None = None
        self.looks = Looks(
            LookLog(self.database, keys=self.keys),
            self.store("case_seen", Seen, keeps_history=False),
            service=self.service,
            now=self._now,
        )

        self.erasing = Erasing(
            Graves(self.database, keys=self.keys),
            self.store("erased_here", ErasedHere, keeps_history=False),
            keys=self.keys,
            service=self.service,
        )
        self.dossiers = Dossiers(
            self.stores,
            self.store("dossier_pieces", DossierPiece, keeps_history=False),
            keys=self.keys,
            service=self.service,
        )

    def store(self, name: str, model: type[A], *, keeps_history: bool = True) -> Store[A]:
        """The collection of one kind of aggregate; its outbox is relayed."""
        made = Store(
            self.database,
            name,
            model,
            service=self.service,
            keys=self.keys,
            exchange=self.exchange,
            clock=self.clock,
            on_written=partial(self._wake_relay, name),
            keeps_history=keeps_history,
        )
        self.stores.append(made)
        return made

    def projection(
        self, name: str, model: type[R], *, scope_of: Callable[[str], str] = lambda id_: id_
    ) -> Projection[R]:
        """Rows of one kind that are filled from events."""
        return Projection(self.database, name, model, keys=self.keys, scope_of=scope_of)

    def sessions(self) -> Sessions:
        """The sessions of this service's pages: sealed cookies under the shared keyring."""
        return Sessions(
            self.settings.cookie_keys,
            secure=self.settings.is_production,
            is_revoked=self.signed_out.is_revoked,
            knows_revoked=self.signed_out.is_known,
        )

    def lease(self, name: str) -> Lease:
        return Lease(self.database, name)

    async def close(self) -> None:
        for client in self._clients:
            await disconnect(client)

    def _now(self) -> datetime:
        """Business time by the clock as it is when it is asked for."""
        return self.clock.now()

    def _wake_relay(self, store: str) -> None:
        if self.relay is not None:
            self.relay.wake(store)


@dataclass
class Service:
    """One service, built and not yet running."""

    kernel: Kernel
    subscriptions: Sequence[On[Any]] = ()
    dues: Sequence[Due] = ()
    prepare: Sequence[Callable[[], Awaitable[None]]] = ()
    background: Sequence[Callable[[], Awaitable[None]]] = ()
    probes: Sequence[Probe] = ()
    """What else `/health` asks after, besides what every service has."""
    goes_on_later: bool = False
    """After a restored backup: what people say here anew must not be taken for what was lost (ADR 0110)."""
    after_restore: Sequence[Callable[[datetime], Awaitable[str]]] = ()
    """What else a restored backup needs to be told of what happened since."""
    preflight: Sequence[Check] = ()
    """What else must be there before this service starts, besides databases and Kafka."""
    rest_s: float = 0.0
    """How long the worker rests after a small batch, so that what comes meanwhile is heard together."""
    web: Callable[["Running"], FastAPI] | None = None

    def inbox(self) -> Inbox:
        """What the worker feeds; also what puts dead letters back."""
        kernel = self.kernel
        parking = Parking(kernel.database, lease=kernel.lease("parking"), dead_letters=kernel.dead_letters)
        return Inbox(
            [
                *self.subscriptions,
                *kernel.signed_out.subscriptions(),
                *kernel.erasing.subscriptions(),
                *kernel.dossiers.subscriptions(),
            ],
            exchange=kernel.exchange,
            dead_letters=kernel.dead_letters,
            parking=parking,
            erased=kernel.erasing.graves.among,
        )


@dataclass
class Running:
    """A service at work: which roles this process has, and how each of them is doing."""

    service: Service
    roles: Sequence[Role]
    inbox: Inbox
    relay: Relay
    timers: Timers
    prepared: asyncio.Event = field(default_factory=asyncio.Event)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    @contextlib.asynccontextmanager
    async def lifespan(self) -> AsyncIterator[None]:
        """Start the roles beside the pages and stop them again; never waits for Kafka."""
        self.start()
        try:
            yield
        finally:
            await self.stop()

    def start(self) -> None:
        kernel = self.service.kernel
        self.tasks.append(self._supervised("prepare", self.prepare, once=True))
        if "web" in self.roles:
            self.tasks.append(self._supervised("sessions", self._refresh_sessions))
        self.tasks.append(self._supervised("erasing", self._finish_erasing))
        if "worker" in self.roles and self.inbox.topics:
            self.tasks.append(self._supervised("worker", self._consume))
            self.tasks.append(self._supervised("parking", self._unpark))
            self.tasks += [self._supervised("background", work) for work in self.service.background]
        if "relay" in self.roles and kernel.stores:
            self.tasks.append(self._supervised("relay", self.relay.run))
        if "timers" in self.roles and self.service.dues:
            self.tasks.append(self._supervised("timers", self.timers.run))

    async def stop(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self.service.kernel.close()

    async def reachable(self) -> bool:
        """Whether the pages can be served: the database answers and its indexes are made."""
        if not self.prepared.is_set():
            return False
        try:
            async with asyncio.timeout(2):
                await self.service.kernel.database.command("ping")
        except Exception:  # noqa: BLE001 - whatever it is, the answer is no
            return False
        return True

    def probes(self) -> list[Probe]:
        """What the health page asks: the database for the pages, progress for the other roles."""
        found = [Probe("web", "mongodb", self._database_report)]
        if "worker" in self.roles and self.inbox.topics:
            found.append(Probe("worker", "consuming", self._worker_report))
        if "relay" in self.roles and self.service.kernel.stores:
            found.append(Probe("relay", "outbox", self._relay_report))
        if "timers" in self.roles and self.service.dues:
            found.append(Probe("timers", "looking", self._timers_report))
        return [*found, *self.service.probes]

    async def _database_report(self) -> Report:
        if not await self.reachable():
            raise Unavailable("mongodb")
        return Report(facts={"prepared": True})

    async def _worker_report(self) -> Report:
        health = self.inbox.health
        if not health.running:
            raise Unavailable("kafka")
        return Report(facts={"heard": health.heard, "skipped": health.skipped, "refused": health.refused})

    async def _relay_report(self) -> Report:
        health = self.relay.health
        waiting_s = (time.time_ns() - health.oldest_ns) / 1e9 if health.oldest_ns else 0.0
        if time.monotonic() - health.last_round > STUCK_S or waiting_s > STUCK_S:
            raise Unavailable("kafka")
        facts = {"leading": health.leading, "sent": health.sent, "held": health.held}
        return Report(ok=not health.held, code="held" if health.held else "ok", facts=facts)

    async def _timers_report(self) -> Report:
        health = self.timers.health
        if time.monotonic() - health.last_look > STUCK_S:
            raise Unavailable("mongodb")
        return Report(facts={"leading": health.leading, "fired": health.fired, "failed": health.failed})

    async def prepare(self) -> None:
        """Make the indexes and learn what must be known first; the roles wait for it. Twice is once."""
        kernel = self.service.kernel
        for store in kernel.stores:
            await store.prepare()
        await kernel.signed_out.prepare()
        await self.inbox.parking.prepare()
        await self.timers.prepare()
        await kernel.erasing.prepare()
        for prepare in self.service.prepare:
            await prepare()
        self.prepared.set()

    async def _refresh_sessions(self) -> None:
        await self.prepared.wait()
        while True:
            await self.service.kernel.signed_out.refresh()
            await asyncio.sleep(1.0)

    async def _finish_erasing(self) -> None:
        await self.prepared.wait()
        await self.service.kernel.erasing.run()

    async def _consume(self) -> None:
        await self.prepared.wait()
        broker = broker_for(
            self.service.kernel.kafka,
            self.inbox,
            service=self.service.kernel.service,
            rest_s=self.service.rest_s,
        )
        await start_broker(broker)
        self.inbox.health.running = True
        try:
            await self.inbox.stopped.wait()
        finally:
            self.inbox.health.running = False
            await broker.stop()
        raise TooManyDeadLetters

    async def _unpark(self) -> None:
        await self.prepared.wait()
        await self.inbox.parking.run(self.inbox.react)

    def _supervised(
        self, name: str, work: Callable[[], Awaitable[None]], *, once: bool = False
    ) -> asyncio.Task[None]:
        async def supervise() -> None:
            while True:
                try:
                    await work()
                except Unavailable as down:
                    log.warning("role.waits", role=name, neighbour=down.neighbour)
                except TooManyDeadLetters:
                    log.error("role.stopped", role=name, reason="too-many-dead-letters")  # noqa: TRY400
                    return
                except Exception as error:
                    log.error("role.fell", role=name, exc_info=error)  # noqa: TRY400
                else:
                    if once:
                        return
                await asyncio.sleep(RETRY_S)

        return asyncio.ensure_future(supervise())


def running(service: Service, roles: Sequence[Role] = ROLES) -> Running:
    """The service with its relay, inbox and timers, ready to start."""
    kernel = service.kernel
    relay = Relay(
        kernel.stores,
        lease=kernel.lease("relay"),
        open_producer=lambda: start_producer(kernel.kafka, client_id=kernel.service),
    )
    kernel.relay = relay
    timers = Timers(service.dues, lease=kernel.lease("timers"), clock=kernel.clock)
    return Running(service=service, roles=roles, inbox=service.inbox(), relay=relay, timers=timers)


def web_app(
    here: "Running",
    *,
    directory: Directory,
    access: Access,
    templates: Path,
    locales: Path,
    routers: Callable[[Pages], Sequence[APIRouter]],
    state: Mapping[str, Any] | None = None,
    form_targets: Sequence[str] = (),
    body_limits: Mapping[str, int] | None = None,
    sessions: Sessions | None = None,
) -> FastAPI:
    """The pages and the API of one service, with its probes; `state` is put on `app.state`."""
    kernel = here.service.kernel
    settings = kernel.settings
    pages = Pages(templates=templates, locales=locales, form_targets=form_targets)
    pages.check()
    app = create_app(
        service=kernel.service,
        settings=settings,
        sessions=sessions or kernel.sessions(),
        routers=routers(pages),
        access=access,
        duties=DirectoryDuties(directory, kernel.clock),
        looks=kernel.looks,
        pages=pages,
        probes=here.probes(),
        body_limits=body_limits,
        lifespan=lambda _app: here.lifespan(),
    )
    for name, value in {
        "directory": directory,
        "clock": kernel.clock,
        "pages": pages,
        **(state or {}),
    }.items():
        setattr(app.state, name, value)
    return app


async def serve(service: Service, roles: Sequence[Role] = ROLES) -> None:
    """Run these roles until told to stop (SIGTERM, SIGINT); the probes answer whatever the roles."""
    settings = service.kernel.settings
    endpoint = settings.otel_exporter_otlp_endpoint
    configure_traces(service=service.kernel.service, endpoint=str(endpoint) if endpoint else None)
    log_loop_errors(asyncio.get_running_loop())
    here = running(service, roles)
    assert service.web is not None
    app = service.web(here)
    # What is built by now lives as long as the process does: no collection needs to look at it again.
    gc.collect()
    gc.freeze()
    await server_of(app, settings).serve()


def _database_in(url: str) -> str | None:
    named: str | None = parse_uri(url, validate=False)["database"]
    return named
