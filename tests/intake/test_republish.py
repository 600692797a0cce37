"""Whoever lost what they knew of the directory gets it again, marked, with the ids and numbers it had."""

import asyncio

import pytest
from aiokafka import AIOKafkaConsumer

from deploy.local import Stack
from services.intake.commands.republish import republish
from shared.contracts.directory import PersonListedV1
from shared.contracts.topics import INTAKE_DIRECTORY
from tests.intake.town import Town, person_id, roster

pytestmark = pytest.mark.stack


async def said_of(stack: Stack, who: str) -> tuple[dict[str, bytes], bytes]:
    """Headers and body of the first record about this person on the directory topic."""
    user, password = stack.kafka_credentials("meetings")
    consumer = AIOKafkaConsumer(
        INTAKE_DIRECTORY.name,
        bootstrap_servers=stack.kafka_bootstrap,
        security_protocol="SASL_PLAINTEXT",
        sasl_mechanism="SCRAM-SHA-256",
        sasl_plain_username=user,
        sasl_plain_password=password,
        auto_offset_reset="earliest",
    )
    await consumer.start()
    try:
        async with asyncio.timeout(60):
            async for record in consumer:
                if record.key == who.encode():
                    return dict(record.headers), record.value or b""
    finally:
        await consumer.stop()
    raise AssertionError


async def test_the_directory_is_said_again_as_it_was_and_marked(town: Town, stack: Stack) -> None:
    sent = await republish(town.kernel)
    assert sent >= len(roster().people) + len(roster().groups) + len(roster().schools)
    mother = person_id("mother")
    headers, body = await said_of(stack, mother)
    row = await town.kernel.database["listed_people"].find_one({"_id": mother})
    assert headers["ce_republished"] == b"true"
    assert headers["ce_id"].decode() == f"{mother}:{row['seq']}"
    assert PersonListedV1.model_validate_json(body).person_id == mother
    assert b"Dahl" not in body
