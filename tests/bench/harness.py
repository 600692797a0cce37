"""How a figure is measured: the path and its bare loop in the same run, alternated, medians of the pairs."""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field

Measured = Callable[[], Awaitable[float]]

ROUNDS = 5


@dataclass
class Figure:
    """One figure of the page: `ratio` is value over baseline (rates) or what `note` says otherwise."""

    value: float
    unit: str
    baseline: float | None = None
    ratio: float | None = None
    spread: tuple[float, float] | None = None
    reach: str = ""
    aim: str = ""
    reached: bool | None = None
    ran: str = ""
    more: dict[str, float] = field(default_factory=dict)

    def plain(self) -> dict[str, object]:
        return {name: value for name, value in asdict(self).items() if value not in (None, {}, "")}

    @classmethod
    def against(
        cls,
        rates: tuple[float, float, list[float]],
        *,
        unit: str,
        reach: float,
        aim: float,
        least: float = 0.0,
        wished: float = 0.0,
        ran: str,
        more: dict[str, float] | None = None,
    ) -> "Figure":
        """A rate beside its bare loop (from `paired`); the ratio counts, and a `least` rate if told."""
        value, baseline, ratios = rates
        ratio = statistics.median(ratios)
        return cls(
            value=round(value),
            baseline=round(baseline),
            ratio=round(ratio, 3),
            spread=(round(ratios[0], 3), round(ratios[-1], 3)),
            unit=unit,
            reach=f"{reach}" + (f" and {least:,.0f}/s" if least else ""),
            aim=f"{aim}" + (f" and {wished:,.0f}/s" if wished else ""),
            reached=ratio >= reach and value >= least,
            ran=ran,
            more=more or {},
        )


async def paired(path: Measured, bare: Measured, *, rounds: int = ROUNDS) -> tuple[float, float, list[float]]:
    """Rates of path and bare loop, run in turn; medians of each, and the ratio of every pair.

    One pair is run first and not counted.
    """
    await path()
    await bare()
    values, baselines = [], []
    for number in range(rounds):
        first, second = (path, bare) if number % 2 == 0 else (bare, path)
        one, other = await first(), await second()
        values.append(one if number % 2 == 0 else other)
        baselines.append(other if number % 2 == 0 else one)
    ratios = [value / baseline for value, baseline in zip(values, baselines, strict=True)]
    return statistics.median(values), statistics.median(baselines), sorted(ratios)


async def rate(count: int, work: Callable[[], Awaitable[None]]) -> float:
    """Things a second when `work` does `count` of them."""
    start = time.perf_counter()
    await work()
    return count / (time.perf_counter() - start)


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` (0–1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


async def together(count: int, at_once: int, one: Callable[[int], Awaitable[None]]) -> None:
    """Do `count` things, `at_once` of them under way at any time."""
    numbers = iter(range(count))

    async def worker() -> None:
        for number in numbers:
            await one(number)

    await asyncio.gather(*(worker() for _ in range(at_once)))
