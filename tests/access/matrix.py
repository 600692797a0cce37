"""The matrix: at every door, everybody; what each is answered, and whether they saw what is not theirs.

A cell is the status of the answer. `w` after it: the body holds words that were written in the case. `n`: it
names the child or its family. Orders are sent empty, with the sender's own token; `in` says that the door
was open to one whose case it is, where an empty order would be carried out.
"""

import asyncio
import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from deploy.demo.roster.canaries import canaries_of, found_in
from deploy.local import Stack
from shared.identifiers import new_id
from tests.access.askers import Asker, Doorman
from tests.access.doors import Door

# An empty order is a whole order here.
WHOLE_WHEN_EMPTY = frozenset(
    {
        "DELETE /api/intake/directory/{school_id}/corrections/{field}",
        "DELETE /api/intake/directory/{school_id}/people/{person_id}/corrections/{field}",
        "POST /api/escalation/notices/{notice_id}/action-kept",
        "POST /api/intake/cases/{case_id}/child-welfare",
        "POST /api/intake/cases/{case_id}/evaluations/{evaluation_id}/record",
        "POST /api/intake/cases/{case_id}/plan/activation",
        "POST /api/intake/cases/{case_id}/receipt",
        "POST /api/intake/tomorrow/{case_id}/{card_id}",
        "POST /api/meetings/{meeting_id}/cancellation",
        "POST /api/meetings/{meeting_id}/invitations",
        "POST /api/meetings/{meeting_id}/minutes/approval",
        "POST /cases/{case_id}/assess",
        "POST /cases/{case_id}/child-welfare",
        "POST /cases/{case_id}/evaluations/{evaluation_id}",
        "POST /cases/{case_id}/family/rights",
        "POST /cases/{case_id}/plan/activate",
        "POST /cases/{case_id}/receive",
        "POST /cases/{case_id}/release",
        "POST /disposal/rules",
        "POST /letters/answers/{answer_id}",
        "POST /letters/by-hand/{letter_id}/again",
        "POST /meetings/group-plan",
        "POST /meetings/group-plan/proposals-read",
        "POST /meetings/{meeting_id}/approval",
        "POST /meetings/{meeting_id}/cancellation",
        "POST /meetings/{meeting_id}/comments-read",
        "POST /meetings/{meeting_id}/debrief",
        "POST /meetings/{meeting_id}/draft",
        "POST /meetings/{meeting_id}/heard-out",
        "POST /meetings/{meeting_id}/hold",
        "POST /meetings/calendar/disconnected",
        "POST /meetings/calendar/renewed",
        "POST /meetings/library/{key}",
        "POST /meetings/reflection/later",
        "POST /meetings/{meeting_id}/followed-up",
        "POST /meetings/{meeting_id}/looked-in",
        "POST /meetings/{meeting_id}/names",
        "POST /meetings/{meeting_id}/pulse",
        "POST /meetings/{meeting_id}/next-meeting",
        "POST /meetings/{meeting_id}/receipt",
        "POST /meetings/{meeting_id}/share",
        "POST /notices/assistance/{case_id}/answer/end",
        "POST /notices/assistance/{case_id}/end",
        "POST /notices/clocks/{case_id}/rhythm",
        "POST /notices/quiet/silences/{silence_id}/agree",
        "POST /notices/quiet/silences/{silence_id}/end",
        "POST /meetings/{meeting_id}/prepare",
        "POST /meetings/{meeting_id}/shared",
        "POST /notices/{notice_id}/done",
        "POST /sign-out",
        "POST /tomorrow/{case_id}/{card_id}",
        "PUT /api/intake/cases/{case_id}/evaluations/{evaluation_id}",
    }
)
# In a path, but of no case and no person: an entry of the library.
NAMES_NOTHING = frozenset({"key"})
_AT_ONCE = 8


@dataclass(frozen=True)
class Subject:
    """What the requests are about: a case, with its ids, its words and the names in it."""

    title: str
    ids: Mapping[str, str]
    askers: Sequence[Asker]
    words: frozenset[str]
    names: frozenset[str]
    query: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


Cells = dict[tuple[Door, Asker], str]


class Knocker:
    """Knocks on doors."""

    def __init__(self, stack: Stack, doorman: Doorman, http: httpx.AsyncClient) -> None:
        self._stack = stack
        self._doorman = doorman
        self._http = http

    async def all_cells(self, subject: Subject, doors: Sequence[Door]) -> Cells:
        """Everybody at every door."""
        room = asyncio.Semaphore(_AT_ONCE)

        async def one(door: Door, asker: Asker) -> tuple[tuple[Door, Asker], str]:
            async with room:
                return (door, asker), await self._cell(subject, door, asker)

        return dict(await asyncio.gather(*(one(d, a) for d in doors for a in subject.askers)))

    async def _cell(self, subject: Subject, door: Door, asker: Asker) -> str:
        if not door.changes:
            return _told(await self._ask(subject, door, asker), subject, asker)
        # First as another site would: only who may come in hears that the form is not one of ours.
        answer = await self._ask(subject, door, asker, token=False)
        if not asker.key or asker.revoked:
            return _told(answer, subject, asker)
        if answer.status_code != httpx.codes.FORBIDDEN or answer.json()["code"] != "stale-form":
            return _told(answer, subject, asker)
        # Those outside do send it: what they are refused by may stand behind the door. A door that is about
        # nothing has nobody outside: whoever passes its guard is let in.
        about_a_case = door.parameters - NAMES_NOTHING
        if door.name in WHOLE_WHEN_EMPTY and (door.is_open or not asker.outside or not about_a_case):
            return "in"
        return _told(await self._ask(subject, door, asker), subject, asker)

    async def _ask(self, subject: Subject, door: Door, asker: Asker, *, token: bool = True) -> httpx.Response:
        url = self._stack.service_url(door.service) + door.at(subject.ids)
        page = not (door.is_api or (door.changes and not token))
        said = {
            "accept": "text/html" if page else "application/json",
            **self._doorman.headers(asker, token=token),
        }
        if not door.changes:
            return await self._http.get(url, headers=said, params=subject.query.get(door.name, {}))
        said["idempotency-key"] = new_id("key")
        body: dict[str, Any] = {"json": []} if door.is_api else {"data": {"nothing": ""}}
        query = subject.query.get(door.name, {})
        return await self._http.request(door.method, url, headers=said, params=query, **body)


def _told(answer: httpx.Response, subject: Subject, asker: Asker) -> str:
    text = html.unescape(f"{answer.text}\n{answer.headers}")
    own = canaries_of(asker.key) if asker.key else frozenset()
    words, names = found_in(text, subject.words), found_in(text, subject.names - own)
    return f"{answer.status_code}{'w' * bool(words)}{'n' * bool(names)}"


def table(subject: Subject, doors: Sequence[Door], cells: Cells) -> str:
    """The cells as a Markdown table, a row a door and a column an asker."""
    heads = ["door", "guard", *(asker.name for asker in subject.askers)]
    rows = [
        [f"`{door.name}`", door.guard, *(cells[door, asker] for asker in subject.askers)] for door in doors
    ]
    lines = [heads, ["---"] * len(heads), *rows]
    return f"## {subject.title}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
