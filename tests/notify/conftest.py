from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from deploy.local import Stack
from tests.notify.mail_server import MailServer, mail_server
from tests.notify.office import Office
from tests.notify.town import Town


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as made:
        yield made


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.fixture
async def office(stack: Stack, server: MailServer, town: Town, tmp_path: Path) -> AsyncIterator[Office]:
    """Notify with the town's directory, sending to the test's own mail server."""
    made = Office(stack, tmp_path, server.url)
    await made.prepare()
    await made.learns(town.directory())
    await made.open()
    yield made
    await made.close()
