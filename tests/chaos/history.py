"""What each service has decided, from its histories: which events must stand on the topics."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from shared.contracts.envelope import event_id
from shared.keyring import Keyring
from shared.storage.encryption import Cipher
from tests.chaos.town import Town


@dataclass(frozen=True)
class Decided:
    """What the histories of one service say."""

    events: dict[str, str]
    """The type of each event that was decided, by event id."""
    aggregates: int
    broken: list[str]
    """Aggregates whose history does not lead, unbroken and chained by hashes, to their present state."""
    unrecorded: frozenset[str]
    """Aggregates that keep no history, such as a sign of life."""
    unreadable: frozenset[str]
    """Aggregates that are there although the key of their words is gone; none, once it has been erased."""


def decided_by(town: Town, service: str) -> Decided:
    """Read every aggregate of the service with its history; its keys open them."""
    database: Any = town.databases[service]
    ciphers = dict(_ciphers(town, service))
    names = set(database.list_collection_names())
    events: dict[str, str] = {}
    broken: list[str] = []
    unreadable: set[str] = set()
    unrecorded: set[str] = set()
    count = 0
    for name in sorted(name for name in names if f"{name}_history" in names):
        records: dict[str, list[dict[str, Any]]] = {}
        for row in database[f"{name}_history"].find({}).sort([("of", 1), ("n", 1)]):
            records.setdefault(row["of"], []).append(row)
        if not records:
            unrecorded |= {row["_id"] for row in database[name].find({}, {"_id": 1})}
            continue
        for there in database[name].find({}, {"seq": 1, "tip": 1}):
            count += 1
            if any(row["k"] not in ciphers for row in records.get(there["_id"], [])):
                unreadable.add(there["_id"])
            elif not _follow(name, there, records.get(there["_id"], []), ciphers, events):
                broken.append(there["_id"])
    return Decided(events, count, broken, frozenset(unrecorded), frozenset(unreadable))


def _follow(
    name: str,
    there: dict[str, Any],
    records: list[dict[str, Any]],
    ciphers: dict[str, Cipher],
    events: dict[str, str],
) -> bool:
    """Whether the records cover every number from 1 to the present one, each chained to the one before."""
    reached, tip = 0, b""
    for row in records:
        place = f"{name}\x1f{row['of']}\x1f{row['n']}".encode()
        record = ciphers[row["k"]].open(row["rec"], place)
        said = json.loads(record)
        if row["n"] != reached + 1 or bytes.fromhex(said["prev"]) != tip:
            return False
        for offset, type_ in enumerate(said["events"]):
            events[event_id(row["of"], row["n"] + offset)] = type_
        reached += max(1, len(said["events"]))
        tip = hashlib.sha256(record).digest()
    return bool(reached == there["seq"] and tip == there["tip"])


def _ciphers(town: Town, service: str) -> Iterator[tuple[str, Cipher]]:
    ring = Keyring.model_validate(town.stack.env_for(service)["KEY_ENCRYPTION_KEYS"])
    wrapping = {kid: Cipher.of(key) for kid, key in ring.keys.items()}
    keys: Any = town.databases[f"{service}_keys"]["keys"]
    # A destroyed key leaves a grave in its place.
    for row in keys.find({"key": {"$exists": True}}):
        yield row["_id"], Cipher.of(wrapping[row["kek"]].open(row["key"], row["_id"].encode()))
