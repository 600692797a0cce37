"""`python -m deploy.demo`: play the story on the whole product; exit 0 only if everything was proved."""

import argparse
import asyncio
import json
import shutil
import sys
from pathlib import Path

from deploy.demo.browser_page import NotOnThePage
from deploy.demo.person import Unexpected
from deploy.demo.proof import NotProved
from deploy.demo.scene import Scene
from deploy.demo.story import STEPS, play
from deploy.demo.timeline import Timeline
from deploy.local import CannotRunError, Stack

FOLDER = Path(__file__).resolve().parents[2] / "build" / "demo"

_STOPPED_BY_HAND = 130


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m deploy.demo", description=__doc__)
    parser.add_argument("--stay", action="store_true", help="leave it running afterwards, until Ctrl-C")
    asked = parser.parse_args()
    timeline = Timeline()
    try:
        return _on_a_fresh_stack(timeline, stay=asked.stay)
    except CannotRunError as error:
        timeline.failed(str(error), str(FOLDER / "logs"))
        return 1
    except KeyboardInterrupt:
        timeline.say("Stopped by hand; everything has been stopped.")
        return _STOPPED_BY_HAND


def _on_a_fresh_stack(timeline: Timeline, *, stay: bool) -> int:
    shutil.rmtree(FOLDER, ignore_errors=True)
    stack = Stack(FOLDER, profile="demo", say=timeline.say)
    scene = Scene(stack, timeline)
    scene.clock.begin()
    with stack:
        timeline.say(f"All parts are running; the clock says {scene.clock.said()}")
        code = asyncio.run(_tell(scene))
        if stay:
            _leave_running(scene)
    if code == 0:
        _clean_up()
    return code


async def _tell(scene: Scene) -> int:
    """Play all steps; every way a step can fail ends in one sentence and the folder with the logs."""
    timeline = scene.timeline
    try:
        scene.events.start()
        await play(scene, through=len(STEPS))
    except (NotProved, Unexpected, NotOnThePage, TimeoutError) as failure:
        scene.keep_last_pages()
        timeline.failed(f"{scene.proofs.step}: {failure}", str(scene.stack.folder / "logs"))
        return 1
    finally:
        _keep_events(scene)
        await scene.aclose()
    timeline.ends(scene.proofs.done, FOLDER)
    timeline.total(
        f"All {len(scene.proofs.done)} proofs held, in {timeline.seconds:.0f} seconds. "
        "`make up` leaves the same municipality running for you to try by hand."
    )
    return 0


def _leave_running(scene: Scene) -> None:
    timeline = scene.timeline
    timeline.say(f"Samspill: {scene.stack.base_url}   mail: {scene.stack.mail_sink.page}   Ctrl-C stops it")
    try:
        asyncio.run(_for_ever())
    except KeyboardInterrupt:
        timeline.say("Stopping")


async def _for_ever() -> None:
    await asyncio.Event().wait()


def _keep_events(scene: Scene) -> None:
    """Write down what went over Kafka, for those who want to look: codes, ids and sealed words."""
    with (scene.stack.folder / "events.jsonl").open("w", encoding="utf-8") as file:
        for event in scene.events.all:
            line = {"topic": event.topic, "type": event.type, "id": event.id, "data": event.data}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _clean_up() -> None:
    """Leave what can be looked at (mails, events, logs); throw away databases, keys and brokers' files."""
    for name in ("mongodb", "kafka", "login", "gateway", "secrets"):
        shutil.rmtree(FOLDER / name, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
