"""Awaiting a condition, never a time."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable


async def until(condition: Callable[[], bool | Awaitable[bool]], *, within_s: float = 20.0) -> None:
    """Return as soon as the condition holds; fails when it does not within `within_s` seconds."""
    try:
        async with asyncio.timeout(within_s):
            while True:
                held = condition()
                if await held if inspect.isawaitable(held) else held:
                    return
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(f"did not come to hold within {within_s} s") from None
