"""The story that `make demo` plays, a step a file. Each step is driven by people and proved from outside."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from deploy.demo.scene import Scene
from deploy.demo.story.step_1_roster import the_roster_is_imported
from deploy.demo.story.step_2_reports import two_reports_come_in
from deploy.demo.story.step_3_tomorrow import the_next_morning, the_rektor_acts
from deploy.demo.story.step_4_answers import one_guardian_answers
from deploy.demo.story.step_5_meeting import the_meeting_is_held
from deploy.demo.story.step_6_serious import the_school_owner_is_notified
from deploy.demo.story.step_7_parents_meeting import all_parents_meet


@dataclass(frozen=True)
class Step:
    """One step: its number in the story, what it is called, and who plays it."""

    number: str
    title: str
    play: Callable[[Scene], Awaitable[None]]


STEPS = (
    Step("1", "The municipality moves in", the_roster_is_imported),
    Step("2", "A mother reports, and a teacher at another school", two_reports_come_in),
    Step("3", "The rektor acts the same day", the_rektor_acts),
    Step("4", "One parent answers, the other does not", one_guardian_answers),
    Step("5", "The meeting is held, and everybody gets their own minutes", the_meeting_is_held),
    # The next morning belongs to step 3; the meeting was the same day, so the clock passes it first.
    Step("3", "The next morning", the_next_morning),
    Step("6", "A serious case reaches the school owner", the_school_owner_is_notified),
    Step("7", "A meeting for all the parents of 8A", all_parents_meet),
)


async def play(scene: Scene, *, through: int) -> None:
    """Play the steps up to and including that one which have not been played in this scene."""
    for step in STEPS[scene.steps_played : through]:
        scene.proofs.step = f"{step.number}. {step.title}"
        scene.timeline.step(scene.proofs.step, scene.clock.said())
        await step.play(scene)
        scene.steps_played += 1
