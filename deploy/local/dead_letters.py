import asyncio
import json

from rich.console import Console
from rich.table import Table

from deploy.local.failures import CannotRunError
from deploy.local.stack import SERVICES
from deploy.local.supervisor import FOLDER, state
from shared.messaging.dead_letters import DeadLetter, DeadLetters
from shared.storage.client import connect, disconnect


def show(out: Console) -> int:
    """List the records that the services of the running stack could not handle."""
    running = state()
    if running is None or not running.alive:
        raise CannotRunError("Nothing is running: `make up` first.")
    found = asyncio.run(_all())
    table = Table("service", "id", "event", "reason", "since", box=None, pad_edge=False)
    for service, letter in found:
        table.add_row(service, letter.id, letter.type, letter.reason, f"{letter.since:%Y-%m-%d %H:%M:%S}")
    out.print(table if found else "No dead letters: every record was understood and handled.")
    return 0


async def _all() -> list[tuple[str, DeadLetter]]:
    found = []
    for service in SERVICES:
        told = json.loads((FOLDER / "secrets" / f"{service}.env.json").read_text())
        client = connect(told["MONGODB_URL"])
        try:
            found += [(service, letter) for letter in await DeadLetters(client[service]).list()]
        finally:
            await disconnect(client)
    return found
