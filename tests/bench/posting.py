"""Reports taken in: the real process, from outside, against a bare loop that only stores the same."""

import asyncio
import subprocess
import sys
from statistics import median
from typing import Any

import bson

from shared.identifiers import new_id
from shared.storage.client import connect, disconnect
from tests.bench.harness import Figure, paired
from tests.bench.load.client import load
from tests.bench.town import Town, reporters, reports

SECONDS = 4.0
WARM_S = 1.0
INDEXES = ["c.by", "c.reporter", "c.cases"]


async def post_c32(town: Town) -> Figure:
    """Reports a second from 32 connections."""
    return await _post(town, 32, least=500, wished=1000)


async def post_c128(town: Town) -> Figure:
    """Reports a second from 128 connections."""
    return await _post(town, 128, least=800, wished=1500)


async def _post(town: Town, connections: int, *, least: float, wished: float) -> Figure:
    sample = await _sample(town)
    await town.start("intake", roles="web,relay")
    port = town.running["intake"].port
    heads, bodies = reports(town.stack, reporters())
    times: list[tuple[float, float]] = []

    async def path() -> float:
        found = await load(
            port,
            method="POST",
            paths=["/api/intake/reports"],
            heads=heads,
            bodies=bodies,
            key=new_id("k") + "-",
            connections=connections,
            seconds=SECONDS,
            warm=WARM_S,
        )
        if not found.all_are("201"):
            raise RuntimeError(f"not every report was taken: {found.statuses}")
        times.append((found.ms_at(0.5), found.ms_at(0.99)))
        return found.rate

    async def bare() -> float:
        program = [sys.executable, "-m", "tests.bench.bare_commit", sample, str(connections), str(SECONDS)]
        process = await asyncio.create_subprocess_exec(*program, stdout=subprocess.PIPE)
        said, _ = await process.communicate()
        return float(said)

    return Figure.against(
        await paired(path, bare),
        unit="reports/s",
        reach=0.7,
        aim=0.85,
        least=least,
        wished=wished,
        ran=f"{connections} connections, {SECONDS:.0f} s a round; one process with web and relay, real "
        "sealing, keys, history and Kafka; the bare loop stores report and key and nothing else",
        more={"p50_ms": median(p50 for p50, _ in times), "p99_ms": median(p99 for _, p99 in times)},
    )


async def _sample(town: Town) -> str:
    """A report as it is stored before the relay comes by, with its key, in a file for the bare loop."""
    await town.start("intake", roles="web")
    heads, bodies = reports(town.stack, reporters(1))
    client = connect(town.stack.mongodb_admin_url())
    await load(
        town.running["intake"].port,
        method="POST",
        paths=["/api/intake/reports"],
        heads=heads,
        bodies=bodies,
        key=new_id("k") + "-",
        connections=1,
        seconds=0.2,
    )
    report: dict[str, Any] = await client["intake"]["reports"].find_one({"ob.0": {"$exists": True}})
    key = await client["intake_keys"]["keys"].find_one({"_id": report["k"]})
    await disconnect(client)
    name = new_id("bare")[:20]
    file = town.folder / f"{name}.bson"
    file.write_bytes(
        bson.encode(
            {
                "url": town.stack.mongodb_admin_url(),
                "database": name,
                "report": report,
                "key": key,
                "indexes": INDEXES,
            }
        )
    )
    return str(file)
