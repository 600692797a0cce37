"""A key per scope (a case, a person, a group meeting), kept apart from the data it protects.

The keys lie in a database of their own, wrapped by a key-encryption key that comes from a file or a key
service. Destroying a scope's key makes everything sealed under it unreadable, in every backup of the data.
Where the key was, a grave stands: it takes the key's place under the same id, so that no late event, no other
process and no repeat can ever make a new key for that scope (ADR 0051).
"""

import contextlib
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pymongo.errors import BulkWriteError, DuplicateKeyError

from shared.errors import Hidden, SamspillError
from shared.storage.client import mongodb_failures
from shared.storage.encryption import Cipher

CACHED_KEYS = 20_000


class Erased(SamspillError):
    """The scope's key is gone: what it protected cannot be read any more."""


class Buried(Erased, Hidden):
    """The scope was erased on purpose and stays so: not there for a page, nothing to do for a consumer."""

    def __init__(self) -> None:
        Hidden.__init__(self)


class ScopeKeys:
    """The data keys of one service.

    `keyring` maps key-encryption key ids to 32 bytes; `current` wraps new keys. The cache holds at most
    20,000 opened keys and is this process's own, so `forget` takes effect at once here.
    """

    def __init__(self, database: Any, keyring: Mapping[str, bytes], current: str) -> None:
        self.database = database
        self._collection = database["keys"]
        self._wrapping = {kid: Cipher.of(key) for kid, key in keyring.items()}
        self._current = current
        self._opened: OrderedDict[str, Cipher] = OrderedDict()

    async def ensure(self, scopes: Iterable[str]) -> None:
        """Make sure that each scope has a key, durably, before anything is sealed under it.

        Raises `Buried` when one of them was erased: it gets no new one.
        """
        missing = [scope for scope in dict.fromkeys(scopes) if scope not in self._opened]
        if not missing:
            return
        known = await self._load(missing, strict=True)
        new = [scope for scope in missing if scope not in known]
        if not new:
            return
        made = {scope: AESGCM.generate_key(256) for scope in new}
        with mongodb_failures():
            try:
                await self._collection.insert_many(
                    [self._wrapped(scope, key) for scope, key in made.items()], ordered=False
                )
            except BulkWriteError:
                # Another process was first for some of them: its key counts.
                await self._load(new, strict=True)
                return
        for scope, key in made.items():
            self._keep(scope, Cipher.of(key))

    async def cipher(self, scope: str) -> Cipher:
        """The scope's key; raises `Erased` when there is none, and `Buried` when it was destroyed."""
        found = self.opened(scope) or (await self._load([scope], strict=True)).get(scope)
        if found is None:
            raise Erased(scope)
        return found

    def opened(self, scope: str) -> Cipher | None:
        """The scope's key if this process has it open already."""
        found = self._opened.get(scope)
        if found is not None:
            self._opened.move_to_end(scope)
        return found

    async def load(self, scopes: Iterable[str]) -> None:
        """Open these scopes' keys with one question; the missing ones stay missing."""
        await self._load([scope for scope in dict.fromkeys(scopes) if scope not in self._opened])

    async def destroy(self, scope: str) -> None:
        """Erase for good everything that is sealed under this scope. Twice is once."""
        grave = {"_id": scope, "gone": datetime.now(UTC)}
        with (
            mongodb_failures(),
            contextlib.suppress(DuplicateKeyError),
        ):  # a grave is there: it stays as it is
            await self._collection.replace_one({"_id": scope, "gone": None}, grave, upsert=True)
        self.forget(scope)

    async def graves(self, since: datetime | None = None) -> dict[str, datetime]:
        """The scopes that were erased (after `since`, machine time), with the moment of each."""
        later = {"$gt": since or datetime(1970, 1, 1, tzinfo=UTC)}
        with mongodb_failures():
            rows = await self._collection.find({"gone": later}).to_list(None)
        return {row["_id"]: row["gone"] for row in rows}

    async def prepare(self) -> None:
        with mongodb_failures():
            await self._collection.create_index("gone", sparse=True)

    async def rewrap(self) -> int:
        """Wrap every key that another key-encryption key holds under the current one; how many there were.

        While this runs both keys must be in the keyring. May be stopped and begun again.
        """
        done = 0
        with mongodb_failures():
            async for row in self._collection.find({"kek": {"$exists": True, "$ne": self._current}}):
                key = self._wrapping[row["kek"]].open(row["key"], row["_id"].encode())
                told = {"$set": self._wrapped(row["_id"], key)}
                # Unless it was erased, or wrapped by another process, in the meantime.
                here = {"_id": row["_id"], "kek": row["kek"]}
                done += (await self._collection.update_one(here, told)).modified_count
        return done

    def forget(self, scope: str) -> None:
        self._opened.pop(scope, None)

    async def _load(self, scopes: list[str], *, strict: bool = False) -> dict[str, Cipher]:
        if not scopes:
            return {}
        with mongodb_failures():
            rows = await self._collection.find({"_id": {"$in": scopes}}).to_list(None)
        if any("gone" in row for row in rows):
            if strict:
                raise Buried
            rows = [row for row in rows if "gone" not in row]
        found = {row["_id"]: self._unwrap(row) for row in rows}
        for scope, cipher in found.items():
            self._keep(scope, cipher)
        return found

    def _wrapped(self, scope: str, key: bytes) -> dict[str, Any]:
        sealed = self._wrapping[self._current].seal(key, scope.encode())
        return {"_id": scope, "kek": self._current, "key": sealed}

    def _unwrap(self, row: Mapping[str, Any]) -> Cipher:
        return Cipher.of(self._wrapping[row["kek"]].open(row["key"], row["_id"].encode()))

    def _keep(self, scope: str, cipher: Cipher) -> None:
        self._opened[scope] = cipher
        if len(self._opened) > CACHED_KEYS:
            self._opened.popitem(last=False)
