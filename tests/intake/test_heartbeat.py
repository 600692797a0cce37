"""The heartbeat of access says no more than what has been sent."""

from datetime import UTC, datetime, timedelta

import pytest

from services.intake.commands.beat import beat
from services.intake.domain.access import Access
from services.intake.storage.house import access_id_of
from shared.contracts.access import AccessHeartbeatV1
from shared.contracts.topics import INTAKE_ACCESS
from tests.intake.town import Town, person_id

pytestmark = pytest.mark.stack


async def beats(town: Town) -> list[AccessHeartbeatV1]:
    """What one beat sends."""
    before = len(town.said)
    at = datetime.now(UTC)
    await beat(town.house, at)
    await town.deliver()
    return [
        AccessHeartbeatV1.model_validate_json(value)
        for _, headers, value in town.said[before:]
        if headers["ce_type"] == AccessHeartbeatV1.type
    ]


async def test_every_partition_gets_a_heartbeat(town: Town) -> None:
    started = datetime.now(UTC)
    sent = await beats(town)
    assert [one.partition for one in sent] == list(range(INTAKE_ACCESS.partitions))
    assert all(one.sent_at >= started for one in sent)


async def test_a_heartbeat_is_dated_before_a_change_of_access_that_was_not_sent_yet(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    access_id = access_id_of(told["cases"][0]["case_id"])
    await town.house.access.change(access_id, Access.say)
    row = await town.house.access.collection.find_one({"_id": access_id})
    decided = datetime.fromtimestamp(row["ob"][0]["ts"] / 1e9, UTC)
    await beat(town.house, decided + timedelta(minutes=5))
    there = (await town.house.heartbeats.find({}))[0]
    assert there.sent_at == decided
    await town.deliver()
