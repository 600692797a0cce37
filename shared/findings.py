"""What a check before the start finds, and how it is told: a code, and what to do. Never an address."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass

LONGEST_S = 30.0


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `fault` is a code, None when it is well; `grave` is what nothing starts with."""

    about: str
    fault: str | None = None
    remedy: str = ""
    grave: bool = True

    def __str__(self) -> str:
        if self.fault is None:
            return f"ok      {self.about}"
        return f"{'WRONG ' if self.grave else 'beware'}  {self.about}: {self.fault}. {self.remedy}".rstrip()


Check = Callable[[], Awaitable[Iterable[Finding]]]


async def run_checks(checks: Sequence[Check]) -> list[Finding]:
    """Everything that all the checks found; one that breaks or hangs is a finding too."""
    found = await asyncio.gather(*(_run(check) for check in checks))
    return [finding for findings in found for finding in findings]


async def _run(check: Check) -> list[Finding]:
    about = getattr(getattr(check, "func", check), "__name__", "check").replace("_", " ")
    try:
        async with asyncio.timeout(LONGEST_S):
            return list(await check())
    except TimeoutError:
        return [Finding(about, "no-answer", "Is there a way through the network to it?")]
    except Exception as error:  # noqa: BLE001 - whatever it is, it is named, and the others are still looked at
        return [Finding(about, type(error).__name__, "The check itself broke; this is a fault of ours.")]
