"""`python -m services.<name>`: run the roles asked for, look at what was laid aside, or at who looked."""

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence

from shared.backups import backup, restore
from shared.before_start import preflight
from shared.exporting_looks import export_log, verify_log
from shared.kernel import ROLES, Role, Service, running, serve
from shared.observability.logs import configure_logs

Extra = Callable[[Service, Sequence[str]], Awaitable[int]]
Offline = Callable[[Sequence[str]], int]


def main(
    name: str,
    build: Callable[[], Service],
    extra: Mapping[str, Extra] | None = None,
    extra_offline: Mapping[str, Offline] | None = None,
) -> int:
    """Run the command line of one service; `extra` are its own commands, e.g. `import-roster`."""
    commands = {
        "backup": backup,
        "check-erased": _check_erased,
        "dead-letters": _dead_letters,
        "held": _held,
        "export-log": export_log,
        "preflight": preflight,
        "prepare": _prepare,
        "restore": restore,
        "rewrap-keys": _rewrap_keys,
        **(extra or {}),
    }
    offline: Mapping[str, Offline] = {"verify-log": verify_log, **(extra_offline or {})}
    parser = argparse.ArgumentParser(prog=f"python -m services.{name}")
    parser.add_argument("--roles", default=",".join(ROLES), help="web,worker,relay,timers; all by default")
    parser.add_argument(
        "command", nargs="?", choices=sorted([*commands, *offline]), help="do this instead of running"
    )
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    told = parser.parse_args()
    configure_logs(service=name)
    if told.command in offline:
        return offline[told.command](told.arguments)
    if told.command is not None:
        return asyncio.run(_once(build(), commands[told.command], told.arguments))
    roles: list[Role] = [role for role in ROLES if role in told.roles.split(",")]
    if not roles:
        parser.error("no role that exists was asked for")
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_run(build, roles))
    return 0


async def _run(build: Callable[[], Service], roles: Sequence[Role]) -> None:
    # Built inside the loop: the database client belongs to the loop it is first used in.
    await serve(build(), roles)


async def _once(service: Service, command: Extra, arguments: Sequence[str]) -> int:
    try:
        return await command(service, arguments)
    finally:
        await service.kernel.close()


async def _rewrap_keys(service: Service, _arguments: Sequence[str]) -> int:
    """`rewrap-keys`: after a new key-encryption key seals; then the old one may go from the keyring."""
    sys.stdout.write(f"{await service.kernel.keys.rewrap()} keys wrapped again\n")
    return 0


async def _prepare(service: Service, _arguments: Sequence[str]) -> int:
    """`prepare`: make what this version needs in the databases, before its processes start. May run again."""
    await running(service).prepare()
    sys.stdout.write("databases are ready\n")
    return 0


async def _dead_letters(service: Service, arguments: Sequence[str]) -> int:
    """`dead-letters` lists them; `dead-letters put-back [ID]` reacts to them again, in order."""
    letters = service.kernel.dead_letters
    if arguments[:1] == ["put-back"]:
        done = await letters.put_back(service.inbox().react, only=arguments[1] if arguments[1:] else None)
        sys.stdout.write(f"{done} put back\n")
        return 0
    for letter in await letters.list():
        sys.stdout.write(f"{letter.id}  {letter.since:%Y-%m-%d %H:%M:%S}  {letter.reason}  {letter.type}\n")
    return 0


async def _held(service: Service, arguments: Sequence[str]) -> int:
    """`held` lists the aggregates whose events Kafka refused; `held put-back [ID]` has them tried again."""
    stores = service.kernel.stores
    waiting = [(store, one) for store in stores for one in await store.held()]
    if arguments[:1] == ["put-back"]:
        done = 0
        for store, one in waiting:
            if not arguments[1:] or one.id == arguments[1]:
                done += await store.put_back(one.id)
        sys.stdout.write(f"{done} put back\n")
        return 0
    for _, one in waiting:
        sys.stdout.write(f"{one.id}  {one.since:%Y-%m-%d %H:%M:%S}  {one.reason}  {one.topic}\n")
    return 0


async def _check_erased(service: Service, arguments: Sequence[str]) -> int:
    """`check-erased CASE`: 0 when its key is destroyed in this service and nothing lies under it."""
    if len(arguments) != 1:
        sys.stderr.write("check-erased needs the id of a case, as it stands on the certificate\n")
        return 2
    remains = await service.kernel.erasing.remains(arguments[0])
    sys.stdout.write(f"key {'destroyed' if remains.key_gone else 'NOT destroyed'}\n")
    for name, count in remains.documents.items():
        sys.stdout.write(f"{count} documents in {name}\n")
    return 0 if remains.key_gone and not remains.documents else 1
