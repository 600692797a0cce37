"""Intake's own commands beside running: rosters, who was here before, and saying the directory again."""

import csv
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from services.intake.app import build_house
from services.intake.commands.hear_register import RegisterRow, hear_register
from services.intake.commands.let_guest_in import code_of
from services.intake.commands.open_emergency_entry import open_emergency_entry
from services.intake.commands.republish import republish
from services.intake.commands.train_staff import bring_in
from services.intake.files.package import faults_in, manifest_of
from services.intake.roster_command_line import feide_command, import_command, template_command
from services.intake.settings import IntakeSettings
from shared.kernel import Service

SHOWN = 200
SHORTEST_WHY = 10


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


async def emergency_command(service: Service, arguments: Sequence[str]) -> int:
    """`emergency-administrator WHY`: a code for an hour as administrator, when nobody can sign in (row P16).

    Who may run this has the server already. It opens no case, and every administrator sees that it was used.
    """
    why = " ".join(arguments).strip()
    if len(why) < SHORTEST_WHY:
        sys.stderr.write("emergency-administrator needs a reason, in words\n")
        return 2
    house = build_house(service.kernel)
    for store in service.kernel.stores:
        await store.prepare()
    settings = service.kernel.settings
    assert isinstance(settings, IntakeSettings)
    code = code_of(os.urandom(32))
    until = await open_emergency_entry(
        why, code, subject_key=settings.subject_key.get_secret_value(), house=house
    )
    sys.stdout.write(f"{settings.base_url}/sign-in/code\n{code}\nuntil {until.isoformat()}\n")
    return 0


async def register_command(service: Service, arguments: Sequence[str]) -> int:
    """`compare-guardians FILE.csv`: what the population register says, beside the roster.

    Nothing else is changed. Columns: pupil and guardian, as the roster calls them, and responsibility.
    """
    text = _text_of(arguments)
    if text is None:
        sys.stderr.write("compare-guardians needs one file with pupil, guardian and responsibility\n")
        return 2
    rows, broken = _register_rows(text)
    house = build_house(service.kernel)
    for store in service.kernel.stores:
        await store.prepare()
    heard = await hear_register(rows, house=house)
    sys.stdout.write(f"{heard.pupils} pupils, {heard.differing} otherwise than the roster\n")
    for line in broken[:SHOWN]:
        sys.stdout.write(f"  line {line} could not be read\n")
    if heard.unknown:
        sys.stdout.write(f"{heard.unknown} lines about somebody who is not in the directory\n")
    return 1 if broken or heard.unknown else 0


def _text_of(arguments: Sequence[str]) -> str | None:
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        return None
    return Path(arguments[0]).read_text("utf-8-sig", errors="replace")


def _register_rows(text: str) -> tuple[list[RegisterRow], list[int]]:
    """The rows, and the lines that are none; never what stood in them."""
    rows, broken = [], []
    for line, one in enumerate(csv.DictReader(text.splitlines()), 2):
        said = (one.get("responsibility") or "").strip().lower()
        pupil, guardian = (one.get("pupil") or "").strip(), (one.get("guardian") or "").strip()
        if pupil and guardian and said in ("true", "false"):
            rows.append(RegisterRow(pupil, guardian, said == "true"))
        else:
            broken.append(line)
    return rows, broken


COMMANDS = {
    "compare-guardians": register_command,
    "emergency-administrator": emergency_command,
    "bring-in-staff": bring_in_command,
    "import-feide": feide_command,
    "import-roster": import_command,
    "republish": republish_command,
    "roster-template": template_command,
}


def verify_dossier(arguments: Sequence[str]) -> int:
    """`verify-dossier FILE [PUBLIC-KEY]`: 0 when the package is whole and signed, 1 when not; works offline.

    The key stands at `/api/intake/signing-key` of the municipality that is to have made it.
    """
    if len(arguments) not in (1, 2):
        sys.stderr.write("verify-dossier needs a package, and may have the key it is to be signed with\n")
        return 2
    faults = faults_in(Path(arguments[0]), *arguments[1:])
    for fault in faults[:SHOWN]:
        sys.stdout.write(f"{fault}\n")
    if faults:
        sys.stdout.write("NOT WHOLE\n")
        return 1
    manifest = manifest_of(Path(arguments[0]))
    sys.stdout.write(
        f"case {manifest['number']}, {manifest['variant']}, made {manifest['made_at']}\n"
        f"{len(manifest['files'])} files, chain {manifest['chain_tip']}\n"
    )
    if not arguments[1:]:
        sys.stdout.write("no key was given: signed, but by whom is not known\n")
    sys.stdout.write("whole\n")
    return 0


OFFLINE = {"verify-dossier": verify_dossier}
