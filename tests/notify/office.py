"""Notify at work in a test: its own database, real MongoDB, a mail server of the test's choosing.

Events reach the reactions as a consumer would hand them over; nothing goes over Kafka here.
"""

import asyncio
import itertools
import json
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from deploy.local import Stack
from services.notify.app import assemble
from services.notify.domain.letter import Letter
from services.notify.settings import NotifySettings
from services.notify.storage.post import Post
from shared.contracts.envelope import Contract, Heard, Words, event_id
from shared.identifiers import new_id
from shared.kernel import Service, running
from shared.keyring import Keyring
from shared.settings import Profile
from tests.notify.town import Said
from tests.shared.moments import NOON
from tests.shared.waiting import until

KEYS = Keyring.of(k1=b"1" * 32)


def settings(stack: Stack, *, database: str, smtp_url: str, clock_file: Path, **more: Any) -> NotifySettings:
    """Notify as it would be told by its environment, on a database of the test's own."""
    return NotifySettings.model_validate(
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
            "smtp_url": smtp_url,
            "mail_from_address": "post@lillevik.example",
            **more,
        }
    )


class Office:
    """One process of notify. `hears` delivers an event; `open` starts sending."""

    def __init__(
        self, stack: Stack, folder: Path, smtp_url: str, *, database: str | None = None, **more: Any
    ) -> None:
        self.stack = stack
        self.folder = folder
        self.database = database or new_id("t")[:20]
        self.clock_file = folder / "clock.json"
        if not self.clock_file.exists():
            self.set_clock(NOON)
        self.settings = settings(
            stack, database=self.database, smtp_url=smtp_url, clock_file=self.clock_file, **more
        )
        self.house = assemble(self.settings)
        self.service: Service = self.house.service
        self.kernel = self.service.kernel
        self.post: Post = self.house.post
        self._seqs: dict[str, itertools.count[int]] = defaultdict(lambda: itertools.count(1))
        self._tasks: list[asyncio.Task[None]] = []

    def set_clock(self, at: datetime) -> None:
        self.clock_file.write_text(json.dumps({"offset_s": (at - datetime.now(UTC)).total_seconds()}))

    async def prepare(self) -> None:
        for store in self.kernel.stores:
            await store.prepare()
        for prepare in self.service.prepare:
            await prepare()
        await self.kernel.signed_out.prepare()

    async def open(self) -> None:
        """Start sending; returns when this process may."""
        self._tasks = [asyncio.ensure_future(work()) for work in self.service.background]
        await until(self.post.sender.held)

    async def shut(self) -> None:
        """Stop sending, in good order."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []

    async def close(self, *, drop: bool = True) -> None:
        await self.shut()
        if drop:
            for client, name in zip(self.kernel._clients, ("", "_keys"), strict=True):
                await client.drop_database(f"{self.database}{name}")
        await self.kernel.close()

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

    async def hears(
        self, event: Contract, words: Words | None = None, *, source: str | None = None
    ) -> Heard[Any]:
        """Have the effect of an event of some aggregate (`source`, else a new one)."""
        heard = self.heard(event, words, source=source)
        await self.hears_again(heard)
        return heard

    async def hears_again(self, heard: Heard[Any]) -> None:
        for on in self.service.subscriptions:
            if on.contract is type(heard.event):
                if on.batch is not None:
                    await on.batch([heard])
                elif on.react is not None:
                    await on.react(heard)

    async def learns(self, said: list[Said]) -> None:
        """Hear everything of a list, e.g. a town's directory."""
        for event, words in said:
            await self.hears(event, words, source=f"intake:{event.key()}")

    async def letters(self, **query: Any) -> list[Letter]:
        return await self.post.letters.find(query)

    async def events(self, kind: type[Contract]) -> list[dict[str, Any]]:
        """What notify has said of this kind, as it lies in the outboxes."""
        rows = [
            row
            for store in self.kernel.stores
            for row in await store.collection.find({"ob": {"$ne": None}}).to_list(None)
        ]
        said = [entry for row in rows for entry in row.get("ob", ()) if "v" in entry]
        return [json.loads(entry["v"]) for entry in said if dict(entry["h"])["ce_type"] == kind.type.encode()]

    def running(self) -> Any:
        return running(self.service)
