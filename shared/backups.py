"""`backup DATA KEYS` and `restore DATA KEYS`: one service's two databases, in two files kept apart.

The order is the whole point. Backup: data first, then keys, so that no document lacks its key. Restore: keys
first, and before a process starts everything that Kafka knows was erased is erased again, what was said since
is heard again, and what is said from now on cannot be taken for what was lost. ADR 0110.
"""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shared.contracts.envelope import read
from shared.contracts.erasing import CaseErasureOrderedV1
from shared.contracts.topics import INTAKE_ERASURES, SERVICES
from shared.errors import Unavailable, Unreadable
from shared.kernel import Service, running
from shared.messaging.rewinding import headers, rewind, said_since
from shared.storage.backup import BadBackup, check_backup, is_empty, restore_backup, write_backup

FURTHER = 1_000_000
"""More than any aggregate will ever say."""


STAMP = "%Y%m%dT%H%M%SZ"


async def backup(service: Service, arguments: Sequence[str]) -> int:
    """`backup DATA KEYS [DAYS DAYS]`: into two folders, named by service, part and moment.

    With days, older ones of this service are removed: so many of the data, so many of the keys.
    """
    if len(arguments) not in (2, 4) or not all(days.isdigit() for days in arguments[2:]):
        sys.stderr.write("backup needs a folder for data and one for keys, and may have days for both\n")
        return 2
    kernel, now = service.kernel, datetime.now(UTC)
    folders = (Path(arguments[0]), Path(arguments[1]))
    data, keys = (
        folder / f"{kernel.service}-{part}-{now:{STAMP}}.backup"
        for folder, part in zip(folders, ("data", "keys"), strict=True)
    )
    # Data first: whatever is sealed in it had its key before, so the keys that follow hold it.
    told = await write_backup(kernel.database, data, service=kernel.service, part="data")
    sealed = await write_backup(kernel.keys.database, keys, service=kernel.service, part="keys")
    for file, contents in ((data, told), (keys, sealed)):
        sys.stdout.write(f"{file}: {sum(contents.counts.values())} documents\n")
    for folder, part, days in zip(folders, ("data", "keys"), arguments[2:], strict=False):
        for old in _older(folder, f"{kernel.service}-{part}-", now - timedelta(days=int(days))):
            old.unlink()
            sys.stdout.write(f"{old}: removed\n")
    return 0


def _older(folder: Path, start: str, than: datetime) -> list[Path]:
    """Backups whose name says that they are older; nothing else in the folder is touched."""
    return [one for one in sorted(folder.glob(f"{start}*.backup")) if one.stem < f"{start}{than:{STAMP}}"]


async def restore(service: Service, arguments: Sequence[str]) -> int:
    """`restore DATA KEYS [--without-kafka]`: into two empty databases, while no process of it runs."""
    files = [Path(one) for one in arguments if not one.startswith("--")]
    if len(files) != 2:  # noqa: PLR2004
        sys.stderr.write("restore needs the backup of the data and the backup of the keys\n")
        return 2
    kernel = service.kernel
    try:
        told = check_backup(files[0], service=kernel.service, part="data")
        check_backup(files[1], service=kernel.service, part="keys")
        if not (await is_empty(kernel.database) and await is_empty(kernel.keys.database)):
            sys.stderr.write("restore writes into empty databases only: these are not\n")
            return 1
        await restore_backup(kernel.keys.database, files[1])
        await restore_backup(kernel.database, files[0])
        await running(service).prepare()
        if "--without-kafka" not in arguments:
            await _catch_up(service, told.at)
    except BadBackup as bad:
        sys.stderr.write(f"this backup cannot be used: {bad.code}\n")
        return 1
    except Unavailable as down:
        sys.stderr.write(f"{down.neighbour} does not answer; empty both databases before trying again\n")
        return 1
    sys.stdout.write(f"{sum(told.counts.values())} documents of {told.at:%Y-%m-%d %H:%M:%S} UTC are back\n")
    sys.stdout.write("What people did here after that moment is not there: ask them, and look again\n")
    return 0


async def _catch_up(service: Service, since: datetime) -> None:
    kernel = service.kernel
    [name] = [one for one in SERVICES if one == kernel.service]
    erased = 0
    async for record in said_since(kernel.kafka, INTAKE_ERASURES, since):
        try:
            heard = read(CaseErasureOrderedV1, record.value, headers(record))
        except Unreadable:
            continue
        await kernel.erasing.when_ordered(heard)
        erased += 1
    sys.stdout.write(f"{erased} erased cases are erased here too\n")
    for catch_up in service.after_restore:
        sys.stdout.write(f"{await catch_up(since)}\n")
    if service.goes_on_later:
        for store in kernel.stores:
            await store.go_on_from(FURTHER)
    moved = await rewind(kernel.kafka, name, since)
    sys.stdout.write(f"{moved} partitions will be heard again from that moment\n")
