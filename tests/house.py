"""The whole product, running, for the tests that look at it from outside: one for the session.

    async def test_…(scene: Scene) -> None:
        await play(scene, through=3)      # deploy.demo.story: nothing is played twice

Whoever asks gets the municipality of the demo with the roster imported. Tests share it: they add cases of
their own, and leave the people, the clock's direction and other tests' cases as they are.
"""

import asyncio
import io
from collections.abc import AsyncIterator

import pytest
from rich.console import Console

from deploy.demo.scene import Scene
from deploy.demo.timeline import Timeline
from deploy.local import Stack


@pytest.fixture(scope="session")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    """All four services with the demo's municipality, on the morning the story begins."""
    from deploy.demo.story import play  # only who asks for the house needs the whole story

    stack = Stack(tmp_path_factory.mktemp("house"))
    made = Scene(stack, Timeline(Console(file=io.StringIO(), width=118)))
    made.clock.begin()
    try:
        await asyncio.to_thread(stack.start)
        made.events.start()
        await play(made, through=1)
        yield made
    finally:
        await made.aclose()
        await asyncio.to_thread(stack.stop)
