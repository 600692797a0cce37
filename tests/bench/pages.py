"""The list and the case page while few and while many cases lie in the database."""

import asyncio
import os
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from services.intake.app import build_house
from services.intake.settings import IntakeSettings
from shared.identifiers import new_id
from shared.kernel import Kernel
from shared.storage.client import connect, disconnect
from tests.bench.harness import Figure
from tests.bench.load.cases import Seeder
from tests.bench.load.client import Head, load
from tests.bench.load.people import Guardian, leader_of, signed_in
from tests.bench.load.replica import Replica
from tests.bench.town import Town, reporters

RATE = 20
ROUNDS = 5
SECONDS = 10.0
FEW, MANY = 100, int(os.environ.get("BENCH_CASES", "100000"))
"""Fewer are for trying the measurement out; what was measured with says how many there were."""
SHOWN = 50


@dataclass
class Archive:
    """An intake with its own database, that many cases, and the ids of some of them at one school."""

    name: str
    env: dict[str, str]
    count: int
    shown: list[str]


async def pages(town: Town) -> Figure:
    """The p99 of list and case page at 20 requests a second, with many cases; beside it with few."""
    await town.stop()
    people = reporters()
    few = await _archive(town, people, FEW)
    many = await _archive(town, people, MANY)
    head = signed_in(town.stack, leader_of(people[0].school_id), "staff")
    replicas = [
        Replica("intake", one.env, log=town.folder / f"{one.name}.log", roles="web") for one in (few, many)
    ]
    try:
        await asyncio.gather(*(asyncio.to_thread(one.start) for one in replicas))
        found = [
            await _round(head, replicas, [few, many], reverse=bool(number % 2))
            for number in range(ROUNDS + 1)
        ][1:]
    finally:
        for one in replicas:
            one.stop()
        await _drop(town, [few.name, many.name])
    with_few, with_many = [one for one, _ in found], [other for _, other in found]
    ratios = sorted(other / one for one, other in found)
    p99 = median(with_many)
    return Figure(
        value=round(p99, 1),
        baseline=round(median(with_few), 1),
        ratio=round(median(ratios), 2),
        spread=(round(ratios[0], 2), round(ratios[-1], 2)),
        unit="ms p99",
        reach="60 ms; 1.2 (100,000 cases / 100)",
        aim="30 ms; 1.05",
        reached=many.count >= 100_000 and p99 <= 60 and median(ratios) <= 1.2,
        ran=f"{RATE} requests a second, list and case page in turn, as the rektor of the largest school; "
        f"{many.count} cases beside {few.count}, in documents as intake's stores write them; web role alone",
        more={"cases": many.count, "cases_beside": few.count},
    )


async def _round(
    head: Head, replicas: Sequence[Replica], archives: Sequence[Archive], *, reverse: bool
) -> tuple[float, float]:
    page = [(name, "text/html" if name == "Accept" else value) for name, value in head]
    p99: dict[str, float] = {}
    for replica, archive in sorted(
        zip(replicas, archives, strict=True), key=lambda pair: pair[1].count, reverse=reverse
    ):
        paths = [path for case in archive.shown for path in ("/cases", f"/cases/{case}")]
        done = await load(
            replica.port, paths=paths, heads=[page], rate=RATE, connections=8, seconds=SECONDS, warm=1.0
        )
        if not done.all_are("200"):
            raise RuntimeError(f"not every page was shown: {done.statuses}")
        p99[archive.name] = done.ms_at(0.99)
    few, many = archives
    return p99[few.name], p99[many.name]


async def _archive(town: Town, people: list[Guardian], count: int) -> Archive:
    name = new_id("pages")[:20]
    env = {
        **town.stack.env_for("intake"),
        "MONGODB_URL": town.stack.mongodb_admin_url(name),
        "MONGODB_KEYS_URL": town.stack.mongodb_admin_url(f"{name}_keys"),
    }
    kernel = Kernel(_settings(env))
    house = build_house(kernel)
    for store in kernel.stores:
        await store.prepare()
    await house.directory.prepare()
    await house.prepare()
    seeder = Seeder(house)
    await seeder.list_everybody()
    made = await seeder.cases(people, count)
    school = people[0].school_id
    shown = [case_id for case_id, at in made if at == school][-SHOWN:]
    await seeder.tell_of(shown)
    await kernel.close()
    return Archive(name, env, len(made), shown)


def _settings(env: dict[str, str]) -> IntakeSettings:
    """The settings that a process with this environment reads."""
    told = {
        field: env[name]
        for field in IntakeSettings.model_fields
        for name in reversed(IntakeSettings.variables_of(field))
        if name in env
    }
    return IntakeSettings.model_validate(told)


async def _drop(town: Town, names: Sequence[str]) -> None:
    client = connect(town.stack.mongodb_admin_url())
    for name in names:
        await client.drop_database(name)
        await client.drop_database(f"{name}_keys")
    await disconnect(client)
