"""How a well-behaved client asks: again and again, a little later each time, until it has an answer."""

import asyncio
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import httpx

LONGEST_WAIT_S = 2.0
TRY_LATER = frozenset({429, 502, 503, 504})


@dataclass(frozen=True)
class Reply:
    """The last answer, if one came at all, and how many times it was asked for."""

    answer: httpx.Response | None
    tries: int

    @property
    def is_success(self) -> bool:
        return self.answer is not None and self.answer.is_success


async def persist(
    http: httpx.AsyncClient,
    method: str,
    path: str,
    *,
    content: str | None,
    headers: Mapping[str, str],
    within_s: float,
    answers: Counter[str],
    later: Collection[int] = TRY_LATER,
) -> Reply:
    """Ask until the answer is none of those that say "later", or time is up; every answer is counted."""
    until = asyncio.get_running_loop().time() + within_s
    tries, wait = 0, 0.1
    answer: httpx.Response | None = None
    while asyncio.get_running_loop().time() < until:
        tries += 1
        try:
            answer = await http.request(method, path, content=content, headers=headers)
        except httpx.TransportError as broken:
            answers[type(broken).__name__] += 1
        else:
            answers[str(answer.status_code)] += 1
            if answer.status_code not in later:
                break
        await asyncio.sleep(wait)
        wait = min(LONGEST_WAIT_S, wait * 2)
    return Reply(answer, tries)
