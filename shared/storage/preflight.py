"""MongoDB as a service needs it: a replica set, its own database and no other, keys that open, one time."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from pymongo.errors import ConfigurationError, OperationFailure, PyMongoError, ServerSelectionTimeoutError

from shared.errors import Unreadable
from shared.findings import Finding
from shared.keyring import Keyring
from shared.storage.encryption import Cipher

OLDEST = (6, 0)
MOST_SKEW = timedelta(seconds=2)
TRIAL = "preflight"
_AUTHENTICATION = 18


async def look_at_database(database: Any, *, about: str) -> list[Finding]:
    """One database by one of the service's addresses; `about` says which."""
    try:
        began = datetime.now(UTC)
        hello = await database.command("hello")
        took = datetime.now(UTC) - began
        version = (await database.command("buildInfo"))["versionArray"]
        rights = await database.command({"connectionStatus": 1, "showPrivileges": True})
    except PyMongoError as failed:
        return [_unreachable(failed, about)]
    findings = [
        Finding(f"{about}: there"),
        _replicated(hello, about),
        _new_enough(version, about),
        _same_time(hello["localTime"].astimezone(UTC), began + took / 2, took),
        _own_only(rights["authInfo"], database.name, about),
    ]
    return [*findings, await _usable(database, about)]


async def look_at_keys(database: Any, keyring: Keyring, *, about: str = "keys") -> list[Finding]:
    """Whether the keyring we hold opens the keys that are stored: after a restore, above all."""
    remedy = "Give KEY_ENCRYPTION_KEYS the key of that id too; nothing sealed under it can be read without."
    try:
        used = [kid for kid in await database["keys"].distinct("kek") if kid is not None]
        if missing := sorted(set(used) - set(keyring.keys)):
            return [Finding(about, f"no key-encryption key {', '.join(missing)}", remedy)]
        for kid in used:
            row = await database["keys"].find_one({"kek": kid})
            Cipher.of(keyring.keys[kid]).open(row["key"], row["_id"].encode())
    except Unreadable:
        return [Finding(about, f"key-encryption key {kid} does not open what is stored", remedy)]
    except PyMongoError as failed:
        return [_unreachable(failed, about)]
    return [Finding(f"{about}: the keyring opens what is stored")]


def _unreachable(failed: PyMongoError, about: str) -> Finding:
    if isinstance(failed, OperationFailure) and failed.code == _AUTHENTICATION:
        return Finding(about, "name or password refused", "Look at the secret, and at the user in MongoDB.")
    if isinstance(failed, ConfigurationError):
        return Finding(
            about, "address unreadable", "It is written mongodb://name:password@host:port/database."
        )
    if isinstance(failed, ServerSelectionTimeoutError):
        text = str(failed).lower()
        code = "certificate refused" if "certificate" in text else "no answer"
        return Finding(
            about, code, "Look at host and port, the network policy, replicaSet= and tls= in the address."
        )
    if isinstance(failed, OperationFailure):
        return Finding(about, f"refused with code {failed.code}", "Look at the rights of the user.")
    return Finding(about, type(failed).__name__, "Look at MongoDB's log.")


def _replicated(hello: Mapping[str, Any], about: str) -> Finding:
    name = f"{about}: replica set"
    if not hello.get("setName"):
        return Finding(name, "a single server", "Run it as a replica set, of one node if need be.")
    if len(hello.get("hosts", ())) < 3:  # noqa: PLR2004 - three is what survives the loss of one
        return Finding(name, "fewer than three nodes", "With one gone nothing can be written.", grave=False)
    return Finding(name)


def _new_enough(version: list[int], about: str) -> Finding:
    if tuple(version[:2]) < OLDEST:
        return Finding(f"{about}: version", f"{version[0]}.{version[1]}", "MongoDB 6.0 or newer is needed.")
    return Finding(f"{about}: version")


def _same_time(theirs: datetime, ours: datetime, took: timedelta) -> Finding:
    # The answer was under way for a while: that much cannot be told from a wrong clock.
    if abs(theirs - ours) > MOST_SKEW + took:
        remedy = "Leases and sessions are measured by the clock: put the time service of this node right."
        return Finding("clock", f"{round(abs(theirs - ours).total_seconds())} s from the database's", remedy)
    return Finding("clock")


def _own_only(told: Mapping[str, Any], own: str, about: str) -> Finding:
    """A service's user may read one database: whoever takes the password of one must not have them all."""
    wide = sorted({place for place in _readable(told) if place != own})
    if wide:
        places = ", ".join("every database" if place == "" else place for place in wide)
        return Finding(f"{about}: rights", f"may read {places}", f"Give the user readWrite on {own} alone.")
    return Finding(f"{about}: rights")


def _readable(told: Mapping[str, Any]) -> Iterator[str]:
    for privilege in told.get("authenticatedUserPrivileges", ()):
        resource = privilege["resource"]
        if "find" in privilege["actions"] and "db" in resource:
            if resource["collection"].startswith("system."):
                continue
            yield resource["db"]


async def _usable(database: Any, about: str) -> Finding:
    """Do in a collection of our own what the service does: write, index, watch, remove."""
    name = f"{about}: reading and writing"
    remedy = f"The user needs readWrite on {database.name}."
    try:
        trial = database[TRIAL]
        await trial.insert_one({"at": datetime.now(UTC)})
        await trial.create_index("at")
        watching = trial.watch(max_await_time_ms=1)
        # Motor gives the stream at once, PyMongo's own client awaits it.
        stream = await watching if hasattr(watching, "__await__") else watching
        async with stream:
            await stream.try_next()
        await trial.drop()
    except OperationFailure as refused:
        return Finding(name, f"refused with code {refused.code}", remedy)
    except PyMongoError as failed:
        return _unreachable(failed, name)
    return Finding(name)
