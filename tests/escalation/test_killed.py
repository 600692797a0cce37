"""Killed at any moment, escalation asks each in a chain once at each step, and leaves nobody out (B22)."""

import asyncio
import json
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from deploy.local import Stack
from services.escalation.commands.decide_serious import DecideSerious, decide_serious
from services.escalation.domain.preflight import PREFLIGHT_ID, Preflight
from shared.contracts.escalation import ClockOverdueV1, NoticeStepV1
from tests.escalation.story import Case, oslo
from tests.escalation.town import Parts, Town

pytestmark = pytest.mark.stack

KEYS = {
    "KEY_ENCRYPTION_KEYS": b"1" * 32,
    "EXCHANGE_KEYS": b"2" * 32,
    "COOKIE_KEYS": b"3" * 32,
}


@pytest.mark.requirement("B22")
async def test_killed_before_and_after_writing_a_step_no_step_comes_twice_and_none_is_left_out(
    stack: Stack, parts: Parts, town: Town, tmp_path: Path
) -> None:
    case = Case(town)
    await case.open()
    await decide_serious(
        DecideSerious(choice="notify"),
        case_id=case.id,
        school_id=town.school_id,
        by=town.rektor,
        house=town.house,
    )
    # Or the first thing that the service writes would be its plan for the morning.
    await town.house.preflights.add(Preflight(id=PREFLIGHT_ID))
    killed = 0
    for day, point in ((18, "store.before-write"), (18, "store.after-write"), (20, "store.after-write")):
        killed += await _run_timers(stack, parts, tmp_path, at=oslo(11, day, 0, 1), die_at=point)
    assert killed == 3
    town.clock.set(oslo(11, 20, 0, 2))
    await parts.kernel.database["leases"].delete_many({})
    parts.lease._until = 0.0
    await town.look()
    said = await town.said()
    steps = [(one.step, one.person_id) for one in said.all(NoticeStepV1)]
    assert steps == [(number, owner) for number, owner in enumerate(town.owners, 1)]
    rung = [(one.clock_id, one.step) for one in said.all(ClockOverdueV1)]
    assert len(rung) == len(set(rung))
    assert {one.clock for one in said.all(ClockOverdueV1)} >= {"C1", "C2"}


async def _run_timers(stack: Stack, parts: Parts, folder: Path, *, at: datetime, die_at: str) -> bool:
    """Start the real service at that moment, on this test's database; whether it killed itself."""
    database = parts.kernel.database.name
    await parts.kernel.database["leases"].delete_many({})
    clock = folder / "clock.json"
    clock.write_text(json.dumps({"offset_s": (at - datetime.now(UTC)) / timedelta(seconds=1)}))
    told = {
        **stack.env_for("escalation"),
        "KAFKA_BOOTSTRAP_SERVERS": "127.0.0.1:1",
        "MONGODB_URL": stack.mongodb_admin_url(database),
        "MONGODB_KEYS_URL": stack.mongodb_admin_url(f"{database}_keys"),
        **{name: _ring(key) for name, key in KEYS.items()},
        "SAMSPILL_CLOCK_FILE": str(clock),
        "SAMSPILL_DIE_AT": die_at,
        "HTTP_PORT": "0",
        "PATH": os.defpath,
    }
    with (folder / "escalation.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "services.escalation", "--roles", "timers", env=told, stdout=log, stderr=log
        )
        try:
            async with asyncio.timeout(60):
                return await process.wait() == -9
        finally:
            if process.returncode is None:
                process.kill()


def _ring(key: bytes) -> str:
    import base64

    return json.dumps({"current": "k1", "keys": {"k1": base64.b64encode(key).decode()}})
