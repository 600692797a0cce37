"""Order: take in a municipality's roster. The second time nothing has changed, and nothing is written."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from services.intake.domain.directory_entry import ListedContact, ListedPerson
from services.intake.domain.from_roster import entries_of
from services.intake.domain.roster import Identity, RefusedRow, Roster
from services.intake.storage.directory_stores import DirectoryStores
from shared.errors import Unavailable
from shared.web.identities import subject_hash

AT_ONCE = 500
PATIENCE = 60

Told = Callable[[str, int, int], None]
"""Progress: what is being written, how many are done, of how many."""


@dataclass
class KindCount:
    """What became of the entries of one kind."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0


@dataclass
class ImportReport:
    """What an import did, for the person who ordered it. Numbers, files and lines; never a name."""

    kinds: dict[str, KindCount] = field(default_factory=dict)
    refused: Sequence[RefusedRow] = ()

    @property
    def wrote(self) -> int:
        return sum(one.new + one.changed + one.removed for one in self.kinds.values())


async def import_roster(
    roster: Roster,
    *,
    stores: DirectoryStores,
    subject_key: bytes,
    progress: Told = lambda _kind, _done, _all: None,
) -> ImportReport:
    """Store what is new or has changed, each with its event; may be broken off and run again."""

    def hashing(identity: Identity) -> str:
        return subject_hash(subject_key, identity.issuer, identity.subject)

    entries = await asyncio.to_thread(entries_of, roster, hashing)
    report = ImportReport(refused=roster.refused)
    for kind, store, listed in (
        ("schools", stores.schools, entries.schools),
        ("rooms", stores.rooms, entries.rooms),
        ("groups", stores.groups, entries.groups),
        ("people", stores.people, entries.people),
    ):
        report.kinds[kind] = await _write(store, listed, kind, progress)
    known = await stores.contacts.ids({})
    withdrawn = [one for one in entries.withdrawn if one.id in set(known)]
    contacts: list[ListedContact] = [*entries.contacts, *withdrawn]
    report.kinds["contacts"] = await _write(stores.contacts, contacts, "contacts", progress)
    report.kinds["people"].removed = await _remove(stores, entries.removed)
    return report


async def _write(store: Any, listed: Sequence[Any], kind: str, progress: Told) -> KindCount:
    known = {one.id: one for one in await store.find({})}
    count = KindCount()
    waiting: list[Any] = []
    for entry in listed:
        there = known.get(entry.id)
        if there is not None and _same(there, entry):
            count.unchanged += 1
        else:
            count.changed += there is not None
            count.new += there is None
            waiting.append(entry)
    progress(kind, 0, len(waiting))
    for start in range(0, len(waiting), AT_ONCE):
        batch = waiting[start : start + AT_ONCE]
        await asyncio.gather(*(_patiently(partial(_put, store, one, known)) for one in batch))
        progress(kind, min(start + AT_ONCE, len(waiting)), len(waiting))
    return count


async def _put(store: Any, entry: Any, known: dict[str, Any]) -> None:
    if entry.id in known:
        await store.change(entry.id, lambda there: None if _same(there, entry) else there.listed_as(entry))
        return
    fresh = type(entry).model_validate(entry.model_dump())
    fresh.say()
    await store.add(fresh)


async def _remove(stores: DirectoryStores, ids: Sequence[str]) -> int:
    there = await stores.people.ids({"_id": {"$in": list(ids)}})
    gone = await asyncio.gather(*(stores.people.change(id_, ListedPerson.remove) for id_ in there))
    return sum(gone)


async def _patiently(work: Callable[[], Awaitable[None]]) -> None:
    """A full outbox (Kafka is slower than we) is waited for; anything else is the caller's."""
    for _ in range(PATIENCE):
        try:
            return await work()
        except Unavailable as down:
            if down.neighbour != "kafka":
                raise
            await asyncio.sleep(1)
    raise Unavailable("kafka")


def _same(there: Any, entry: Any) -> bool:
    # What somebody has learnt is no roster's to take away: it only ever adds.
    without = {"id", "heard", "training"}
    learnt = set(getattr(entry, "training", ())) <= set(getattr(there, "training", ()))
    return learnt and bool(there.model_dump(exclude=without) == entry.model_dump(exclude=without))
