from collections.abc import AsyncIterator

import pytest

from deploy.local import Stack
from tests.intake.town import Town


@pytest.fixture(scope="session")
async def town(stack: Stack) -> AsyncIterator[Town]:
    """The municipality, imported once; each test tells of something of its own."""
    made = Town(stack)
    await made.settle()
    yield made
    await made.close()
