"""`export-log FILE` and `verify-log FILE [EARLIER]`: who looked at which case, checked by anybody, anywhere.

Checking needs the file and nothing else: no database, no key, no settings.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from shared.kernel import Service
from shared.storage.look_chain import Block, NotAnExport, first_line, last_line, line_of, read_export, verify

SHOWN = 200


async def export_log(service: Service, arguments: Sequence[str]) -> int:
    """`export-log FILE`: every look that this service has written down, in a file that was not there."""
    file = _new_file(arguments[0]) if len(arguments) == 1 else None
    if file is None:
        sys.stderr.write("export-log needs the name of a file that is not there yet\n")
        return 2
    count = 0
    with file:
        file.write(first_line(service.kernel.service) + "\n")
        async for block in service.kernel.looks.log.blocks():
            file.write(line_of(block) + "\n")
            count += 1
        file.write(last_line(count) + "\n")
    sys.stdout.write(f"{count} blocks written\n")
    return 0


def verify_log(arguments: Sequence[str]) -> int:
    """`verify-log FILE [EARLIER]`: 0 when every chain is whole, 1 when one is not, 2 when it is no export.

    With an earlier export at hand, nothing of that may be missing or changed: an end that was cut off shows.
    """
    if len(arguments) not in (1, 2):
        sys.stderr.write("verify-log needs an export, and may have an earlier one beside it\n")
        return 2
    try:
        verdict = verify(*(_blocks(one) for one in arguments))
    except (NotAnExport, OSError, UnicodeDecodeError):
        sys.stderr.write("that is not an export of looks, or it has been cut off\n")
        return 2
    sys.stdout.write(f"{verdict.blocks} blocks in {verdict.cases} cases, {verdict.unreadable} unreadable\n")
    for fault in verdict.faults[:SHOWN]:
        sys.stdout.write(f"{fault.what:8} {fault.case_id} block {fault.number}\n")
    sys.stdout.write("NOT WHOLE\n" if verdict.faults else "whole\n")
    return 1 if verdict.faults else 0


def _new_file(path: str) -> TextIO | None:
    try:
        return Path(path).open("x", encoding="utf-8")
    except FileExistsError:
        return None


def _blocks(path: str) -> Iterator[Block]:
    with Path(path).open(encoding="utf-8") as lines:
        yield from read_export(lines)
