"""The whole product, running, for the tests that look at it from outside: one for the session.

    async def test_…(scene: Scene) -> None:
        await play(scene, through=3)      # deploy.demo.story: nothing is played twice

Whoever asks gets the municipality of the demo with the roster imported. Tests share it, so they run in an
order: the story's own journeys first, as it unfolds; then browsers and the access matrix, which add cases of
their own; at last what changes things for everybody, or looks back on all that has happened.
"""

import asyncio
import io
from collections.abc import AsyncIterator

import pytest
from rich.console import Console

from deploy.demo.scene import Scene
from deploy.demo.story import play
from deploy.demo.timeline import Timeline
from deploy.local import Stack

IN_ORDER = ("tests/journeys/", "tests/browser/", "tests/access/")
LAST = (
    "tests/journeys/test_out_of_the_house",
    "tests/journeys/test_neighbours_down",
    "tests/journeys/test_leaks",
)


@pytest.fixture(scope="session")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    """All four services with the demo's municipality, on the morning the story begins."""
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


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests that share the house behind all others, in their order."""
    items.sort(key=lambda item: _place(item) if _is_in_the_house(item) else -1)


def _is_in_the_house(item: pytest.Item) -> bool:
    return isinstance(item, pytest.Function) and "scene" in item.fixturenames


def _place(item: pytest.Item) -> int:
    order = (*IN_ORDER, *LAST)
    return max((at for at, start in enumerate(order) if item.nodeid.startswith(start)), default=0)
