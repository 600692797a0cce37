"""`make chaos`: kill whatever runs while reports come in; afterwards nothing may be missing."""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from deploy.local import CannotRunError
from tests.chaos.errands import Errands
from tests.chaos.points import named_points
from tests.chaos.proof import prove
from tests.chaos.quiet import until_quiet
from tests.chaos.senders import Senders
from tests.chaos.storm import Storm
from tests.chaos.town import Town

BUILD = Path("build")
READY_WITHIN_S = 90
QUIET_WITHIN_S = 120
CLIENTS = 12


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def rage(town: Town, *, seconds: float, seed: int, clients: int) -> dict[str, Any]:
    """One storm and its proof."""
    if (waiting := until_quiet(town, within_s=READY_WITHIN_S)) is not None:
        raise CannotRunError(f"The roster did not reach everyone: {waiting}")
    errand, *people = town.reporters(clients + 1)
    senders = Senders(town, people, seed=seed)
    errands = Errands(town, errand, seed=seed)
    storm = Storm(town, seed=seed, seconds=seconds, say=say)
    say(f"Storm of {seconds:.0f} s, seed {seed}, {len(senders.people)} guardians reporting")

    async def together() -> None:
        busy = asyncio.gather(senders.run(), errands.run())
        try:
            await storm.run()
        finally:
            senders.stopping.set()
            errands.stopping.set()
            await busy

    asyncio.run(together())
    calm = time.monotonic()
    waiting = until_quiet(town, within_s=QUIET_WITHIN_S)
    proof = prove(town, senders.acknowledged, errands, storm.in_flight)
    all_points = {point.name for point in named_points(town.stack.services)}
    gates = {
        **proof.gates,
        "quiet again": waiting is None,
        "every point hit": set(storm.points) == all_points,
        "nobody turned away": not senders.given_up + errands.given_up,
    }
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "seed": seed,
        "seconds": seconds,
        **proof.plain(),
        "kills": sum(storm.kills.values()),
        "kills_of": dict(storm.kills),
        "points": storm.points,
        "points_missed": sorted(all_points - set(storm.points)),
        "answers": dict(senders.answers),
        "tries_most": max((one.tries for one in senders.acknowledged), default=0),
        "given_up": senders.given_up + errands.given_up,
        "quiet_after_s": round(time.monotonic() - calm, 1),
        "still_waiting": waiting,
        "gates": gates,
        "passed": all(gates.values()),
    }


def summary(found: dict[str, Any]) -> str:
    """What a person wants to know."""
    kills = ", ".join(f"{name} {count}" for name, count in sorted(found["kills_of"].items()))
    points = ", ".join(f"{name} at {at} s" for name, at in found["points"].items())
    lines = [
        "",
        f"{found['accepted']} reports acknowledged; answers: {found['answers']}",
        f"{found['taken_out']} cases taken out of the house, {found['erased']} erased",
        f"{found['letters']} letters, {found['events']} events of {found['aggregates']} aggregates",
        f"{found['kills']} kills: {kills}",
        f"points hit: {points}",
        f"lost {found['lost']}, out of order {found['out_of_order']}",
        f"events twice {found['events_repeated']}",
        f"mails twice {found['duplicates']}, of {found['in_flight']} that were in flight at kills",
        f"quiet {found['quiet_after_s']} s after the storm",
        *(f"{'holds ' if held else 'FAILED'}  {gate}" for gate, held in found["gates"].items()),
    ]
    if found["examples"] or found["still_waiting"]:
        lines.append(f"look at: {found['examples']} {found['still_waiting'] or ''}")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="the same order of kills")
    parser.add_argument("--clients", type=int, default=CLIENTS, help="guardians reporting at once")
    parser.add_argument("--keep", type=Path, help="a folder for databases and logs, not removed afterwards")
    told = parser.parse_args()
    BUILD.mkdir(exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix="samspill-chaos-") as scratch:
            folder = told.keep or Path(scratch)
            folder.mkdir(parents=True, exist_ok=True)
            say("Starting everything, two of each service")
            with Town(folder) as town:
                found = rage(town, seconds=told.seconds, seed=told.seed, clients=told.clients)
    except CannotRunError as reason:
        say(str(reason))
        return 2
    (BUILD / "chaos.json").write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n")
    say(summary(found))
    return 0 if found["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
