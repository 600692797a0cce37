"""Order: take in a municipality's roster. The second time nothing has changed, and nothing is written.

What is there is read and compared a few thousand entries at a time, so that the memory an import takes
follows from the roster and not from the database. A trial (`trial=True`) does the same and writes nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

from services.intake.domain.directory_entry import ListedPerson, directory_id, same, what_differs
from services.intake.domain.from_roster import entries_of
from services.intake.domain.roster import Identity, RefusedRow, Roster
from services.intake.storage.directory_stores import DirectoryStores
from shared.errors import Refusal, Unavailable
from shared.web.identities import subject_hash

AT_ONCE = 500
COMPARED = 2000
PATIENCE = 60

Told = Callable[[str, int, int], None]
"""Progress: what is being written, how many are done, of how many."""
Needed = Callable[[Sequence[str]], Awaitable[Collection[str]]]
"""Which of these people an open or kept case still names."""
Laid = Callable[[str, Sequence[Any]], Awaitable[Sequence[Any]]]
"""Lays what was corrected by hand over entries of one kind; may be asked for the same twice."""


@dataclass
class KindCount:
    """What became of the entries of one kind."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0


@dataclass(frozen=True)
class Change:
    """One thing that an import does: an id and the names of the fields, never what stands in them."""

    kind: str
    id: str
    what: Literal["new", "changed", "removed", "left"]
    fields: tuple[str, ...] = ()


@dataclass
class ImportReport:
    """What an import did, for the person who ordered it. Numbers, files and lines; never a name."""

    kinds: dict[str, KindCount] = field(default_factory=dict)
    refused: Sequence[RefusedRow] = ()
    changes: list[Change] = field(default_factory=list)
    """Each change by itself, of a trial only."""
    trial: bool = False
    left: int = 0
    """People who are gone from the roster and stay listed, without school: a case still names them."""
    people_before: int = 0
    absences_unsure: bool = False
    """Rows of users.csv were refused: who is missing may stand there, so nobody was taken away."""

    @property
    def wrote(self) -> int:
        return sum(one.new + one.changed + one.removed for one in self.kinds.values()) + self.left


class TooManyRemoved(Refusal):
    """The roster would take away more of the people than it may unasked; nothing is done."""

    def __init__(self, going: int, there: int) -> None:
        super().__init__("too-many-removed")
        self.going, self.there = going, there


async def _nobody(_ids: Sequence[str]) -> Collection[str]:
    return ()


async def _as_listed(_kind: str, entries: Sequence[Any]) -> Sequence[Any]:
    return entries


async def import_roster(
    roster: Roster,
    *,
    stores: DirectoryStores,
    subject_key: bytes | None,
    progress: Told = lambda _kind, _done, _all: None,
    trial: bool = False,
    most_removed: float = 1.0,
    needed: Needed = _nobody,
    laid: Laid = _as_listed,
) -> ImportReport:
    """Store what is new or has changed, each with its event; may be broken off and run again.

    `most_removed` is the share of the people there are (0 to 1) that may be taken away: above it
    `TooManyRemoved` is raised before anything is written. `subject_key` is None where the roster's subjects
    are hashes already.
    """

    def hashing(identity: Identity) -> str:
        if subject_key is None:
            return identity.subject
        return subject_hash(subject_key, identity.issuer, identity.subject)

    entries = await asyncio.to_thread(entries_of, roster, hashing)
    people = await stores.people.ids({"kinds.0": {"$exists": True}, "guest": {"$ne": True}})
    report = ImportReport(refused=roster.refused, trial=trial, people_before=len(people))
    report.absences_unsure = roster.whole is None
    listed_now = {directory_id("person", one) for one in roster.people}
    gone = set(entries.removed)
    if roster.whole:
        gone.update(people)
    going = sorted(gone.intersection(people) - listed_now)
    if going and not trial and len(going) > most_removed * len(people):
        raise TooManyRemoved(len(going), len(people))
    del people, gone, listed_now
    for kind, store, listed in (
        ("schools", stores.schools, entries.schools),
        ("rooms", stores.rooms, entries.rooms),
        ("groups", stores.groups, entries.groups),
        ("people", stores.people, entries.people),
    ):
        await _write(store, listed, kind, report, progress=progress, laid=laid)
    known = set(await stores.contacts.ids({}))
    withdrawn = [one for one in entries.withdrawn if one.id in known]
    for contacts in (entries.contacts, withdrawn):
        await _write(stores.contacts, contacts, "contacts", report, progress=progress, laid=laid)
    for start in range(0, len(going), AT_ONCE):
        await _take_away(stores, going[start : start + AT_ONCE], needed, report)
    return report


async def _write(
    store: Any, listed: Sequence[Any], kind: str, report: ImportReport, *, progress: Told, laid: Laid
) -> None:
    """Compare and store the entries of one kind, some at a time."""
    count = report.kinds.setdefault(kind, KindCount())
    for start in range(0, len(listed), COMPARED):
        batch = await laid(kind, listed[start : start + COMPARED])
        known = {one.id: one for one in await store.find({"_id": {"$in": [one.id for one in batch]}})}
        waiting: list[Any] = []
        for entry in batch:
            there = known.get(entry.id)
            if there is not None and same(there, entry):
                count.unchanged += 1
                continue
            count.changed += there is not None
            count.new += there is None
            waiting.append(entry)
            if report.trial:
                fields = () if there is None else what_differs(there, entry)
                report.changes.append(Change(kind, entry.id, "changed" if there else "new", fields))
        if not report.trial:
            await _put_all(store, waiting, known)
        progress(kind, min(start + COMPARED, len(listed)), len(listed))


async def _put_all(store: Any, waiting: Sequence[Any], known: dict[str, Any]) -> None:
    for start in range(0, len(waiting), AT_ONCE):
        some = waiting[start : start + AT_ONCE]
        await asyncio.gather(*(_patiently(partial(_put, store, one, known)) for one in some))


async def _put(store: Any, entry: Any, known: dict[str, Any]) -> None:
    if entry.id in known:
        await store.change(entry.id, lambda there: None if same(there, entry) else there.listed_as(entry))
        return
    fresh = type(entry).model_validate(entry.model_dump())
    fresh.say()
    await store.add(fresh)


async def _take_away(
    stores: DirectoryStores, ids: Sequence[str], needed: Needed, report: ImportReport
) -> None:
    """Whom a case still names stays listed, without school and duty; the others leave the directory."""
    staying = set(await needed(ids))
    if report.trial:
        there = {one.id: one for one in await stores.people.find({"_id": {"$in": list(ids)}})}
        done = [one not in staying or there[one].is_placed for one in ids]
        report.changes += [
            Change("people", id_, "left" if id_ in staying else "removed")
            for id_, changes in zip(ids, done, strict=True)
            if changes
        ]
    else:
        done = await asyncio.gather(*(_one_goes(stores, one, one in staying) for one in ids))
    for id_, changed in zip(ids, done, strict=True):
        report.left += changed and id_ in staying
        report.kinds["people"].removed += changed and id_ not in staying


async def _one_goes(stores: DirectoryStores, id_: str, stays: bool) -> bool:
    done = False

    async def go() -> None:
        nonlocal done
        done = await stores.people.change(id_, ListedPerson.leave if stays else ListedPerson.remove)

    await _patiently(go)
    return done


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
