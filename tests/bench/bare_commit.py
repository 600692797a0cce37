"""The bare loop beside `post`: many callers, one bulk write at a time, the documents of a report.

    python -m tests.bench.bare_commit SAMPLE.bson CALLERS SECONDS

SAMPLE holds the addresses, a report and its key as intake stored them. Nothing is decided, sealed or
answered here: each caller hands in such a report with a new id and waits until it is durable; the keys of a
batch are durable before its reports, as they must be. Prints how many a second.
"""

import asyncio
import sys
import time
from pathlib import Path
from typing import Any

import bson
import uvloop
from pymongo import InsertOne

from shared.identifiers import new_id
from shared.storage.client import connect, disconnect

BATCH_LIMIT = 500
WARM_S = 1.0


class GroupCommit:
    """Whatever is handed in while a write is under way forms the next one."""

    def __init__(self, sample: dict[str, Any], client: Any) -> None:
        self._report, self._key = sample["report"], sample["key"]
        self._reports = client[sample["database"]]["reports"]
        self._keys = client[f"{sample['database']}_keys"]["keys"]
        self._waiting: list[asyncio.Future[None]] = []
        self._writing: asyncio.Task[None] | None = None

    async def prepare(self, indexes: list[str]) -> None:
        await self._reports.create_index(
            [("ob.0.ts", 1)], name="outbox", partialFilterExpression={"ob.0.ts": {"$gt": 0}}
        )
        for name in indexes:
            await self._reports.create_index(name)

    async def store(self) -> None:
        done = asyncio.get_running_loop().create_future()
        self._waiting.append(done)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.ensure_future(self._write())
        await done

    async def _write(self) -> None:
        await asyncio.sleep(0)
        while batch := self._waiting[:BATCH_LIMIT]:
            del self._waiting[: len(batch)]
            ids = [new_id("report") for _ in batch]
            await self._keys.insert_many([{**self._key, "_id": id_} for id_ in ids], ordered=False)
            await self._reports.bulk_write(
                [InsertOne({**self._report, "_id": id_, "k": id_}) for id_ in ids], ordered=False
            )
            for done in batch:
                done.set_result(None)


async def run(sample: dict[str, Any], callers: int, seconds: float) -> float:
    client = connect(sample["url"])
    loop = GroupCommit(sample, client)
    await loop.prepare(sample["indexes"])
    begin = time.perf_counter() + WARM_S
    count = 0

    async def caller() -> None:
        nonlocal count
        while (now := time.perf_counter()) < begin + seconds:
            await loop.store()
            count += now >= begin

    await asyncio.gather(*(caller() for _ in range(callers)))
    await disconnect(client)
    return count / seconds


if __name__ == "__main__":
    said = bson.decode(Path(sys.argv[1]).read_bytes())
    sys.stdout.write(f"{uvloop.run(run(said, int(sys.argv[2]), float(sys.argv[3])))}\n")
