"""Lillevik kommune in a database of its own: intake's real pages, real MongoDB, and a clock that is set."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import httpx
from aiokafka import ConsumerRecord

from deploy.demo.roster.generate import HERE
from deploy.demo.roster.people import cast
from deploy.local import Stack, login
from services.intake.app import build
from services.intake.commands.import_roster import ImportReport, import_roster
from services.intake.domain.directory_entry import directory_id
from services.intake.domain.roster import FILES, Roster, read_roster
from services.intake.settings import IntakeSettings
from services.intake.storage.house import Intake
from shared.clock import FixedClock
from shared.contracts.envelope import Contract, Words, headers_of
from shared.identifiers import new_id
from shared.kernel import running
from shared.keyring import Keyring
from shared.settings import Profile
from shared.web.sessions import Hat, Sessions
from tests.shared.moments import NOON

SUBJECT_KEY = b"s" * 32


def person_id(key: str) -> str:
    """The directory's id of one of the demo's people."""
    return directory_id("person", cast()[key]["sourcedId"])


def school_id(name: str = "lillevik") -> str:
    return directory_id("school", f"org-{name}-skole")


@cache
def roster() -> Roster:
    return read_roster({file: (HERE / file).read_text(encoding="utf-8-sig") for file in FILES})


class Town:
    """Intake as it is in production, with no role running: `deliver` takes its outboxes to its inbox."""

    def __init__(self, stack: Stack) -> None:
        name = new_id("intake")[:20]
        user, password = stack.kafka_credentials("intake")
        ring = Keyring.of(k1=b"k" * 32)
        self.settings = IntakeSettings(
            profile=Profile.TEST,
            base_url=stack.base_url,
            kafka_bootstrap_servers=stack.kafka_bootstrap,
            kafka_security_protocol="SASL_PLAINTEXT",
            kafka_username=user,
            kafka_password=password,
            mongodb_url=stack.mongodb_admin_url(name),
            mongodb_keys_url=stack.mongodb_admin_url(f"{name}_keys"),
            key_encryption_keys=ring,
            # What is said on the shared broker must be readable by whoever listens there.
            exchange_keys=Keyring.model_validate(stack.secrets.keyring("exchange")),
            cookie_keys=ring,
            oidc_staff_issuer=stack.login.staff_issuer,
            oidc_staff_client_id=login.CLIENT_ID,
            oidc_staff_client_secret=stack.secrets.password(login.SECRET),
            oidc_family_issuer=stack.login.family_issuer,
            oidc_family_client_id=login.CLIENT_ID,
            oidc_family_client_secret=stack.secrets.password(login.SECRET),
            subject_key=SUBJECT_KEY,
            signing_key=b"d" * 32,
        )
        self.service = build(self.settings)
        self.kernel = self.service.kernel
        self.clock = FixedClock(NOON)
        self.running = running(self.service, ["web"])
        assert self.service.web is not None
        self.app = self.service.web(self.running)
        self.house: Intake = self.app.state.house
        # The one part that production takes from the environment and a test must hold in its hand.
        _set_clock(self)
        self.inbox = self.service.inbox()
        self.said: list[tuple[str, dict[str, str], bytes]] = []
        self._seq = 0

    async def settle(self) -> None:
        """Make the indexes, and take in the roster."""
        for store in self.kernel.stores:
            await store.prepare()
        for prepare in self.service.prepare:
            await prepare()
        await self.kernel.signed_out.prepare()
        await self.imports()

    async def imports(self, of: Roster | None = None) -> ImportReport:
        found = await import_roster(of or roster(), stores=self.house.listed, subject_key=SUBJECT_KEY)
        await self.deliver()
        return found

    async def changes(self, id_: str, **told: Any) -> None:
        """The roster says something else of one person; `imports` puts it back."""
        changed = {
            sourced: one.model_copy(update=told) if directory_id("person", sourced) == id_ else one
            for sourced, one in roster().people.items()
        }
        await self.imports(replace(roster(), people=changed))

    async def away(self, id_: str) -> None:
        """Somebody is away today."""
        today = self.house.today()
        await self.changes(id_, absent_from=today, absent_until=today)

    async def deliver(self) -> None:
        """What lies in the outboxes reaches intake itself, until nothing more comes of it."""
        while records := [record for store in self.kernel.stores for record in await self._taken(store)]:
            await self.inbox.consume(records)
        self.house.directory._cache.clear()

    async def hears(
        self, event: Contract, words: Words | None = None, *, source: str | None = None, seq: int = 1
    ) -> None:
        """Another service says something."""
        source = source or new_id("source")
        value = event.model_dump_json(exclude_none=True)
        if words is not None:
            box = self.kernel.exchange.seal(
                words.model_dump_json().encode(),
                type_=event.type,
                event_id=f"{source}:{seq}",
                source=source,
            )
            value = f'{value[:-1]},"sealed":{box}}}'
        headers = headers_of(
            type(event), service="other", source=source, seq=seq, time=self.clock.now().isoformat()
        )
        await self.inbox.consume([_record(event.topic.name, event.key(), value.encode(), headers)])
        await self.deliver()

    def door(self, key: str | None, hat: Hat = "staff", language: str = "nb") -> "Door":
        """A browser, signed in as one of the demo's people or as nobody."""
        return Door(self, None if key is None else person_id(key), hat, language)

    def said_of(self, contract: type[Contract], case_id: str) -> list[Any]:
        """The events of this kind about this case that intake has said, in the order they were said."""
        found = [
            contract.model_validate_json(value)
            for _, headers, value in self.said
            if headers["ce_type"] == contract.type
        ]
        return [one for one in found if getattr(one, "case_id", None) == case_id]

    async def _taken(self, store: Any) -> list[ConsumerRecord[bytes, bytes]]:
        rows = await store.collection.find({"ob.0": {"$exists": True}}).to_list(None)
        await self.running.relay.remember(store, rows)
        records = []
        for row in rows:
            for entry in row["ob"]:
                if "t" in entry:
                    records.append(_record(entry["t"], entry["key"], entry["v"], entry["h"]))
                    headers = {name: bytes(value).decode() for name, value in entry["h"]}
                    self.said.append((entry["t"], headers, bytes(entry["v"])))
            await store.collection.update_one(
                {"_id": row["_id"]}, {"$pull": {"ob": {"n": {"$lte": row["ob"][-1]["n"]}}}}
            )
        return records

    async def close(self) -> None:
        for client in self.kernel._clients:
            await client.drop_database(self.kernel.database.name)
            await client.drop_database(f"{self.kernel.database.name}_keys")
        await self.kernel.close()


