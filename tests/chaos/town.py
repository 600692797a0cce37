"""Where the storm rages: the whole product with two replicas of each service, a roster, and a mail server."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pymongo import MongoClient

from deploy.demo.roster_import import import_roster
from deploy.local import Stack
from deploy.local.stack import SERVICES
from deploy.local.tools import silence
from tests.bench.load.people import Guardian, guardians
from tests.bench.load.sink import Sink


class Town:
    """Started on entering, with the roster on its way to everyone; stopped on leaving."""

    def __init__(self, folder: Path, *, replicas: int = 2, services: Sequence[str] = SERVICES) -> None:
        self.sink = Sink(folder)
        self.stack = Stack(
            folder,
            services=services,
            replicas=dict.fromkeys(services, replicas),
            extra_env={"SMTP_URL": self.sink.url, "LOG_LEVEL": "warning"},
        )
        self.replicas = [(service, number) for service in services for number in range(replicas)]
        self._client: MongoClient[Any] | None = None

    def __enter__(self) -> Self:
        self.sink.start()
        try:
            self.stack.start()
            import_roster(self.stack, silence)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        if self._client is not None:
            self._client.close()
        self.stack.stop()
        self.sink.stop()

    @property
    def databases(self) -> MongoClient[Any]:
        """All databases, as their administrator sees them."""
        if self._client is None:
            self._client = MongoClient(self.stack.mongodb_admin_url(), tz_aware=True)
        return self._client

    def reporters(self, count: int) -> list[Guardian]:
        """Guardians with a mail address and an own child."""
        return guardians(count, on=datetime.now(UTC).date())
