"""Many reports in the same moment, taken by two processes that share one database."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from deploy.local import Stack
from shared.contracts.envelope import Heard
from shared.directory import Directory
from shared.identifiers import new_id
from shared.keyring import Keyring
from shared.storage.client import connect, disconnect
from shared.storage.keys import ScopeKeys
from tests.bench.load.people import directory, guardians, signed_in
from tests.bench.load.replica import Replica


@dataclass
class TwoIntakes:
    """Two web processes, and the database they share."""

    stack: Stack
    replicas: Sequence[Replica]
    database: Any


@pytest.fixture(scope="module")
async def intakes(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[TwoIntakes]:
    name = new_id("parallel")[:20]
    env = {
        **stack.env_for("intake"),
        "MONGODB_URL": stack.mongodb_admin_url(name),
        "MONGODB_KEYS_URL": stack.mongodb_admin_url(f"{name}_keys"),
    }
    client = connect(stack.mongodb_admin_url())
    keyring = Keyring.model_validate(env["KEY_ENCRYPTION_KEYS"])
    await _list_everybody(
        Directory(client[name], keys=ScopeKeys(client[f"{name}_keys"], keyring.keys, keyring.current))
    )
    folder = tmp_path_factory.mktemp("parallel")
    replicas = [Replica("intake", env, log=folder / f"{number}.log", roles="web") for number in range(2)]
    try:
        await asyncio.gather(*(asyncio.to_thread(replica.start) for replica in replicas))
        yield TwoIntakes(stack, replicas, client[name])
    finally:
        for replica in replicas:
            replica.stop()
        await client.drop_database(name)
        await client.drop_database(f"{name}_keys")
        await disconnect(client)


@pytest.mark.parametrize("count", [16, 128])
async def test_reports_in_the_same_moment_are_all_stored_and_numbered_apart(
    intakes: TwoIntakes, count: int
) -> None:
    receipts = await _report_at_once(
        intakes, [f"at-the-same-time-{count}-{number}" for number in range(count)]
    )

    numbers = [case["number"] for receipt in receipts for case in receipt["cases"]]
    ids = {receipt["report_id"] for receipt in receipts}
    stored = await intakes.database["reports"].count_documents({"_id": {"$in": list(ids)}})
    assert len(set(numbers)) == len(numbers) == count
    assert stored == len(ids) == count


async def test_the_same_key_in_the_same_moment_is_one_report_in_both_processes(intakes: TwoIntakes) -> None:
    receipts = await _report_at_once(intakes, ["the-same-key-for-all"] * 16, one_person=True)

    assert len({(one["report_id"], one["cases"][0]["number"]) for one in receipts}) == 1


async def _report_at_once(
    intakes: TwoIntakes, keys: Sequence[str], *, one_person: bool = False
) -> list[dict[str, Any]]:
    people = guardians(1 if one_person else len(keys), on=datetime.now(UTC).date())

    async with httpx.AsyncClient(trust_env=False, timeout=30) as http:

        async def report(number: int) -> dict[str, Any]:
            guardian = people[number % len(people)]
            answer = await http.post(
                f"{intakes.replicas[number % 2].url}/api/intake/reports",
                content=guardian.report("Han sier at ingen vil være med ham."),
                headers={
                    **dict(signed_in(intakes.stack, guardian.person_id, "guardian")),
                    "Content-Type": "application/json",
                    "Idempotency-Key": keys[number],
                },
            )
            assert answer.status_code == httpx.codes.CREATED, answer.text
            said: dict[str, Any] = answer.json()
            return said

        return await asyncio.gather(*(report(number) for number in range(len(keys))))


async def _list_everybody(there: Directory) -> None:
    """Fill the directory as its reactions do when the roster has been imported."""
    entries = directory()

    def heard(entry: Any) -> Heard[Any]:
        return Heard(
            entry.listed, f"{entry.id}:1", entry.id, 1, "2026-11-16T08:00:00+01:00", words=entry.words
        )

    await there.when_schools_listed([heard(one) for one in entries.schools])
    await there.when_people_listed([heard(one) for one in entries.people])
