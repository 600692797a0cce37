from collections.abc import AsyncIterator

import pytest

from deploy.local import Stack
from tests.meetings.school import Office, School


@pytest.fixture(scope="session")
async def office(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    made = Office(stack, tmp_path_factory.mktemp("meetings"))
    await made.open()
    yield made
    await made.close()


@pytest.fixture
async def school(office: Office) -> School:
    """A school with its directory and one open case; nobody else's events are seen."""
    made = School(office)
    await made.open()
    return made
