"""The one door to MongoDB: which driver, with what settings, and what its failures mean.

Motor has reached its end of life (ADR 0002), so nothing outside this room knows which driver runs;
`driver="pymongo"` gives PyMongo's own async client, and the room's tests run on both.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from pymongo.errors import (
    AutoReconnect,
    ConnectionFailure,
    ExecutionTimeout,
    NetworkTimeout,
    OperationFailure,
    PyMongoError,
    WriteConcernError,
)

from shared.errors import Unavailable

Driver = Literal["motor", "pymongo"]

# Motor runs every call in a thread of its pool; its default (five a core) caps throughput on small machines.
os.environ.setdefault("MOTOR_MAX_WORKERS", "32")

# 134 and 211: it has just come back, and has no majority, or no key to sign the time with, yet.
_TRANSIENT_CODES = {6, 7, 89, 91, 134, 189, 211, 262, 9001, 10107, 11600, 11602, 13435, 13436}


def connect(url: str, *, driver: Driver = "motor", app_name: str = "samspill") -> Any:
    """A client that writes with majority and journal, and gives up on a silent server in seconds."""
    options: dict[str, Any] = {
        "appname": app_name,
        "w": "majority",
        "journal": True,
        "retryWrites": True,
        "retryReads": True,
        "tz_aware": True,
        "serverSelectionTimeoutMS": 3000,
        "connectTimeoutMS": 3000,
        "socketTimeoutMS": 10000,
        "waitQueueTimeoutMS": 5000,
        "maxPoolSize": 32,
    }
    if driver == "motor":
        from motor.motor_asyncio import AsyncIOMotorClient

        return AsyncIOMotorClient(url, **options)
    from pymongo import AsyncMongoClient

    return AsyncMongoClient(url, **options)


async def disconnect(client: Any) -> None:
    """Close the client, whichever driver it is of."""
    closing = client.close()
    if closing is not None:
        await closing


@contextmanager
def mongodb_failures() -> Iterator[None]:
    """Turn "MongoDB is not reachable or lost its primary" into `Unavailable`; the rest passes."""
    try:
        yield
    except (AutoReconnect, ConnectionFailure, NetworkTimeout, ExecutionTimeout, WriteConcernError) as down:
        raise Unavailable("mongodb") from down
    except OperationFailure as failed:
        if failed.code in _TRANSIENT_CODES:
            raise Unavailable("mongodb") from failed
        raise


__all__ = ["Driver", "PyMongoError", "connect", "disconnect", "mongodb_failures"]
