"""What `make up` does after the start: Lillevik kommune moves in, and it is Monday 16 November 2026."""

from deploy.demo.roster_import import import_roster
from deploy.demo.story_clock import StoryClock
from deploy.local import Stack
from deploy.local.tools import Say


def after_start(stack: Stack, say: Say) -> None:
    """Set the clock and import the roster; raises `CannotRunError` when that fails."""
    clock = StoryClock(stack)
    clock.begin()
    say(f"In the demo it is {clock.said()}")
    import_roster(stack, say)
