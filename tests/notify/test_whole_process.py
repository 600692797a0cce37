"""The real process over the real broker: a report is heard, and its letter lies in the mailbox."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer

from deploy.local import Stack
from services.notify.domain.letter import letter_id
from shared.contracts.envelope import Contract, Words, event_id, headers_of
from shared.identifiers import new_id
from shared.keyring import Keyring
from shared.messaging.producing import KafkaAddress, start_producer
from shared.storage.encryption import Exchange
from tests.notify.said import report
from tests.notify.town import Town
from tests.shared.moments import NOON

pytestmark = [pytest.mark.stack, pytest.mark.timeout(300)]


@pytest.fixture
async def notify(stack: Stack, tmp_path: Path) -> AsyncIterator[Path]:
    """The service as it is started in production, on its own database and with its own rights; its log."""
    environment = {**stack.env_for("notify"), "HTTP_PORT": "0", "PATH": os.defpath}
    with (tmp_path / "notify.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "services.notify", env=environment, stdout=log, stderr=log
        )
        yield tmp_path / "notify.log"
        process.terminate()
        assert await process.wait() in (0, -15), (tmp_path / "notify.log").read_text()


class Intake:
    """What intake would put on its topics."""

    def __init__(self, stack: Stack, producer: AIOKafkaProducer) -> None:
        keyring = Keyring.model_validate(stack.secrets.keyring("exchange"))
        self._exchange = Exchange(keyring.keys, keyring.current)
        self._producer = producer

    async def says(self, event: Contract, words: Words | None = None) -> str:
        """Publish it; returns the event's id."""
        source, value = new_id("thing"), event.model_dump_json(exclude_none=True)
        if words is not None:
            told = {"type_": event.type, "event_id": event_id(source, 1), "source": source}
            value = f'{value[:-1]},"sealed":{self._exchange.seal(words.model_dump_json().encode(), **told)}}}'
        headers = headers_of(type(event), service="intake", source=source, seq=1, time=NOON.isoformat())
        await self._producer.send_and_wait(
            event.topic.name, value.encode(), key=event.key().encode(), headers=headers
        )
        return event_id(source, 1)


@pytest.fixture
async def intake(stack: Stack) -> AsyncIterator[Intake]:
    user, password = stack.kafka_credentials("intake")
    producer = await start_producer(
        KafkaAddress(
            stack.kafka_bootstrap, security_protocol="SASL_PLAINTEXT", username=user, password=password
        ),
        client_id="intake",
    )
    yield Intake(stack, producer)
    await producer.stop()


async def test_a_report_on_kafka_is_a_letter_in_the_mailbox(
    stack: Stack, notify: Path, intake: Intake, town: Town
) -> None:
    for event, words in town.directory():
        await intake.says(event, words)
    cause = await intake.says(report(town, contact_by=datetime.now(UTC) + timedelta(days=1)))
    try:
        mail = await stack.mail.wait_for(town.email(town.mother), within_s=120)
    except TimeoutError:
        raise AssertionError(_said_in(notify)) from None
    assert mail.subject == "Beskjed fra Lillevik skole"
    assert mail.headers["message-id"] == f"<{letter_id(cause, town.mother)}@skole.example>"


def _said_in(log: Path) -> str:
    return log.read_text()
