import json
from collections.abc import AsyncIterator, Collection
from datetime import datetime
from typing import Annotated, Any

import httpx
import pytest
from fastapi import FastAPI, Request
from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError
from starlette.responses import JSONResponse, Response

from shared.contracts.access import Relation
from shared.errors import Conflict, Forbidden, Hidden, Refusal, Unavailable
from shared.keyring import Keyring
from shared.settings import Profile, ServiceSettings
from shared.web.app import create_app
from shared.web.forms import read_form
from shared.web.guards import Decision, Duty, GuardedRouter, SignedIn, anyone, case_access, duty, signed_in
from shared.web.health import Probe, Report
from shared.web.idempotency import IdempotencyKey
from shared.web.sessions import Hat, Session, Sessions

CANARY = "Kanarifuglen Åse"
CASE = "case_" + "a" * 26
SCHOOL = "school_" + "s" * 26
TEACHER = "person_" + "t" * 26
PARENT = "person_" + "p" * 26


class Clock:
    """Machine time that the test moves."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


class FakeAccess:
    def __init__(self) -> None:
        self.says: dict[tuple[str, str], Decision] = {}

    async def may(self, person_id: str, hat: Hat, case_id: str, action: str) -> Decision:
        return self.says.get((person_id, case_id), Decision.HIDDEN)


class FakeDuties:
    def __init__(self) -> None:
        self.held: dict[str, list[Duty]] = {}
        self.untrained: set[str] = set()
        self.guests: dict[str, datetime] = {}

    async def duties_of(self, person_id: str) -> Collection[Duty]:
        return self.held.get(person_id, [])

    async def is_trained(self, person_id: str) -> bool:
        return person_id not in self.untrained

    async def stays_until(self, person_id: str) -> datetime | None:
        return self.guests.get(person_id)


class FakeLooks:
    """Keeps what it is told, or fails as a database does that is down."""

    def __init__(self) -> None:
        self.noted: list[tuple[str, str, str, str, str]] = []
        self.down = False

    async def note(
        self, case_id: str, *, person_id: str, relation: Relation, action: str, route: str
    ) -> None:
        if self.down:
            raise Unavailable("mongodb")
        self.noted.append((case_id, person_id, relation, action, route))


class Account(BaseModel):
    text: Annotated[str, Field(max_length=20)]


class Told(BaseModel):
    model_config = ConfigDict(extra="forbid")

    about: Annotated[str, Field(max_length=10)]
    kind: Annotated[int, Field(ge=1)] = 1
    accounts: list[Account] = []


class Filled(BaseModel):
    about: Annotated[str, Field(max_length=10)]
    helpers: list[str] = []
    accounts: list[Account] = []


class Town:
    """A service with one route of each kind, and what its ports answer."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.access = FakeAccess()
        self.duties = FakeDuties()
        self.looks = FakeLooks()
        self.revoked: set[str] = set()
        self.broken: set[str] = set()
        self.settings = settings_for("test")
        self.sessions = Sessions(
            self.settings.cookie_keys, secure=False, is_revoked=self.revoked.__contains__, now=self.clock
        )
        self.app = self.build()

    def build(self, **other: Any) -> FastAPI:
        told: dict[str, Any] = {
            "service": "intake",
            "settings": self.settings,
            "sessions": self.sessions,
            "routers": [_routes()],
            "access": self.access,
            "duties": self.duties,
            "looks": self.looks,
            "probes": [Probe("web", "database", self._database), Probe("relay", "kafka", self._kafka)],
            "body_limits": {"/api/intake/big": 200_000},
        }
        return create_app(**(told | other))

    def session(self, person_id: str = TEACHER, hat: Hat = "staff", **told: Any) -> Session:
        return self.sessions.start(person_id=person_id, hat=hat, issuer="staff", **told)

    def signed_in(self, session: Session) -> dict[str, str]:
        return {"cookie": f"{self.sessions.cookie}={self.sessions.seal(session)}"}

    def sending(self, session: Session) -> dict[str, str]:
        return {**self.signed_in(session), "x-csrf-token": self.sessions.csrf_token(session)}

    async def _database(self) -> Report:
        if "database" in self.broken:
            raise Unavailable("mongodb")
        return Report(facts={"pool": 3})

    async def _kafka(self) -> Report:
        return Report(ok="kafka" not in self.broken, code="behind" if "kafka" in self.broken else "ok")