class Door:
    """A browser at the pages: keeps its cookies, follows no redirect, and posts with the page's token."""

    def __init__(self, town: Town, person: str | None, hat: Hat, language: str) -> None:
        self.town = town
        self.person = person
        cookies = {"samspill-language": language}
        self.csrf = ""
        if person is not None:
            sessions: Sessions = town.app.state.sessions
            session = sessions.start(
                person_id=person, hat=hat, issuer="family" if hat == "guardian" else "staff"
            )
            cookies[sessions.cookie] = sessions.seal(session)
            self.csrf = sessions.csrf_token(session)
        self.http = httpx.AsyncClient(
            transport=httpx.ASGITransport(town.app, raise_app_exceptions=True),
            base_url="http://town.test",
            cookies=cookies,
        )

    async def get(self, path: str) -> "Page":
        answer = await self.http.get(path, headers={"accept": "text/html"})
        return Page(answer.status_code, answer.text, dict(answer.headers))

    async def signs_in(self, issuer: str, subject: str, *, by: str | None = None) -> "Page":
        """Go to the issuer, say who one is, and come back; the page that meets one."""
        away = (await self.get(by or f"/sign-in/{issuer}")).location
        async with httpx.AsyncClient(trust_env=False) as browser:
            answer = await browser.get(away)
            answer = await browser.post(answer.url.join(answer.headers["location"]), data={"login": subject})
            while not answer.headers["location"].startswith(f"{self.town.settings.base_url}/callback"):
                answer = await browser.get(answer.url.join(answer.headers["location"]))
        back = answer.headers["location"].removeprefix(self.town.settings.base_url)
        page = await self.get(back)
        told = await self.http.get("/api/intake/session")
        self.csrf = told.json().get("csrf", "")
        return page

    async def post(self, path: str, **fields: Any) -> "Page":
        data = {name: value for name, value in fields.items() if value is not None}
        answer = await self.http.post(path, data={"csrf": self.csrf, **data}, headers={"accept": "text/html"})
        return Page(answer.status_code, answer.text, dict(answer.headers))

    async def api(self, path: str) -> httpx.Response:
        return await self.http.get(f"/api/intake{path}")

    async def send(self, path: str, body: Any, key: str | None = None, **headers: str) -> httpx.Response:
        told = {"x-csrf-token": self.csrf, **({"idempotency-key": key} if key else {}), **headers}
        return await self.http.post(f"/api/intake{path}", json=body, headers=told)

    async def tells(self, **told: Any) -> dict[str, Any]:
        """Send a report through the API and let it have its effect."""
        body = {"text": "Aksel vil ikke gå på skolen.", "told_as": "guardian", **told}
        answer = await self.send("/reports", body, key=new_id("key"))
        assert answer.status_code == 201, answer.text
        await self.town.deliver()
        found: dict[str, Any] = answer.json()
        return found


@dataclass
class Page:
    status: int
    html: str
    headers: dict[str, str]

    @property
    def text(self) -> str:
        """What a reader sees, spaces made single."""
        bare = re.sub(r"<(script|style)\b.*?</\1>", " ", self.html, flags=re.DOTALL)
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare)).strip()

    @property
    def location(self) -> str:
        return self.headers["location"]

    def field(self, name: str) -> str:
        """The value of a hidden field."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.html)
        assert found, f"no field {name}"
        return found[1]


def _record(topic: str, key: str, value: bytes, headers: Any) -> ConsumerRecord[bytes, bytes]:
    return ConsumerRecord(
        topic=topic,
        partition=0,
        offset=0,
        timestamp=0,
        timestamp_type=0,
        key=key.encode(),
        value=bytes(value),
        checksum=None,
        serialized_key_size=0,
        serialized_value_size=0,
        headers=[(name, bytes(one)) for name, one in headers],
    )


def _set_clock(town: Town) -> None:
    object.__setattr__(town.house, "clock", town.clock)
    town.house.directory._clock = town.clock
    town.kernel.clock = town.clock
    town.app.state.clock = town.clock
    town.app.state.access._clock = town.clock
    town.app.state.duties._clock = town.clock
    for store in town.kernel.stores:
        store._clock = town.clock
