"""Classes and their members from Feide: over its Groups API, or from a folder with what the API once said.

Both pass the same tests (`tests/intake/test_feide_groups.py`). The folder is for trying an installation out
before Feide has opened the interface, and for a municipality whose Feide administrator sends the files.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

import httpx

from services.intake.domain.feide_groups import FeideGroup, FeideMember
from shared.errors import Unavailable, Unreadable

GROUPS, MEMBERS = "groups.json", "members-{}.json"
_TIMEOUT_S = 30.0
_TRIES = (0.2, 1.0)
_GO_TYPES = frozenset({"b", "u", "a"})
_AFFILIATIONS = frozenset({"student", "faculty", "employee", "staff", "member"})


class GroupSource(Protocol):
    """Where groups come from. Raises `Unavailable` when it does not answer, `Unreadable` for what it says."""

    def groups(self) -> AsyncIterator[FeideGroup]: ...

    async def members(self, group_id: str) -> list[FeideMember]: ...


class HttpFeide:
    """Feide's Groups API. `token` is one that the municipality's own service has been given."""

    def __init__(
        self, url: str, token: str, *, org: str, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._org = org
        self._http = httpx.AsyncClient(
            base_url=url,
            headers={"authorization": f"Bearer {token}", "accept": "application/json"},
            timeout=_TIMEOUT_S,
            transport=transport,
        )

    async def groups(self) -> AsyncIterator[FeideGroup]:
        for told in _listed(await self._get(f"/groups/orgs/{quote(self._org, safe='')}/groups")):
            if told.get("type") == "fc:gogroup":
                yield group_of(told)

    async def members(self, group_id: str) -> list[FeideMember]:
        told = _listed(await self._get(f"/groups/groups/{quote(group_id, safe='')}/members"))
        return [member for one in told if (member := member_of(one)) is not None]

    async def aclose(self) -> None:
        await self._http.aclose()

    async def _get(self, path: str) -> Any:
        for wait in (*_TRIES, None):
            try:
                answer = await self._http.get(path)
                if answer.is_success:
                    return answer.json()
                if answer.status_code < 500 and answer.status_code != 429:  # noqa: PLR2004
                    raise Unreadable(f"feide-{answer.status_code}")
            except httpx.HTTPError:
                pass
            except ValueError:
                raise Unreadable("feide-no-json") from None
            if wait is not None:
                await asyncio.sleep(wait)
        raise Unavailable("feide")


class FolderFeide:
    """The same answers, each as a file: `groups.json` and `members-<n>.json`, n being the group's place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def groups(self) -> AsyncIterator[FeideGroup]:
        for told in _listed(await self._read(GROUPS)):
            if told.get("type") == "fc:gogroup":
                yield group_of(told)

    async def members(self, group_id: str) -> list[FeideMember]:
        ids = [told.get("id") for told in _listed(await self._read(GROUPS))]
        if group_id not in ids:
            raise Unreadable("feide-404")
        told = _listed(await self._read(MEMBERS.format(ids.index(group_id))))
        return [member for one in told if (member := member_of(one)) is not None]

    async def _read(self, name: str) -> Any:
        try:
            return json.loads(await asyncio.to_thread((self._folder / name).read_text, "utf-8"))
        except OSError:
            raise Unavailable("feide") from None
        except ValueError:
            raise Unreadable("feide-no-json") from None


def group_of(told: Mapping[str, Any]) -> FeideGroup:
    """One group as the API says it; raises `Unreadable` without an id, a name or a school."""
    parent = str(told.get("parent") or told.get("org") or "")
    id_, name = told.get("id"), told.get("displayName")
    if not isinstance(id_, str) or not isinstance(name, str) or not parent:
        raise Unreadable("feide-group")
    go_type = told.get("go_type")
    return FeideGroup(
        id=id_,
        name=name.strip(),
        org=parent.rsplit(":", 1)[-1].removeprefix("NO"),
        go_type=go_type if go_type in _GO_TYPES else None,
        since=_day(told.get("notBefore")),
        until=_day(told.get("notAfter")),
    )


def member_of(told: Mapping[str, Any]) -> FeideMember | None:
    """One member; None for somebody without a subject or a role, of whom nothing can be known."""
    membership = told.get("membership") or {}
    affiliation = membership.get("affiliation")
    subject = told.get("userid") or next(iter(told.get("userid_sec") or ()), None)
    if not isinstance(subject, str) or affiliation not in _AFFILIATIONS:
        return None
    given, _, family = str(told.get("name") or "").strip().rpartition(" ")
    if not family:
        return None
    return FeideMember(subject, given or family, family, affiliation)


def _listed(told: Any) -> list[Mapping[str, Any]]:
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise Unreadable("feide-no-list")
    return told


def _day(told: Any) -> date | None:
    """`2026-08-01T00:00:00Z` or the day alone; None where there is no end."""
    try:
        return date.fromisoformat(str(told)[:10]) if told else None
    except ValueError:
        raise Unreadable("feide-date") from None
