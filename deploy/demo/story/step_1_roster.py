"""Step 1: the roster of Lillevik kommune is imported, published and known to all four services."""

import asyncio
import time

from deploy.demo.roster_import import import_roster
from deploy.demo.scene import Scene

_THREE_OTHERS = ("meetings", "notify", "escalation")


async def the_roster_is_imported(scene: Scene) -> None:
    """Import it, see it on the directory topic and heard by the others; import it again, in vain."""
    began = time.monotonic()
    first = await asyncio.to_thread(import_roster, scene.stack, scene.timeline.say)
    scene.timeline.happened("The administrator", f"imported the roster in {time.monotonic() - began:.1f} s")
    scene.proofs.saw("the import says how many it took in", first.said("people"), look="the lines above")
    scene.proofs.saw("and reports the rows it refused", first.said("refused"), look="the lines above")
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
    await scene.quiet()
    again = len(scene.events.of("person-listed"))
    scene.timeline.happened("The administrator", "imported the same roster once more")
    scene.proofs.saw("a second import changes nothing", again == people, look="Kafka: no new record")
    scene.proofs.saw("and says so", second.said("people"), look="the command's output")


def _everybody(scene: Scene) -> int:
    listed = len(scene.events.of("person-listed"))
    return listed if listed >= scene.roster_people() else 0


async def _heard_everything(scene: Scene) -> bool:
    return await asyncio.to_thread(scene.events.behind) == 0
