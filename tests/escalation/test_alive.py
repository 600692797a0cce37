"""Who watches the watcher: heartbeats, the oldest due clock, and whether every chain reaches somebody."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from services.escalation.commands.beat import beat, measure
from services.escalation.commands.try_chains import try_chains
from services.escalation.domain.preflight import PREFLIGHT_ID, Preflight
from shared.contracts.directory import Absence
from shared.contracts.escalation import EscalationBeatV1
from shared.contracts.notify import BeatAnsweredV1, LetterSentV1, LetterUndeliverableV1
from shared.identifiers import new_id
from shared.observability.metrics import CHAINS_UNREACHED, ESCALATION_ALIVE, OLDEST_DUE_SECONDS
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town

pytestmark = pytest.mark.stack


@pytest.fixture
def outside(town: Town) -> httpx.AsyncClient:
    """Somebody who is not signed in."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(town.parts.app), base_url="http://town.test")


async def beat_round(town: Town, at: datetime) -> EscalationBeatV1:
    await beat(town.house, at)
    await town.hear_ourselves()
    sent: EscalationBeatV1 = (await town.said()).all(EscalationBeatV1)[-1]
    return sent


@pytest.mark.requirement("B28")
async def test_anybody_outside_sees_whether_escalation_is_alive(
    town: Town, outside: httpx.AsyncClient
) -> None:
    silent = await outside.get("/api/escalation/alive?probe=true")
    assert (silent.status_code, silent.json()["kafka"]) == (503, False)
    now = datetime.now(UTC)
    sent = await beat_round(town, now)
    answer = BeatAnsweredV1(number=sent.number, sent_at=sent.sent_at, mail=True)
    await town.hear(answer, source="beat_answered")
    told = (await outside.get("/api/escalation/alive?probe=true")).json()
    assert (told["alive"], told["kafka"], told["mail"]) == (True, True, True)
    await measure(town.house, now)
    assert ESCALATION_ALIVE._value.get() == 1
    await measure(town.house, now + timedelta(minutes=2))
    assert ESCALATION_ALIVE._value.get() == 0


@pytest.mark.requirement("B28")
async def test_a_mail_server_that_does_not_answer_shows(town: Town, outside: httpx.AsyncClient) -> None:
    sent = await beat_round(town, datetime.now(UTC))
    await town.hear(
        BeatAnsweredV1(number=sent.number, sent_at=sent.sent_at, mail=False), source="beat_answered"
    )
    told = await outside.get("/api/escalation/alive?probe=true")
    assert (told.status_code, told.json()["mail"]) == (200, False)


@pytest.mark.requirement("B28")
async def test_a_due_clock_that_nobody_fires_is_seen(town: Town, outside: httpx.AsyncClient) -> None:
    await Case(town).open()
    await beat_round(town, datetime.now(UTC))
    town.clock.set(oslo(11, 18, 0, 10))
    told = await outside.get("/api/escalation/alive?probe=true")
    assert told.status_code == 503
    await measure(town.house, datetime.now(UTC))
    assert OLDEST_DUE_SECONDS._value.get() >= 600
    await town.look()
    assert (await outside.get("/api/escalation/alive?probe=true")).json()["oldest_due_s"] == 0


async def tried(town: Town) -> Preflight:
    await town.house.preflights.add(Preflight.first(town.clock.now()))
    await try_chains(PREFLIGHT_ID, town.clock.now(), house=town.house)
    found = await town.house.preflights.get(PREFLIGHT_ID)
    assert found is not None
    return found


@pytest.mark.requirement("B29")
async def test_every_morning_each_schools_chain_is_tried(town: Town) -> None:
    await town.house.preflights.add(Preflight.first(town.clock.now()))
    await town.look()
    first = await town.house.preflights.get(PREFLIGHT_ID)
    assert first is not None
    assert [(one.school_id, set(one.reaches)) for one in first.checks] == [(town.school_id, set(town.owners))]
    assert first.due_at == oslo(11, 17, 6, 30)
    assert CHAINS_UNREACHED._value.get() == 0
    owner = await town.browser(town.owners[0])
    assert "Rekka når noen for alle skolene" in (await owner.get("/notices")).text


@pytest.mark.requirement("B29")
async def test_a_chain_of_absent_people_and_dead_addresses_is_said_to_the_owner_and_measured(
    town: Town,
) -> None:
    away = Absence(since=town.clock.now().date())
    for step in (1, 2):
        await town.list_person(town.owners[step], f"Eier {step}", "school_owner", away=away)
    told: dict[str, Any] = {
        **Case(town).about,
        "letter": "owner-notice",
        "person_id": town.owners[0],
        "cause": "notice_x:1",
    }
    bounced = LetterUndeliverableV1(**told, letter_id=new_id("letter"), reason="no-such-user")
    await town.hear(bounced, source=bounced.letter_id)
    found = await tried(town)
    assert found.unreached == [town.school_id]
    assert found.checks[0].dead == (town.owners[0],)
    assert CHAINS_UNREACHED._value.get() == 1
    owner = await town.browser(town.owners[0])
    assert "Rekka når ingen for disse skolene: Lillevik skole" in (await owner.get("/notices")).text
    assert "Eier 1" in (await owner.get("/notices/alive")).text
    arrived = LetterSentV1(
        **{**told, "at": told["at"] + timedelta(hours=1)}, letter_id=new_id("letter"), channel="mail"
    )
    await town.hear(arrived, source=arrived.letter_id)
    assert (await tried(town)).unreached == []
