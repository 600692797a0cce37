"""Meetings at work in a test: a school of its own, real MongoDB, pages and API asked over HTTP.

Events reach the reactions as a consumer would hand them over; nothing goes over Kafka here.
"""

import itertools
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx

from deploy.local import Stack
from services.meetings.app import build
from services.meetings.domain.minutes import Minutes
from services.meetings.settings import MeetingsSettings
from services.meetings.storage.house import House
from shared.contracts.access import AccessSnapshotV1, Grant, Relation
from shared.contracts.directory import (
    Duty,
    GroupListedV1,
    GroupWords,
    PersonListedV1,
    PersonWords,
    RoomListedV1,
    RoomWords,
    SchoolListedV1,
    SchoolWords,
)
from shared.contracts.envelope import Contract, Heard, Words, event_id
from shared.contracts.intake import CaseOpenedV1, ContactLoggedV1, FactRecordedV1, FactWords
from shared.contracts.meetings import InvitationIssuedV1
from shared.identifiers import new_id
from shared.kernel import running
from shared.keyring import Keyring
from shared.links import Links
from shared.settings import Profile
from shared.web.sessions import Hat, Sessions
from tests.shared.beats import beats
from tests.shared.moments import NOON

KEYS = Keyring.of(k1=b"1" * 32)
STORES = (
    "meetings",
    "invitations",
    "minutes",
    "follow_ups",
    "decisions",
    "preparations",
    "other_ways",
    "outreach",
    "debriefs",
    "pulses",
)


class Browser:
    """Somebody with a browser, signed in or not; posts forms as our own pages do."""

    def __init__(
        self, http: httpx.AsyncClient, sessions: Sessions, cookies: Mapping[str, str], csrf: str
    ) -> None:
        self._http = http
        self._sessions = sessions
        self._cookies = "; ".join(f"{name}={value}" for name, value in cookies.items())
        self._csrf = csrf

    async def get(self, path: str, **headers: str) -> httpx.Response:
        return await self._http.get(path, headers={"accept": "text/html", "cookie": self._cookies, **headers})

    async def post(self, path: str, form: Mapping[str, Any] | None = None) -> httpx.Response:
        told = {"csrf": self._csrf, "idempotency_key": new_id("key"), **(form or {})}
        return await self._http.post(
            path,
            content=urlencode(told, doseq=True),
            headers={
                "accept": "text/html",
                "content-type": "application/x-www-form-urlencoded",
                "cookie": self._cookies,
            },
        )

    async def api(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        return await self._http.request(
            method,
            f"/api/meetings{path}",
            json=body,
            headers={
                "cookie": self._cookies,
                "x-csrf-token": self._csrf,
                "idempotency-key": new_id("key"),
                **headers,
            },
        )


class Office:
    """The service itself, made once for all tests; each has a school of its own in it."""

    def __init__(self, stack: Stack, folder: Path) -> None:
        self.database = new_id("t")[:20]
        self.clock_file = folder / "clock.json"
        self.set_clock(NOON)
        self.service = build(_settings(stack, self.database, self.clock_file))
        self.here = running(self.service)
        assert self.service.web is not None
        self.app = self.service.web(self.here)
        self.http = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app, raise_app_exceptions=False),
            base_url="http://samspill.test",
        )

    def set_clock(self, at: datetime) -> None:
        self.clock_file.write_text(json.dumps({"offset_s": (at - datetime.now(UTC)).total_seconds()}))
        if "service" in self.__dict__:
            # The clock looks at its file every 50 ms: a test does not wait for that.
            self.service.kernel.clock._look_at = 0.0  # type: ignore[attr-defined]

    async def open(self) -> None:
        await self.here.prepare()

    async def close(self) -> None:
        await self.http.aclose()
        for client, name in zip(self.service.kernel._clients, ("", "_keys"), strict=True):
            await client.drop_database(f"{self.database}{name}")
        await self.service.kernel.close()


