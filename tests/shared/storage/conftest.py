from collections.abc import AsyncIterator
from typing import Any

import pytest

from deploy.local import Stack
from shared.clock import FixedClock
from shared.identifiers import new_id
from shared.storage.client import Driver, connect, disconnect
from shared.storage.encryption import Exchange
from shared.storage.keys import ScopeKeys
from shared.storage.store import Store
from tests.shared.moments import NOON
from tests.shared.storage.thing import Thing

KEY = b"k" * 32


class Room:
    """One database with its keys, on one driver, as a service has them."""

    def __init__(self, stack: Stack, driver: Driver) -> None:
        self.client = connect(stack.mongodb_admin_url(), driver=driver)
        name = new_id("t")[:20]
        self.database = self.client[name]
        self.keys_database = self.client[f"{name}_keys"]
        self.exchange = Exchange({"x1": KEY}, "x1")
        self.clock = FixedClock(NOON)

    def keys(self) -> ScopeKeys:
        return ScopeKeys(self.keys_database, {"k1": KEY}, "k1")

    def store(self, **more: Any) -> Store[Thing]:
        """A store of its own, as another process would have it."""
        return Store(
            self.database,
            "things",
            Thing,
            service="intake",
            keys=self.keys(),
            exchange=self.exchange,
            clock=self.clock,
            **more,
        )

    async def outbox(self, id_: str) -> list[dict[str, Any]]:
        row = await self.database["things"].find_one({"_id": id_})
        return list(row["ob"])


@pytest.fixture(params=["motor", "pymongo"])
async def room(stack: Stack, request: pytest.FixtureRequest) -> AsyncIterator[Room]:
    made = Room(stack, request.param)
    yield made
    await made.client.drop_database(made.database.name)
    await made.client.drop_database(made.keys_database.name)
    await disconnect(made.client)
