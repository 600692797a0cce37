"""Intake's own commands beside running: rosters, who was here before, and saying the directory again."""

import sys
from collections.abc import Sequence

from services.intake.app import build_house
from services.intake.commands.republish import republish
from services.intake.commands.train_staff import bring_in
from services.intake.roster_command_line import import_command, template_command
from shared.kernel import Service


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


COMMANDS = {
    "bring-in-staff": bring_in_command,
    "import-roster": import_command,
    "republish": republish_command,
    "roster-template": template_command,
}
