"""The fixtures of the browser tests: one Chromium for the session."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, async_playwright

from tests.browser.chromium import Chromium, chromium


@pytest.fixture(scope="session")
async def brought() -> Chromium:
    """The browser that the tests bring with them, unpacked."""
    return await asyncio.to_thread(chromium)


@pytest.fixture(scope="session")
async def browser(brought: Chromium) -> AsyncIterator[Browser]:
    """A real Chromium, running."""
    async with started(brought) as running:
        yield running


@asynccontextmanager
async def started(brought: Chromium) -> AsyncIterator[Browser]:
    """Run the browser as long as the block lasts."""
    async with async_playwright() as driver:
        running = await driver.chromium.launch(
            executable_path=brought.program, args=[*brought.ARGUMENTS], env=brought.environment
        )
        try:
            yield running
        finally:
            await running.close()
