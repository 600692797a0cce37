"""Step 1: the roster of Lillevik kommune is imported, published and known to all four services."""

import asyncio
import csv
import shutil
import time
from pathlib import Path

from deploy.demo.roster_import import ROSTER, import_roster
from deploy.demo.scene import Scene

_THREE_OTHERS = ("meetings", "notify", "escalation")
# Somebody without a family name, as real rosters have them.
_INCOMPLETE = {"sourcedId": "user-incomplete", "givenName": "Navnløysa"}


async def the_roster_is_imported(scene: Scene) -> None:
    """Import it with a row that cannot be used, see it everywhere; import it once more, in vain."""
    sent, line = _with_an_incomplete_row(scene.stack.folder / "roster-as-sent")
    began = time.monotonic()
    first = await asyncio.to_thread(import_roster, scene.stack, scene.timeline.say, sent)
    scene.timeline.happened("The administrator", f"imported the roster in {time.monotonic() - began:.1f} s")
    scene.proofs.saw(
        "the row that cannot be used is refused by file and line, with the reason and without the name",
        first.said(f"users.csv:{line}") and not first.said(_INCOMPLETE["givenName"]),
        look="the lines above",
    )
    people = await scene.proofs.that(
        "every person of the roster stands on the directory topic",
        lambda: _everybody(scene),
        look="Kafka, samspill.intake.directory",
        within_s=60,
    )
    await scene.proofs.that(
        "the three other services have heard the whole directory",
        lambda: _heard_everything(scene),
        look="/health of " + ", ".join(_THREE_OTHERS),
        within_s=60,
    )
    second = await asyncio.to_thread(import_roster, scene.stack, lambda _line: None)
    scene.timeline.happened("The administrator", "imported the roster once more")
    await scene.quiet()
    again = len(scene.events.of("person-listed"))
    scene.proofs.saw(
        "the second import changes nothing, and says so",
        again == people and second.said("Nothing has changed"),
        look="Kafka: no new record",
    )


def _with_an_incomplete_row(folder: Path) -> tuple[Path, int]:
    """The roster with one more row, and the line it stands on."""
    folder.mkdir(exist_ok=True)
    for file in (*ROSTER.glob("*.csv"), *ROSTER.glob("*.ics")):
        shutil.copy(file, folder / file.name)
    users = folder / "users.csv"
    lines = users.read_text(encoding="utf-8").splitlines()
    columns = next(csv.reader(lines[:1]))
    with users.open("a", encoding="utf-8", newline="") as more:
        csv.DictWriter(more, columns, restval="").writerow(_INCOMPLETE)
    return folder, len(lines) + 1


def _everybody(scene: Scene) -> int:
    """How many people are listed; nothing as long as they are fewer than in the roster."""
    listed = len(scene.events.of("person-listed"))
    return listed if listed >= scene.roster_people() else 0


async def _heard_everything(scene: Scene) -> bool:
    return await asyncio.to_thread(scene.events.behind) == 0