class School:
    """One school with a case and a class, as meetings knows them."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.service, self.app, self.http = office.service, office.app, office.http
        self.house: House = office.app.state.house
        self.links = Links(KEYS)
        self._seqs: dict[str, itertools.count[int]] = defaultdict(lambda: itertools.count(1))
        self.school, self.room, self.group = new_id("school"), new_id("room"), new_id("group")
        people = ("rektor", "teacher", "social", "nurse", "sfo", "mother", "father", "pupil", "other_mother")
        self.people = {name: new_id("person") for name in people}
        self.case, self.group_case = new_id("case"), new_id("case")

    def __getattr__(self, name: str) -> str:
        people: dict[str, str] = self.__dict__.get("people", {})
        if name not in people:
            raise AttributeError(name)
        return people[name]

    # --- its life ----------------------------------------------------------------------------------

    async def open(self) -> None:
        self.set_clock(NOON)
        await self.learns_directory()
        await self.opens_case()

    def set_clock(self, at: datetime) -> None:
        """Business time from now on."""
        self.office.set_clock(at)

    async def turn_clock(self, at: datetime) -> None:
        """Let it become that moment, and let the timers do what is due."""
        self.set_clock(at)
        for due in self.service.dues:
            ever = {"$lte": self.house.clock.now(), "$gt": datetime(1970, 1, 1, tzinfo=UTC)}
            for id_ in await due.store.ids({"due_at": ever, **self._ours}):
                await due.fire(id_, self.house.clock.now())

    # --- hearing -----------------------------------------------------------------------------------

    def heard(self, event: Contract, words: Words | None = None, *, source: str | None = None) -> Heard[Any]:
        source = source or new_id("thing")
        seq = next(self._seqs[source])
        return Heard(
            event=event,
            id=event_id(source, seq),
            source=source,
            seq=seq,
            told_at=NOON.isoformat(),
            words=words,
        )

    async def hears(self, event: Contract, words: Words | None = None, *, source: str | None = None) -> None:
        await self.hears_again(self.heard(event, words, source=source))

    async def hears_again(self, heard: Heard[Any]) -> None:
        for on in self.service.subscriptions:
            if on.contract is type(heard.event):
                if on.batch is not None:
                    await on.batch([heard])
                elif on.react is not None:
                    await on.react(heard)

    async def learns_directory(self, language: Any = "nb") -> None:
        school, room, group = self.school, self.room, self.group
        await self.hears(
            SchoolListedV1(school_id=school, language=language),
            SchoolWords(name="Lillevik skole", phone="22 00 00 00"),
            source=school,
        )
        await self.hears(
            RoomListedV1(room_id=room, school_id=school), RoomWords(name="Rom 2.14"), source=room
        )
        await self.hears(GroupListedV1(group_id=group, school_id=school), GroupWords(name="8A"), source=group)
        await self.lists("rektor", "Anne", "Berg", "staff", duties=("rektor",))
        await self.lists("teacher", "Tone", "Lie", "staff", duties=("contact_teacher",))
        await self.lists("social", "Per", "Moe", "staff", duties=("social_teacher",))
        await self.lists("nurse", "Siri", "Aas", "staff")
        await self.lists("sfo", "Jon", "Bø", "staff")
        await self.lists("mother", "Kari", "Dahl", "guardian")
        await self.lists("father", "Ola", "Nordmann", "guardian")
        await self.lists("other_mother", "Mona", "Vik", "guardian")

    async def lists(
        self, who: str, given: str, family: str, kind: Any, *, duties: Sequence[Any] = (), **more: Any
    ) -> str:
        """A person in the directory."""
        person_id = self.people.setdefault(who, new_id("person"))
        await self.hears(
            PersonListedV1(
                person_id=person_id,
                kinds=(kind,),
                school_ids=(self.school,),
                duties=tuple(
                    Duty(role=role, school_id=self.school, since=date(2020, 1, 1)) for role in duties
                ),
                **more,
            ),
            PersonWords(given_name=given, family_name=family, phone="90 00 00 00"),
            source=person_id,
        )
        return person_id

    async def owns(self, who: str) -> None:
        """This person is the school owner's contact, for the whole municipality, from now on."""
        await self.hears(
            PersonListedV1(
                person_id=self.people[who],
                kinds=("staff",),
                duties=(Duty(role="school_owner", since=date(2020, 1, 1)),),
            ),
            PersonWords(given_name="Eva", family_name="Ek", phone="90 00 00 00"),
            source=self.people[who],
        )

    async def opens_case(self, told_as: Any = "guardian") -> None:
        await self.hears(
            CaseOpenedV1(
                case_id=self.case,
                school_id=self.school,
                at=NOON,
                number="2026-000123",
                pupil_id=self.pupil,
                told_as=told_as,
                handler_id=self.rektor,
                reported_at=NOON,
                raised_with_rektor_at=NOON,
                contact_by=NOON,
            ),
            source=self.case,
        )
        await self.grants(self.case, {"mother": "guardian", "father": "guardian"})

    async def grants(
        self, case_id: str, who: Mapping[str, Relation], *, held: bool = False, group: bool = False
    ) -> None:
        """The case's access as intake says it now; the school's own people are always in it."""
        all_of_them: dict[str, Relation] = {
            "rektor": "rektor",
            "teacher": "case_owner",
            "social": "helper",
            "nurse": "helper",
            "sfo": "helper",
            **who,
        }
        snapshot = AccessSnapshotV1(
            case_id=case_id,
            school_id=self.school,
            kind="group" if group else "individual",
            pupil_id=None if group else self.pupil,
            group_id=self.group if group else None,
            grants=tuple(
                Grant(person_id=self.people[name], relation=relation)
                for name, relation in all_of_them.items()
            ),
            home_held=held,
        )
        await self.hears(snapshot, source=f"access_{case_id}")
        for beat in beats():
            await self.hears(beat)

    async def records_fact(
        self, text: str, *, source: Any = "observation", case_id: str | None = None
    ) -> str:
        """A fact that stands in the case (or another), as intake says it; its id."""
        fact_id = new_id("fact")
        told = FactRecordedV1(
            case_id=case_id or self.case, school_id=self.school, at=NOON, fact_id=fact_id, source=source
        )
        await self.hears(told, FactWords(text=text))
        return fact_id

    async def rings_home(self, *, reached: bool = True) -> None:
        """Somebody has rung the mother, and written it down in the case."""
        await self.hears(
            ContactLoggedV1(
                case_id=self.case,
                school_id=self.school,
                at=NOON,
                by=self.rektor,
                person_id=self.mother,
                means="phone",
                reached=reached,
            )
        )

    # --- people with browsers ----------------------------------------------------------------------

    def as_(self, who: str, hat: Hat | None = None, *, language: Any = "nb") -> Browser:
        """Somebody signed in; in the hat of their kind unless another is named."""
        family = ("mother", "father", "other_mother")
        hat = hat or ("guardian" if who in family or who.startswith("parent") else "staff")
        sessions: Sessions = self.app.state.sessions
        session = sessions.start(person_id=self.people[who], hat=hat, issuer="test", language=language)
        cookies = {sessions.cookie: sessions.seal(session)}
        return Browser(self.http, sessions, cookies, sessions.csrf_token(session))

    def nobody(self) -> Browser:
        return Browser(self.http, self.app.state.sessions, {}, "")

    # --- looking from outside ----------------------------------------------------------------------

    async def events(self, kind: type[Contract]) -> list[Any]:
        """What meetings has said of this kind, as it lies in the outboxes, in the order it was said."""
        return [kind.model_validate_json(entry["v"]) for entry in await self._said(kind)]

    async def relayed(self, store: str) -> None:
        """As if the relay had taken to Kafka all that this store has to say of us."""
        ours = {f"c.{field}": value for field, value in self._ours.items()}
        await self.service.kernel.database[store].update_many(ours, {"$set": {"ob": []}})

    async def words(self, kind: type[Contract]) -> list[Any]:
        """The sealed words of those events, opened as a consumer does."""
        return [self._opened(kind, entry) for entry in await self._said(kind)]

    def _opened(self, kind: type[Contract], entry: Mapping[str, Any]) -> Any:
        told = dict(entry["h"])
        text = self.service.kernel.exchange.open(
            json.loads(entry["v"])["sealed"],
            type_=kind.type,
            event_id=told["ce_id"].decode(),
            source=told["ce_subject"].decode(),
        )
        assert kind.words is not None
        return kind.words.model_validate_json(text)

    async def _said(self, kind: type[Contract]) -> list[dict[str, Any]]:
        rows: list[Any] = []
        for name in STORES:
            ours = {f"c.{field}": value for field, value in self._ours.items()}
            rows += await self.service.kernel.database[name].find(ours).to_list(None)
        said = [entry for row in rows for entry in row.get("ob", ()) if "v" in entry]
        of_kind = [entry for entry in said if dict(entry["h"])["ce_type"] == kind.type.encode()]
        return sorted(of_kind, key=lambda entry: entry["ts"])

    @property
    def _ours(self) -> dict[str, Any]:
        return {"case_id": {"$in": [self.case, self.group_case]}}

    async def link_for(self, who: str, *, revision: int | None = None) -> str:
        """The path of the personal link that stands in this person's latest letter."""
        issued = [one for one in await self.events(InvitationIssuedV1) if one.person_id == self.people[who]]
        last = issued[-1]
        token = self.links.make(
            "reply",
            subject_id=last.invitation_id,
            person_id=last.person_id,
            revision=revision or last.revision,
            expires=last.ends_at,
        )
        return f"/reply/{token}"

    # --- what most tests begin with ------------------------------------------------------------------

    def form(self, **more: Any) -> dict[str, Any]:
        """The three fields of a new meeting: today at 14, room 2.14, the rektor."""
        return {
            "day": "2026-11-16",
            "hour": "14:00",
            "room": self.room,
            "school": [self.rektor],
            **more,
        }

    async def calls(self, who: str = "rektor", **more: Any) -> str:
        """A meeting in the case, called on the page; its id."""
        answer = await self.as_(who).post(f"/meetings/new?case={self.case}", self.form(**more))
        assert answer.status_code == 303, answer.text
        return answer.headers["location"].removeprefix("/meetings/")

    async def minutes(self, meeting_id: str) -> Minutes:
        found = await self.house.minutes.get(Minutes.id_for(meeting_id))
        assert found is not None
        return found


def _settings(stack: Stack, database: str, clock_file: Path) -> MeetingsSettings:
    return MeetingsSettings.model_validate(
        {
            "profile": Profile.TEST,
            "clock_file": clock_file,
            "base_url": "http://samspill.test",
            "kafka_bootstrap_servers": stack.kafka_bootstrap,
            "kafka_security_protocol": "PLAINTEXT",
            "mongodb_url": stack.mongodb_admin_url(database),
            "mongodb_keys_url": stack.mongodb_admin_url(f"{database}_keys"),
            "key_encryption_keys": KEYS,
            "exchange_keys": KEYS,
            "cookie_keys": KEYS,
            "link_keys": KEYS,
        }
    )


AT_TWO = datetime(2026, 11, 16, 13, 0, tzinfo=UTC)
ONE_DAY = timedelta(days=1)
