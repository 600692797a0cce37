"""Where the figures of the kernel are taken: one database, one broker user, keys, as a service has them."""

from datetime import UTC, datetime
from typing import Any

from aiokafka import AIOKafkaProducer
from pymongo import ReplaceOne

from deploy.local import Stack
from shared.clock import SystemClock
from shared.contracts.envelope import Contract, event_id, headers_of
from shared.identifiers import new_id
from shared.messaging.producing import KafkaAddress, start_producer
from shared.storage.client import connect, disconnect
from shared.storage.encryption import Exchange
from shared.storage.keys import ScopeKeys
from shared.storage.projection import Projection
from shared.storage.store import Store

NOW = datetime(2026, 11, 16, 7, 0, tzinfo=UTC)
KEY = b"k" * 32


class Place:
    """A fresh database beside the local stack's broker."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.client = connect(stack.mongodb_admin_url())
        name = new_id("bench")[:20]
        self.database = self.client[name]
        self.keys = ScopeKeys(self.client[f"{name}_keys"], {"k1": KEY}, "k1")
        self.exchange = Exchange({"x1": KEY}, "x1")
        self.filled = False

    def address(self, service: str) -> KafkaAddress:
        user, password = self.stack.kafka_credentials(service)
        return KafkaAddress(self.stack.kafka_bootstrap, "SASL_PLAINTEXT", username=user, password=password)

    async def producer(self) -> AIOKafkaProducer:
        return await start_producer(self.address("admin"), client_id="bench")

    def store(self, name: str, model: type[Any]) -> Store[Any]:
        return Store(
            self.database,
            name,
            model,
            service="intake",
            keys=self.keys,
            exchange=self.exchange,
            clock=SystemClock(),
        )

    def entry(self, event: Contract, *, seq: int, source: str) -> dict[str, Any]:
        """One outbox entry for an event."""
        headers = headers_of(type(event), service="intake", source=source, seq=seq, time=NOW.isoformat())
        value = event.model_dump_json(exclude_none=True).encode()
        return {"n": seq, "t": event.topic.name, "key": event.key(), "v": value, "h": headers}

    async def bare_rows(self, rows: Projection[Any], events: list[Any]) -> None:
        """The same rows as a projection writes, sealed, with one bulk write and nothing around it."""
        cipher = self.keys.opened("bench")
        assert cipher is not None
        writes = []
        for event in events:
            id_ = event_id(event.case_id, 1)
            body = cipher.seal(event.model_dump_json().encode(), id_.encode())
            row = {"_id": id_, "seq": 1, "k": "bench", "c": {"case_id": event.case_id}, "body": body}
            writes.append(ReplaceOne({"_id": id_, "seq": {"$lt": 1}}, row, upsert=True))
        await rows.collection.bulk_write(writes, ordered=False)

    async def close(self) -> None:
        await self.client.drop_database(self.database.name)
        await self.client.drop_database(f"{self.database.name}_keys")
        await disconnect(self.client)
