"""The journeys: the demo's own story on the whole product, started once, a step at a time."""

import pytest

from deploy.demo.scene import Scene
from deploy.demo.story import STEPS, play


@pytest.fixture(scope="session")
async def municipality(scene: Scene) -> Scene:
    """All four services on real parts, and the roster of Lillevik kommune taken in."""
    return scene


@pytest.fixture(scope="session")
async def reported(municipality: Scene) -> Scene:
    """A mother and a teacher have reported."""
    return await _played(municipality, "2")


@pytest.fixture(scope="session")
async def called(reported: Scene) -> Scene:
    """The rektor has decided on tomorrow and called a meeting for the same day."""
    return await _played(reported, "3")


@pytest.fixture(scope="session")
async def answered(called: Scene) -> Scene:
    """The mother has answered, the father has not."""
    return await _played(called, "4")


@pytest.fixture(scope="session")
async def minuted(answered: Scene) -> Scene:
    """The meeting was held and its minutes are approved."""
    return await _played(answered, "5")


@pytest.fixture(scope="session")
async def next_morning(minuted: Scene) -> Scene:
    """One adult has ticked, another has not."""
    return await _played(minuted, "next morning")


@pytest.fixture(scope="session")
async def notified(next_morning: Scene) -> Scene:
    """The school owner has acknowledged one notice, and nobody the other."""
    return await _played(next_morning, "6")


@pytest.fixture(scope="session")
async def parents_met(notified: Scene) -> Scene:
    """The parents of 8A have met, and each has heard of it."""
    return await _played(notified, "7")


async def _played(scene: Scene, step: str) -> Scene:
    await play(scene, through=_through(step))
    return scene


def _through(step: str) -> int:
    """How many steps are played when this one has been."""
    places = [at for at, one in enumerate(STEPS, 1) if step in (one.number, one.title.removeprefix("The "))]
    return places[0]