def settings_for(profile: str, **told: Any) -> ServiceSettings:
    keys = Keyring.of(k1=b"1" * 32)
    plain: dict[str, Any] = {
        "profile": Profile(profile),
        "base_url": "http://town.test",
        "kafka_bootstrap_servers": "nowhere:9092",
        "kafka_security_protocol": "PLAINTEXT",
        "mongodb_url": "mongodb://nowhere",
        "mongodb_keys_url": "mongodb://nowhere",
        "key_encryption_keys": keys,
        "exchange_keys": keys,
        "cookie_keys": keys,
    }
    return ServiceSettings(**(plain | told))


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.fixture
async def http(town: Town) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(town.app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://town.test") as client:
        yield client


def body_of(response: httpx.Response) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(response.text)
    return found


class BulkWriteError(Exception):
    """As PyMongo's: its message and details print whole documents."""

    def __init__(self) -> None:
        self.code = 65
        self.details = {"writeErrors": [{"op": {"text": CANARY}}]}
        super().__init__(f"batch op errors occurred, full error: {self.details}")


def _errors() -> dict[str, Exception]:
    return {
        "refusal": Refusal("too-late", fields={"about": "required"}),
        "conflict": Conflict("changed"),
        "forbidden": Forbidden(),
        "hidden": Hidden(),
        "unavailable": Unavailable("mongodb", retry_after_s=7),
        "generic": ValueError(CANARY),
        "bulk": BulkWriteError(),
        "custom": PydanticCustomError("canary", CANARY),
    }


def _routes() -> GuardedRouter:
    router = GuardedRouter()
    open_to_all = anyone("a test")

    @router.get("/api/intake/errors/{kind}", allow=open_to_all)
    async def error(kind: str) -> Response:
        if kind == "model":
            Told.model_validate({"about": CANARY * 3})
        raise _errors()[kind]

    @router.get("/errors/{kind}", allow=open_to_all)
    async def error_page(kind: str) -> Response:
        raise _errors()[kind]

    @router.post("/api/intake/told", allow=open_to_all)
    async def told(told: Told) -> dict[str, str]:
        return {"about": told.about}

    @router.get("/api/intake/numbers/{number}", allow=open_to_all)
    async def number(number: int, page: int = 1) -> dict[str, int]:
        return {"number": number, "page": page}

    @router.post("/api/intake/small", allow=open_to_all)
    @router.post("/api/intake/big", allow=open_to_all)
    async def big(request: Request) -> dict[str, int]:
        return {"came": len(await request.body())}

    @router.post("/api/intake/once", allow=open_to_all)
    async def once(key: IdempotencyKey) -> dict[str, str]:
        return {"key": key}

    @router.get("/api/intake/me", allow=signed_in())
    async def me(who: SignedIn, request: Request) -> dict[str, str]:
        return {"person": who.person_id, "hat": who.hat, "language": who.language, "csrf": request.state.csrf}

    @router.get("/today", allow=signed_in("staff"))
    async def today() -> Response:
        return Response("today")

    @router.post("/today", allow=signed_in("staff"))
    async def act() -> Response:
        return Response("done")

    @router.post("/api/intake/only-post", allow=signed_in())
    async def only_post() -> Response:
        return Response("done")

    @router.post("/fill", allow=open_to_all)
    async def fill(request: Request) -> Response:
        form = await read_form(request, Filled)
        value = form.value.model_dump() if form.value else None
        return JSONResponse({"value": value, "errors": form.errors, "kept": form.kept})

    @router.get("/cases/{case_id}", allow=case_access("read"))
    async def case(request: Request) -> dict[str, str]:
        return {"relation": request.state.decision.relation}

    @router.get("/schools/{school_id}", allow=duty("rektor", school="school_id"))
    async def school() -> Response:
        return Response("school")

    return router
