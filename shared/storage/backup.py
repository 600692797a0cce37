"""One database in one file, streamed: BSON documents, compressed, with counts and a hash at the end.

A document is whole in itself (state and events are one document), so no moment has to be held still while
reading. What nothing can be restored to, because it is nobody's any more, is left out: `LEFT_OUT`.
"""

import gzip
import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, Protocol

import bson
from bson import CodecOptions
from bson.raw_bson import RawBSONDocument

from shared.errors import SamspillError
from shared.storage.client import mongodb_failures

Part = Literal["data", "keys"]

FORMAT = 1
LEFT_OUT = frozenset({"leases", "preflight"})
"""Who leads for some seconds; and what `preflight` tries its hand on."""
AT_ONCE = 500
_RAW: CodecOptions[RawBSONDocument] = CodecOptions(document_class=RawBSONDocument)
_LENGTH = struct.Struct("<i")


class _Stream(Protocol):
    """A file being read or written: what `gzip` gives."""

    def read(self, size: int, /) -> bytes: ...
    def write(self, data: bytes, /) -> object: ...


class BadBackup(SamspillError):
    """A file that is no backup, not this service's, or not whole. The code says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass
class Contents:
    """What a backup holds: of which service and part, from when, how many documents of which collection."""

    service: str
    part: Part
    at: datetime
    counts: dict[str, int] = field(default_factory=dict)


async def write_backup(database: Any, file: Path, *, service: str, part: Part) -> Contents:
    """Write everything in the database to a file that must not be there yet; bounded memory."""
    told = Contents(service, part, datetime.now(UTC).replace(microsecond=0))
    digest = hashlib.sha256()
    half = file.with_suffix(".half")
    with half.open("xb") as raw, gzip.open(raw, "wb", compresslevel=6) as out:
        _put(out, digest, {"format": FORMAT, "service": service, "part": part, "at": told.at})
        with mongodb_failures():
            names = sorted(await database.list_collection_names())
            for name in names:
                if name in LEFT_OUT or name.startswith("system."):
                    continue
                told.counts[name] = 0
                _put(out, digest, {"collection": name})
                collection = database.get_collection(name, codec_options=_RAW)
                async for document in collection.find({}, batch_size=AT_ONCE):
                    digest.update(document.raw)
                    out.write(document.raw)
                    told.counts[name] += 1
                _put(out, digest, {"end": name, "count": told.counts[name]})
        _put(out, None, {"sha256": digest.digest()})
    half.replace(file)
    return told


def check_backup(file: Path, *, service: str, part: Part) -> Contents:
    """Read the whole file and say what is in it; raises `BadBackup` before anything is written anywhere."""
    read = [contents for contents, name, _ in read_backup(file) if not name]
    if (read[-1].service, read[-1].part) != (service, part):
        raise BadBackup("of-another")
    return read[-1]


async def restore_backup(database: Any, file: Path) -> None:
    """Put everything in the file into a database that holds nothing yet."""
    for _, name, documents in read_backup(file):
        if documents:
            with mongodb_failures():
                await database[name].insert_many(documents, ordered=False)


async def is_empty(database: Any) -> bool:
    """Whether nothing lies there that a restored backup could run into."""
    with mongodb_failures():
        names = [name for name in await database.list_collection_names() if name not in LEFT_OUT]
        there = [await database[name].find_one({}, {"_id": 1}) for name in names]
    return all(found is None for found in there)


def read_backup(file: Path) -> Iterator[tuple[Contents, str, list[RawBSONDocument]]]:
    """The documents, some hundreds at once, with the collection they belong to."""
    digest = hashlib.sha256()
    try:
        with gzip.open(file, "rb") as stream:
            head: dict[str, Any] = bson.decode(_next(stream, digest), CodecOptions(tz_aware=True))
            if head.get("format") != FORMAT:
                raise BadBackup("unknown-form")
            told = Contents(head["service"], head["part"], head["at"])
            while True:
                before = digest.digest()
                mark = bson.decode(_next(stream, digest))
                if "sha256" in mark:
                    if mark["sha256"] != before or stream.read(1):
                        raise BadBackup("damaged")
                    break
                yield from _collection(stream, digest, told, mark["collection"])
            yield told, "", []
    except (OSError, EOFError, KeyError, bson.errors.BSONError, struct.error) as broken:
        raise BadBackup("unreadable") from broken


def _collection(
    stream: _Stream, digest: Any, told: Contents, name: str
) -> Iterator[tuple[Contents, str, list[RawBSONDocument]]]:
    """One collection's documents up to its mark, which no document can look like: those have an id."""
    told.counts[name] = 0
    found: list[RawBSONDocument] = []
    while True:
        document = RawBSONDocument(_next(stream, digest))
        if "_id" not in document and document.get("end") == name:
            if document["count"] != told.counts[name]:
                raise BadBackup("damaged")
            yield told, name, found
            return
        told.counts[name] += 1
        found.append(document)
        if len(found) == AT_ONCE:
            yield told, name, found
            found = []


def _next(stream: _Stream, digest: Any) -> bytes:
    length = stream.read(_LENGTH.size)
    document = length + stream.read(_LENGTH.unpack(length)[0] - _LENGTH.size)
    digest.update(document)
    return document


def _put(out: _Stream, digest: Any, mark: dict[str, Any]) -> None:
    document = bson.encode(mark)
    if digest is not None:
        digest.update(document)
    out.write(document)
