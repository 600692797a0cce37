from typing import Any

import pytest
from pymongo import AsyncMongoClient
from pymongo.asynchronous.collection import AsyncCollection
from pymongo.errors import OperationFailure

from deploy.local import Stack

pytestmark = pytest.mark.stack


async def test_a_service_keeps_what_it_writes_in_its_own_database(stack: Stack) -> None:
    client: AsyncMongoClient[dict[str, Any]]
    async with AsyncMongoClient(stack.mongodb_url("intake")) as client:
        probes: AsyncCollection[dict[str, Any]] = client["intake"]["local_stack_probe"]
        await probes.insert_one({"_id": "one"})
        assert await probes.count_documents({}) == 1
        await probes.drop()


@pytest.mark.parametrize("foreign", ["notify", "intake_keys", "notify_keys", "admin"])
async def test_a_service_cannot_read_another_database(stack: Stack, foreign: str) -> None:
    client: AsyncMongoClient[dict[str, Any]]
    async with AsyncMongoClient(stack.mongodb_url("intake")) as client:
        with pytest.raises(OperationFailure, match="not authorized"):
            await client[foreign]["system.users"].find_one()


async def test_nobody_reads_without_signing_in(stack: Stack) -> None:
    port = stack.mongodb_url("intake").partition("@")[2].partition("/")[0].rpartition(":")[2]
    client: AsyncMongoClient[dict[str, Any]]
    async with AsyncMongoClient("127.0.0.1", int(port), directConnection=True) as client:
        with pytest.raises(OperationFailure, match="requires authentication"):
            await client["intake"]["probe"].find_one()
