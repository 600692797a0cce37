"""Intake's own commands beside running: `import-roster FOLDER`, `bring-in-staff` and `republish`."""

import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from services.intake.app import build_house
from services.intake.commands.import_roster import ImportReport, import_roster
from services.intake.commands.republish import republish
from services.intake.commands.train_staff import bring_in
from services.intake.domain.roster import FILES, RefusedRow, read_roster
from services.intake.settings import IntakeSettings
from services.intake.storage.directory_stores import DirectoryStores
from shared.kernel import Service

BAR = 30
SHOWN = 200


async def import_command(service: Service, arguments: Sequence[str]) -> int:
    """`import-roster FOLDER`: 0 when all was taken, 1 when rows were refused, 2 when there is no roster."""
    folder = Path(arguments[0]) if arguments else None
    if folder is None or not folder.is_dir():
        sys.stderr.write("import-roster needs the folder that the roster's files lie in\n")
        return 2
    began = time.monotonic()
    present = [name for name in FILES if (folder / name).is_file()]
    texts = {name: (folder / name).read_text(encoding="utf-8-sig", errors="replace") for name in present}
    roster = read_roster(texts, lambda file, rows: _show(f"reading {file}", rows, 0))
    settings = cast("IntakeSettings", service.kernel.settings)
    stores = DirectoryStores(service.kernel)
    for store in service.kernel.stores:
        await store.prepare()
    await stores.prepare()
    report = await import_roster(
        roster,
        stores=stores,
        subject_key=settings.subject_key.get_secret_value(),
        progress=lambda kind, done, count: _show(f"storing {kind}", done, count),
    )
    _end_line()
    sys.stdout.write(_said(report, time.monotonic() - began))
    return 1 if any(one.scope != "field" for one in report.refused) else 0


async def republish_command(service: Service, _arguments: Sequence[str]) -> int:
    """`republish`: say the present directory and access again, marked, for projections that were lost."""
    count = await republish(service.kernel)
    sys.stdout.write(f"{count} said again\n")
    return 0


async def bring_in_command(service: Service, arguments: Sequence[str]) -> int:
    """`bring-in-staff [SCHOOL]`: whoever works here today counts as trained, before row L9 was asked for."""
    house = build_house(service.kernel)
    for store in service.kernel.stores:
        await store.prepare()
    sys.stdout.write(f"{await bring_in(arguments[0] if arguments else None, house=house)} brought in\n")
    return 0


def _said(report: ImportReport, seconds: float) -> str:
    lines = [f"{'':10}{'new':>8}{'changed':>9}{'removed':>9}{'unchanged':>11}"]
    lines += [
        f"{kind:10}{one.new:8}{one.changed:9}{one.removed:9}{one.unchanged:11}"
        for kind, one in report.kinds.items()
    ]
    if not report.wrote:
        lines.append("Nothing has changed, and nothing was written.")
    lines.append(f"Done in {seconds:.1f} s.")
    lines += _refusals(report.refused)
    return "\n".join(lines) + "\n"


def _refusals(refused: Sequence[RefusedRow]) -> list[str]:
    """Where and why, never what stood there."""
    if not refused:
        return ["Every row was taken."]
    scopes = Counter(one.scope for one in refused)
    told = ", ".join(f"{count} {scope}{'s' * (count > 1)}" for scope, count in scopes.items())
    lines = [f"Refused: {told}."]
    lines += [
        f"  {one.file}:{one.line}  {one.code}{'  ' + one.column if one.column else ''}  ({one.scope})"
        for one in refused[:SHOWN]
    ]
    if len(refused) > SHOWN:
        lines.append(f"  … and {len(refused) - SHOWN} more")
    return lines


def _show(what: str, done: int, count: int) -> None:
    if not sys.stderr.isatty():
        return
    full = BAR if not count else BAR * done // count
    bar = f"[{'█' * full}{'·' * (BAR - full)}]" if count else ""
    sys.stderr.write(f"\r\x1b[K{what:24} {bar} {done}")
    sys.stderr.flush()


def _end_line() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")


COMMANDS = {
    "bring-in-staff": bring_in_command,
    "import-roster": import_command,
    "republish": republish_command,
}
